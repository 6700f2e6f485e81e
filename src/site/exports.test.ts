import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import { formatDiagnostic } from "../diagnostics/report.ts";
import type { Document, Edition } from "../edition/edition.ts";
import { readBiblatex, readByCitationJs } from "../citation/testing/read-back.ts";
import { readEdition } from "../source/read-edition.ts";
import { proveSite } from "./proof/prove-site.ts";
import { type BuiltSite, built, fixtures, withBuilt } from "./testing/built-site.ts";
import { factsOf } from "./testing/page-facts.ts";

const { edition } = await readEdition(fixtures.telegrams);

/** The edition under an address on the web. */
const onTheWeb: Edition = {
  ...edition,
  settings: { ...edition.settings, url: "https://edition.example/telegrams/" },
};

function text(site: BuiltSite, name: string): string {
  const found = site.texts.get(name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

/** What the head of a page says of itself. */
function metas(html: string): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, string[]>();
  for (const [, name = "", content = ""] of html.matchAll(
    /<meta name="([^"]+)" content="([^"]*)">/gu,
  ))
    said.set(name, [...(said.get(name) ?? []), content]);
  return said;
}

describe("files for reference managers", async () => {
  const site = await built(onTheWeb, { folder: fixtures.telegrams });

  it("stand beside every document, calendared and withheld ones too", () => {
    for (const { id } of edition.documents)
      for (const extension of ["ris", "bib", "json"])
        expect(site.files).toContain(`documents/${id}.${extension}`);
  });

  it("are linked from the document's page, which says by which address it is cited", () => {
    for (const { id } of edition.documents) {
      const page = text(site, `documents/${id}.html`);
      const { addresses } = factsOf(page);
      for (const extension of ["ris", "bib", "json"])
        expect(addresses).toContain(`${id}.${extension}`);
      const address = `https://edition.example/telegrams/documents/${id}.html`;
      expect(page).toContain(`<link rel="canonical" href="${address}">`);
      expect(page).toContain(`<link rel="cite-as" href="${address}">`);
      expect(metas(page).get("z:url")).toEqual([address]);
      const [, json = ""] =
        /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(page) ?? [];
      const read: unknown = JSON.parse(json);
      expect(read).toMatchObject({ "@id": address, isPartOf: { name: edition.settings.title } });
    }
  });

  it("say nothing of an address that the edition does not have", async () => {
    const { url: _url, ...settings } = edition.settings;
    const offline = await built({ ...edition, settings }, { folder: fixtures.telegrams });
    const [document] = edition.documents;
    const page = text(offline, `documents/${document?.id ?? ""}.html`);
    expect(page).not.toMatch(/rel="(?:canonical|cite-as)"/u);
    expect(metas(page).has("z:url")).toBe(false);
  });

  it("give Zotero no date for an undated document", async () => {
    const undated: Edition = { ...edition, documents: edition.documents.map(withoutDate) };
    const pages = await built(undated, { folder: fixtures.telegrams });
    for (const { id } of edition.documents) {
      const page = text(pages, `documents/${id}.html`);
      expect(metas(page).has("DC.date")).toBe(false);
      expect(page).not.toContain("<time");
    }
  });
});

function withoutDate(document: Document): Document {
  const { date: _date, ...matter } = document.matter;
  return { ...document, matter };
}

describe("a file for all documents", () => {
  it("has each once, in the edition's order, in every form; a reader's has the reader's", async () => {
    await withBuilt(edition, { folder: fixtures.telegrams }, async (folder) => {
      const { apparatus } = buildApparatus(edition);
      const all = apparatus.documents.map(({ id }) => id);
      const reader = edition.readers.find(({ id }) => id === "everything");
      const readings = (reader?.matter.readings ?? []).filter((id) => all.includes(id));
      expect(readings.length).toBeGreaterThan(2);
      for (const [name, ids] of [
        ["edition", all],
        ["readers/everything", readings],
      ] as const) {
        const read = async (extension: string) =>
          readFile(path.join(folder, `${name}.${extension}`), "utf8");
        expect(readBiblatex(await read("bib")).map(({ id }) => id)).toEqual(ids);
        expect(readByCitationJs(await read("ris")).map(({ id }) => id)).toEqual(ids);
        expect(readByCitationJs(await read("json")).map(({ id }) => id)).toEqual(ids);
      }
    });
  });

  it("is proved: what lacks a document, has one too many or is not there is told", async () => {
    await withBuilt(edition, { folder: fixtures.telegrams }, async (folder) => {
      const { apparatus } = buildApparatus(edition);
      const problems = async (): Promise<readonly string[]> =>
        (await proveSite({ edition, apparatus, folder })).diagnostics.map(formatDiagnostic);
      expect(await problems()).toEqual([]);

      const all = path.join(folder, "edition.ris");
      const ris = await readFile(all, "utf8");
      await writeFile(all, ris.slice(ris.indexOf("TY  -", 1)));
      const json = path.join(folder, "readers/everything.json");
      const records: unknown = JSON.parse(await readFile(json, "utf8"));
      await writeFile(json, JSON.stringify([records, { id: "stray" }].flat()));
      const [first] = apparatus.documents;
      await rm(path.join(folder, `documents/${first?.id ?? ""}.bib`));
      const told = (await problems()).join("\n");
      expect(told).toContain(`output-export: edition.ris lacks document ${first?.id ?? ""}`);
      expect(told).toContain(
        "output-export: readers/everything.json has a document too many: stray",
      );
      expect(told).toContain(`output-export: documents/${first?.id ?? ""}.bib was not written`);
    });
  });
});
