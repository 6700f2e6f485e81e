import { startOf } from "../../diagnostics/place.ts";
import { type Worksheet, worksheetMatterSchema } from "../../edition/worksheet.ts";
import { walk } from "../../edition/walk.ts";
import { checkDivisions } from "../check-divisions.ts";
import { type Report, emptyPage } from "../markdown/reading.ts";
import { readMatterFile } from "../matter-file.ts";
import { readBody } from "../read-body.ts";
import type { TextFile } from "../text-file.ts";

/** Reads `worksheets/*.md`. A worksheet stands in many places, so that it can neither call notes nor refer. */
export function readWorksheet(text: TextFile, own: boolean, report: Report): Worksheet | undefined {
  const file = readMatterFile(text, worksheetMatterSchema, report);
  if (!file) return undefined;
  const { blocks } = readBody(file.body, "commentary", emptyPage(new Set(), report));
  checkDivisions(blocks, "essay", report);
  for (const node of walk(blocks)) {
    if (node.type === "note-call" || node.type === "reference" || node.type === "citation")
      report(
        "worksheet-words",
        node.place,
        `a ${node.type === "note-call" ? "note" : node.type} in a worksheet`,
      );
  }
  if (blocks.length === 0) report("file-empty", startOf(text.file), "the worksheet has no words");
  const name = (text.file.split("/").at(-1) ?? "").replace(/\.md$/u, "").toLowerCase();
  const { title, description = "" } = file.matter;
  return { name, title, description, blocks, own };
}
