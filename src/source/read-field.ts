import { divisionNamed } from "../edition/divisions.ts";
import type { Block } from "../edition/text.ts";
import { walk } from "../edition/walk.ts";
import { markdownField } from "./markdown-field.ts";
import { readMarkdown } from "./markdown/read-markdown.ts";
import type { Page } from "./markdown/reading.ts";
import type { TextFile } from "./text-file.ts";
import type { YamlFields } from "./yaml-fields.ts";

/** Reads a field that holds Markdown. It cannot have notes, which would belong to no page, nor parts for instructors: it is shown as it is. */
export function readField(
  text: TextFile,
  fields: YamlFields,
  path: string,
  value: string | undefined,
  page: Page,
): readonly Block[] {
  if (value === undefined) return [];
  const source = markdownField(text, fields, path, value);
  const { blocks, notes } = readMarkdown(source, "commentary", page);
  for (const node of walk(blocks))
    if (node.type === "note-call")
      page.report("note-misplaced", node.place, `the note [^${node.label}] is called in a field`);
  for (const node of walk(blocks))
    if (node.type === "division" && divisionNamed(node.name)?.audience === "instructors")
      page.report(
        "instructor-misplaced",
        node.place,
        `the part "${node.name}" stands in a field that students get`,
        "move it into the text below the front matter",
      );
  for (const note of notes)
    page.report("note-misplaced", note.place, `the note [^${note.label}] is defined in a field`);
  return blocks;
}
