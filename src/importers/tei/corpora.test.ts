import { existsSync, readFileSync } from "node:fs";
import { DOMParser, type Document as DomDocument, type Node as DomNode } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import xpath from "xpath";
import type { Block, Inline, Note } from "../../edition/text.ts";
import { childrenOf, walk } from "../../edition/walk.ts";
import { balanceOf } from "../balance.ts";
import type { DocumentDraft, ImportedWork } from "../importer.ts";
import { lettersOf } from "../ledger.ts";
import { inputOf } from "../input.ts";
import { proveWork } from "../proof/prove-work.ts";
import { tallyOf } from "../tally.ts";
import { frusTei } from "./frus-tei.ts";

/*
 * Real volumes, which stand beside the checkout where there are any. They are counted by another
 * library, which knows nothing of the importer.
 */
const CORPORA = "../shared/corpora";

function bytesOf(path: string): Buffer | undefined {
  const file = `${CORPORA}/${path}`;
  if (existsSync(file)) return readFileSync(file);
  console.warn(`no ${file}: a real volume is not tested`);
  return undefined;
}

async function imported(name: string, content: Buffer): Promise<ImportedWork> {
  const work = await frusTei.read(inputOf(name, content), { language: "en" });
  const proof = proveWork(work);
  expect([proof.unaccounted, [...proof.drafts.values()]]).toEqual([0, []]);
  return work;
}

const select = xpath.useNamespaces({
  t: "http://www.tei-c.org/ns/1.0",
  xml: "http://www.w3.org/XML/1998/namespace",
});

/** A volume, as the other library has it. */
class Independent {
  readonly #dom: DomDocument;

  constructor(bytes: Buffer) {
    this.#dom = new DOMParser().parseFromString(bytes.toString("utf8"), "text/xml");
  }

  count(path: string): number {
    return Number(select(`count(${path})`, dom(this.#dom)));
  }

  /** Nodes, in the document's order. */
  nodes(path: string): readonly DomNode[] {
    const found = select(path, dom(this.#dom));
    return Array.isArray(found) ? found.map((node) => own(node)) : [];
  }
}

/** The two libraries' types do not know each other. */
function dom(node: unknown): Node {
  return node as Node; // oxlint-disable-line no-unsafe-type-assertion
}

function own(node: unknown): DomNode {
  return node as DomNode; // oxlint-disable-line no-unsafe-type-assertion
}

/** Four megabytes, read by two libraries on a busy machine. */
const SLOW = 180_000;

/** Parts that are made anew, or that are registers: what stands in them is not counted. */
const TEXT =
  "[not(ancestor::t:titlePage)][not(ancestor::t:div[@xml:id='index' or @xml:id='toc' or @xml:id='persons' or @xml:id='terms'])]";
/** Words that become a title, and not its notes. */
const NOT_A_TITLE = "[not(ancestor::t:head[parent::t:div]) or ancestor::t:note]";

const SOURCE = "@type='source' or @n='0'";

describe.each<readonly [path: string]>([
  ["frus/frus1961-63v06.xml"],
  ["frus/frus1961-63v05.xml"],
  ["frus/frus1961-63v10-12mSupp.xml"],
])("%s", (path) => {
  it(
    "has what XPath counts, and every document's letters in their order",
    { timeout: SLOW },
    async () => {
      const bytes = bytesOf(path);
      if (!bytes) return;
      const work = await imported(path, bytes);
      const volume = new Independent(bytes);
      const texts = [...work.documents, ...work.essays];
      const notes = texts.flatMap((each) => each.notes);
      const people = work.registers.filter(({ register }) => register === "people");
      const { counted } = work;
      const tally = tallyOf(work);

      expect({
        documents: work.documents.length,
        notes: [notes.length, counted.notes, tally.notes],
        sources: notes.filter(({ stream }) => stream === "source").length,
        references: [counted.references, tally.references],
        mentions: counted.people,
        people: people.flatMap(({ entries }) => entries).length,
        pages: counted.pages,
      }).toEqual({
        documents: volume.count("//t:div[@type='document']"),
        notes: Array(3).fill(volume.count(`//t:text//t:note${TEXT}`)),
        sources: volume.count(`//t:text//t:note[${SOURCE}]`),
        references: Array(2).fill(volume.count(`//t:text//t:ref${TEXT}`)),
        mentions: volume.count(`//t:text//t:persName[@corresp]${TEXT}${NOT_A_TITLE}`),
        people: volume.count("//t:div[@xml:id='persons']//t:persName[@xml:id]"),
        pages: volume.count(`//t:text//t:pb${TEXT}`),
      });
      const rows = balanceOf(work, proveWork(work), new Set());
      expect(rows.map((row) => [row.kind, row.out + row.left])).toEqual(
        rows.map((row) => [row.kind, row.in]),
      );
      expect(markedPages(work)).toEqual(volumePages(volume));

      const divisions = volume.nodes("//t:div[@type='document']");
      for (const [at, draft] of work.documents.entries()) {
        const division = divisions[at];
        const number = draft.matter.number;
        expect([number, lettersOfDraft(draft)]).toEqual([
          number,
          division && lettersOfDivision(division),
        ]);
      }
    },
  );
});

describe("essays that are no volume", () => {
  it("become an essay each", async () => {
    const path = "context/chapters/1961-1968.xml";
    const bytes = bytesOf(path);
    if (!bytes) return;
    const work = await imported(path, bytes);
    const volume = new Independent(bytes);
    expect(work.documents).toEqual([]);
    expect(work.volumes).toEqual([]);
    expect(work.essays.map(({ matter }) => matter.title)).toHaveLength(
      volume.count("//t:text/*/t:div"),
    );
  });
});

/** Pages of documents, by the document that they are marked in. */
function markedPages(work: ImportedWork): readonly string[] {
  return work.documents.flatMap(({ blocks, notes }) =>
    [blocks, ...notes.map((note) => note.blocks)].flatMap((inside) =>
      [...walk(inside)].flatMap((node) => (node.type === "page-break" ? [node.page] : [])),
    ),
  );
}

/** Pages that begin in the body, or right before it. */
function volumePages(volume: Independent): readonly string[] {
  return volume
    .nodes("(//t:body//t:pb | //t:text/t:pb[following-sibling::t:body])/@n")
    .map(({ nodeValue }) => nodeValue ?? "");
}

/** Letters without the brackets of editorial acts, which may be marks or letters. */
function bare(letters: string): string {
  return lettersOf(letters).replaceAll(/[[\]]/gu, "");
}

/** Title, source notes, text with each note where it is called; of an entry title and abstract. */
function lettersOfDraft({ matter, blocks, notes }: DocumentDraft): string {
  const sources = notes
    .filter(({ stream }) => stream === "source")
    .map((note) => text(note.blocks, []));
  const abstract = (matter.abstract ?? "").toString().replaceAll("\\", "");
  return bare([matter.title, abstract, ...sources, text(blocks, notes)].join("")).replaceAll(
    ".",
    "",
  );
}

function text(nodes: readonly (Block | Inline)[], notes: readonly Note[]): string {
  return nodes
    .map((node): string => {
      if (node.type === "text") return node.value;
      if (node.type === "note-call") {
        return text(notes.find(({ label }) => label === node.label)?.blocks ?? [], []);
      }
      if (node.type === "list") {
        return node.entries
          .map((entry) => `${entry.marker ?? ""}${text(entry.blocks, notes)}`)
          .join("");
      }
      return text(childrenOf(node), notes);
    })
    .join("");
}

/** The same of the input: the heading without its number and notes, source notes, everything else. */
function lettersOfDivision(division: DomNode): string {
  const inside = (path: string): string => {
    const found = select(path, dom(division));
    return Array.isArray(found) ? found.map((node) => own(node).nodeValue ?? "").join("") : "";
  };
  const title = inside("t:head//text()[not(ancestor::t:note)]");
  const sources = inside(`t:head//t:note[${SOURCE}]//text()`);
  const others = inside(
    "node()[not(self::t:head or self::t:uh-oh)][namespace-uri()='http://www.tei-c.org/ns/1.0']/descendant-or-self::text()",
  );
  return bare(`${lettersOf(title).replace(/^\d+[A-Z]?\./u, "")}${sources}${others}`).replaceAll(
    ".",
    "",
  );
}
