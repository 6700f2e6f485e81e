import { type DocumentFields, documentMatterSchema } from "../../edition/document-matter.ts";
import type { MarkdownFile } from "./markdown-file.ts";
import { writeMatterFile } from "./write-matter-file.ts";

/** A document's file, `texts/*.md`. */
export function writeDocument(file: MarkdownFile<DocumentFields>): string {
  return writeMatterFile(file, documentMatterSchema);
}
