import type { DocumentFields } from "../../edition/document-matter.ts";
import type { DocumentMatter } from "../../edition/document-matter.ts";
import type { Document, Essay, Reader, RegisterEntry } from "../../edition/edition.ts";
import type { EssayFields, EssayMatter } from "../../edition/essay-matter.ts";
import type { ReaderFields, ReaderMatter } from "../../edition/reader-matter.ts";
import type { RegisterFields, RegisterMatter } from "../../edition/register-matter.ts";
import type { Block } from "../../edition/text.ts";
import { walk } from "../../edition/walk.ts";
import { markdownAt } from "../markdown/markdown-source.ts";
import { readMarkdown } from "../markdown/read-markdown.ts";
import { emptyPage } from "../markdown/reading.ts";
import type { MarkdownFile } from "./markdown-file.ts";
import { normalBlocks } from "./normal-form.ts";
import { writeMarkdown } from "./write-markdown.ts";
import type { RegisterFileEntry } from "./write-register.ts";

/** A document of the model as the file that it would be read from. */
export function documentAsFile(document: Document): MarkdownFile<DocumentFields> {
  const { matter, abstract, before, transcription, after, notes } = document;
  const written = markdownOf(matter.abstract, abstract, document.file);
  return {
    matter: fieldsOf({ ...matter, ...(written === undefined ? {} : { abstract: written }) }),
    doubts: [],
    blocks: [...before, ...transcription, ...after],
    notes,
  };
}

/** An essay of the model as its file. */
export function essayAsFile({ matter, blocks, notes }: Essay): MarkdownFile<EssayFields> {
  return { matter: fieldsOf(matter), doubts: [], blocks, notes };
}

/** A reader of the model as its file. */
export function readerAsFile({ matter, blocks, notes }: Reader): MarkdownFile<ReaderFields> {
  return { matter: fieldsOf(matter), doubts: [], blocks, notes };
}

/** An entry of a register of the model as it would stand in its file. */
export function entryAsFile(entry: RegisterEntry): RegisterFileEntry {
  const { id, matter } = entry;
  const written = markdownOf(matter.description, entry.description, entry.file);
  const fields = fieldsOf({
    ...matter,
    ...(written === undefined ? {} : { description: written }),
  });
  return { id, matter: fields, doubts: [] };
}

/**
 * The Markdown of a field. A folded text of several paragraphs has lost its empty lines where YAML
 * has read it, though the file has them: it is then written anew from its tree.
 */
function markdownOf(
  given: string | undefined,
  blocks: readonly Block[],
  file: string,
): string | undefined {
  if (given === undefined) return undefined;
  const images = new Set(
    [...walk(blocks)].flatMap((node) => (node.type === "image" ? [node.source] : [])),
  );
  const page = emptyPage(images, () => undefined);
  const read = readMarkdown(markdownAt({ file, line: 1, column: 1 }, given), "commentary", page);
  return withoutPlaces(read.blocks) === withoutPlaces(normalBlocks(blocks))
    ? given
    : writeMarkdown(blocks);
}

function withoutPlaces(blocks: readonly Block[]): string {
  return JSON.stringify(blocks, (key, value: unknown) => (key === "place" ? undefined : value));
}

/** The fields of a front matter as a file spells them: `record-id`, and a date as it was written. */
function fieldsOf(matter: DocumentMatter): DocumentFields;
function fieldsOf(matter: EssayMatter): EssayFields;
function fieldsOf(matter: ReaderMatter): ReaderFields;
function fieldsOf(matter: RegisterMatter): RegisterFields;
function fieldsOf(matter: object): unknown {
  return spelled(matter);
}

function spelled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spelled);
  if (typeof value !== "object" || value === null) return value;
  if ("edtf" in value) return value.edtf;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      spelled(inner),
    ]),
  );
}
