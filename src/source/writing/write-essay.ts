import { type EssayFields, essayMatterSchema } from "../../edition/essay-matter.ts";
import type { MarkdownFile } from "./markdown-file.ts";
import { writeMatterFile } from "./write-matter-file.ts";

/** An essay's file, `essays/*.md`. */
export function writeEssay(file: MarkdownFile<EssayFields>): string {
  return writeMatterFile(file, essayMatterSchema);
}
