import type { z } from "zod";
import { type DocumentFields, documentMatterSchema } from "../../edition/document-matter.ts";
import { type EssayFields, essayMatterSchema } from "../../edition/essay-matter.ts";
import type { Streams } from "../../edition/streams.ts";
import type { FieldDoubt, MarkdownFile } from "../../source/writing/markdown-file.ts";
import type { DocumentDraft, EssayDraft } from "../importer.ts";
import { eachItsOwn, idOf } from "../reading/slug.ts";
import { type Given, isObject, listIn, textIn } from "./given-values.ts";
import { readOwnMarkdown } from "./read-own-markdown.ts";

/** A draft whose share of the input has not been reckoned yet. */
export interface OwnDrafts {
  readonly documents: readonly Omit<DocumentDraft, "originals">[];
  readonly essays: readonly Omit<EssayDraft, "originals">[];
  /** All of the Markdown. */
  readonly markdown: string;
  readonly remarks: readonly string[];
}

/** The documents and essays that an importer of the editor's own gives as fields and Markdown. Throws where a field is none of theirs. */
export function ownDrafts(given: Given, streams: Streams, otherwise: string): OwnDrafts {
  const documents = listIn(given, "documents").map((one, index) =>
    partsOf(one, `document ${index + 1}`),
  );
  const essays = listIn(given, "essays").map((one, index) => partsOf(one, `essay ${index + 1}`));
  const ids = eachItsOwn(
    [...documents, ...essays].map(
      ({ matter }) =>
        textIn(matter, "id") ?? idOf(textIn(matter, "title") ?? otherwise, "document"),
    ),
  );
  const remarks: string[] = [];
  const bodyOf = (parts: Parts, voice: "transcription" | "commentary") => {
    const read = readOwnMarkdown(parts.markdown, parts.name, voice, streams);
    remarks.push(...read.remarks);
    return { blocks: read.blocks, notes: read.notes, doubts: parts.doubts };
  };
  return {
    documents: documents.map((parts, index) => {
      const matter: Given = { ...parts.matter, id: ids[index] };
      // A number is given where there is none yet.
      expectFields<DocumentFields>(documentMatterSchema, matter, parts.name, { number: 1 });
      return { stem: matter.id, matter, ...bodyOf(parts, "transcription") };
    }),
    essays: essays.map((parts, index) => {
      const matter: Given = { ...parts.matter, id: ids[documents.length + index] };
      expectFields<EssayFields>(essayMatterSchema, matter, parts.name);
      return { stem: matter.id, matter, ...bodyOf(parts, "commentary") };
    }),
    markdown: [...documents, ...essays].map((parts) => parts.markdown).join("\n"),
    remarks,
  };
}

interface Parts extends Pick<MarkdownFile<unknown>, "doubts"> {
  /** As messages name it: "document 2". */
  readonly name: string;
  readonly matter: Given;
  readonly markdown: string;
}

function partsOf(draft: unknown, name: string): Parts {
  if (!isObject(draft)) throw new Error(`${name} must be an object with "matter" and "markdown"`);
  const { matter, markdown = "" } = draft;
  if (!isObject(matter)) throw new Error(`the "matter" of ${name} must be an object of fields`);
  if (typeof markdown !== "string") throw new Error(`the "markdown" of ${name} must be text`);
  const doubts = listIn(draft, "doubts").map((doubt): FieldDoubt => {
    const field = isObject(doubt) ? textIn(doubt, "field") : undefined;
    const message = isObject(doubt) ? textIn(doubt, "message") : undefined;
    if (field === undefined || message === undefined)
      throw new Error(`each of the "doubts" of ${name} must have "field" and "message"`);
    return { field, message };
  });
  return { name, matter, markdown, doubts };
}

/** Throws where fields are not what a schema takes. */
function expectFields<Fields>(
  schema: z.ZodType<unknown, Fields>,
  matter: Given,
  name: string,
  otherwise: Given = {},
): asserts matter is Given & Fields {
  const result = schema.safeParse({ ...otherwise, ...matter });
  if (result.success) return;
  const [issue] = result.error.issues;
  if (issue?.code === "unrecognized_keys")
    throw new Error(`${name} has the field "${issue.keys[0] ?? ""}", which there is not`);
  const path = issue?.path.join(".") ?? "";
  throw new Error(`"${path}" of ${name} ${issue?.message ?? "is wrong"}`);
}
