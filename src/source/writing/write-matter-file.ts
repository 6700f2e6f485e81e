import type { z } from "zod";
import { writeFields } from "./fields.ts";
import type { MarkdownFile } from "./markdown-file.ts";
import { writeWrapped } from "./write-markdown.ts";

/** A Markdown file: its front matter by a schema, and below it the body and its notes. */
export function writeMatterFile(
  { matter, doubts, blocks, notes }: MarkdownFile<object>,
  schema: z.ZodType,
): string {
  const fields = writeFields({ schema, value: matter, doubts });
  const body = writeWrapped(blocks, notes);
  return ["---", ...fields, "---", ...(body === "" ? [] : ["", body]), ""].join("\n");
}
