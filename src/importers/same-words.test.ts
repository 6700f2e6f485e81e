import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type TextNode, childrenOf } from "../edition/walk.ts";
import type { DocumentDraft, Importer } from "./importer.ts";
import { docx } from "./docx/docx.ts";
import { webPage } from "./html/web-page.ts";
import { lettersOf } from "./ledger.ts";
import { Refusal } from "./refusal.ts";
import { expectOwed } from "./testing/expect-owed.ts";
import { plainText } from "./text/plain-text.ts";

const FORMS = "../shared/corpora/forms-v06";
const absent = !existsSync(FORMS);
if (absent) console.warn(`${FORMS} is not here: the three forms of its documents are not compared`);

/** A document as letters, with notes where they are called and pages where they begin. */
interface Telling {
  readonly title: string;
  readonly number: number | undefined;
  readonly date: unknown;
  readonly place: unknown;
  readonly body: string;
  readonly notes: readonly string[];
}

/** Word's files were made with curly quotation marks; the words are the same. */
function withPlainMarks(telling: Telling): Telling {
  const plain = (words: string): string =>
    words.replaceAll(/[“”]/gu, '"').replaceAll(/[‘’]/gu, "'");
  return {
    ...telling,
    title: plain(telling.title),
    body: plain(telling.body),
    notes: telling.notes.map(plain),
  };
}

async function told(importer: Importer, folder: string, name: string): Promise<Telling> {
  const content = readFileSync(join(FORMS, folder, name));
  const work = await expectOwed(importer, { name, content });
  if (work instanceof Refusal) throw work;
  const [draft, ...others] = work.documents;
  if (!draft || others.length > 0) throw new Error("a file is one document");
  return tellingOf(draft);
}

function tellingOf({ matter, blocks, notes }: DocumentDraft): Telling {
  return {
    title: matter.title.toString(),
    number: matter.number,
    date: matter.date,
    place: matter.place,
    body: lettersIn(blocks),
    notes: notes.map((note) => `${note.label} ${lettersIn(note.blocks)}`),
  };
}

function lettersIn(nodes: readonly TextNode[]): string {
  return lettersOf(nodes.map(wordsIn).join(" "));
}

function wordsIn(node: TextNode): string {
  if (node.type === "text") return node.value;
  if (node.type === "note-call") return `‹${node.label}›`;
  if (node.type === "page-break") return `‹page ${node.page}›`;
  if (node.type === "list")
    return node.entries
      .map(({ marker = "", blocks }) => marker + blocks.map(wordsIn).join(""))
      .join("");
  return childrenOf(node).map(wordsIn).join("");
}

describe.skipIf(absent)("the same documents as a page, as text and as Word's file", () => {
  const names = absent
    ? []
    : readdirSync(join(FORMS, "html"))
        .map((file) => file.replace(/\.html$/, ""))
        .toSorted();

  it.each(names)(
    "%s: the page and the text have the same words, notes, calls and pages",
    async (name) => {
      const page = await told(webPage, "html", `${name}.html`);
      expect(await told(plainText, "txt", `${name}.txt`)).toEqual(page);
    },
  );

  it.each(names)(
    "%s: the page and Word's file have the same words, notes, calls and pages",
    async (name) => {
      const page = await told(webPage, "html", `${name}.html`);
      const file = await told(docx, "docx", `${name}.docx`);
      expect(withPlainMarks(file)).toEqual(withPlainMarks(page));
    },
  );
});
