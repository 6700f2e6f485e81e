import { type ReaderFields, readerMatterSchema } from "../../edition/reader-matter.ts";
import type { MarkdownFile } from "./markdown-file.ts";
import { writeMatterFile } from "./write-matter-file.ts";

/** A reader's file, `readers/*.md`. */
export function writeReader(file: MarkdownFile<ReaderFields>): string {
  return writeMatterFile(file, readerMatterSchema);
}
