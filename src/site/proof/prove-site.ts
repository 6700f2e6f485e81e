import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Apparatus } from "../../apparatus/apparatus.ts";
import { buildApparatus } from "../../apparatus/build-apparatus.ts";
import { type WorksCited, worksCited } from "../../citation/cite-works.ts";
import { type Diagnostic, byPlace, diagnose } from "../../diagnostics/diagnostic.ts";
import { startOf } from "../../diagnostics/place.ts";
import type { Edition, Entity } from "../../edition/edition.ts";
import { withoutInstructor } from "../../edition/without-instructor.ts";
import { addressOf } from "../addresses.ts";
import type { Audience } from "../desk.ts";
import { packetsOf } from "../../reader/packet.ts";
import { checkExports } from "./check-exports.ts";
import { brokenLinks } from "./check-links.ts";
import { compareWords } from "./compare.ts";
import { type ExpectedWords, expectedRegions, expectedWords } from "./expected-words.ts";
import { type PageToProve, packetPages, showsLeftOut } from "./packet-pages.ts";
import { type ReadPage, collapse, readPage } from "./read-page.ts";

/** What the proof works on: the whole edition, also what its audience does not get. */
export interface SiteToProve {
  readonly edition: Edition;
  readonly apparatus: Apparatus;
  /** For whom the site was made; students where left out. */
  readonly audience?: Audience;
  /** Where the site was written. */
  readonly folder: string;
  readonly onPage?: (done: number, total: number) => void;
}

/** What was proved, and what was not. */
export interface Proof {
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a built site back from the disk and compares it with the edition: every paragraph and note on
 * its page, once and in order, no id twice, every link within the site leading somewhere, and every
 * document in the files for reference managers. Whether students get what is not for them is searched
 * apart, when all of it is made.
 */
export async function proveSite(site: SiteToProve): Promise<Proof> {
  const { edition, apparatus, folder } = site;
  const files = await filesIn(folder);
  const names = [...files].filter((file) => file.endsWith(".html"));
  const pages = new Map<string, ReadPage>();
  for (const name of names) {
    // Read at once, since each wait costs more than the page; and let an interrupt in between.
    pages.set(name, readPage(readFileSync(path.join(folder, name), "utf8")));
    site.onPage?.(pages.size, names.length);
    await setImmediate();
  }

  const forAudience = site.audience === "instructors" ? edition : withoutInstructor(edition);
  const shown = forAudience === edition ? apparatus : buildApparatus(forAudience).apparatus;
  const cited = worksCited(forAudience, shown);
  const diagnostics: Diagnostic[] = [];
  const owners = new Map<string, Entity>();
  for (const toProve of pagesToProve(forAudience, shown, cited)) {
    const { address: name, owner, regions, head } = toProve;
    owners.set(name, owner);
    const page = pages.get(name);
    if (page)
      diagnostics.push(...compareWords(page, regions, name, head), ...showsLeftOut(page, toProve));
    else diagnostics.push(diagnose("output-text", startOf(owner.file), `${name} was not written`));
  }
  diagnostics.push(
    ...checkExports(forAudience, shown, (address) =>
      files.has(address) ? readFileSync(path.join(folder, address), "utf8") : undefined,
    ),
  );
  for (const [name, page] of pages) {
    const place = startOf(owners.get(name)?.file ?? "documents/edition.yaml");
    for (const reason of brokenLinks(name, page, { files, pages }))
      diagnostics.push(diagnose("output-link", place, `${name} ${reason}`));
    for (const [id, times] of page.ids)
      if (times > 1) diagnostics.push(diagnose("output-id", place, `${name} has id ${id} twice`));
  }
  return { pages: pages.size, diagnostics: diagnostics.sort(byPlace) };
}

/** Every page that shows words of the edition, and which. */
function pagesToProve(
  edition: Edition,
  apparatus: Apparatus,
  works: WorksCited,
): readonly PageToProve[] {
  const packets = packetsOf(edition, apparatus);
  return entitiesOf(edition).flatMap((entity): readonly PageToProve[] => {
    const packet = entity.kind === "reader" ? packets.get(entity.id) : undefined;
    if (packet) return packetPages(packet, { apparatus, works });
    const regions = regionsOf(entity, apparatus, works);
    return [{ address: addressOf(entity), owner: entity, regions, head: headOf(entity) }];
  });
}

function entitiesOf(edition: Edition): readonly Entity[] {
  return [...edition.documents, ...edition.essays, ...edition.readers, ...edition.register];
}

/** What the head of an entity's page says of it, as far as a text may say the same. */
function headOf(entity: Entity): readonly string[] {
  const title = entity.kind === "register-entry" ? entity.matter.name : entity.matter.title;
  return [collapse(title)];
}

function regionsOf(
  entity: Entity,
  apparatus: Apparatus,
  works: WorksCited,
): readonly (readonly ExpectedWords[])[] {
  const notes = apparatus.notes.get(entity.id) ?? [];
  return [
    ...expectedRegions(entity, apparatus, works),
    ...notes.map(({ note, id }) => expectedWords(note.blocks, apparatus, works, id)),
  ];
}

async function filesIn(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"),
      )
      .sort(),
  );
}
