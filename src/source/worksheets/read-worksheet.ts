import { startOf } from "../../diagnostics/place.ts";
import { kept, rewriteBlocks } from "../../edition/rewrite.ts";
import { type TextNode, walk } from "../../edition/walk.ts";
import { type Worksheet, worksheetMatterSchema } from "../../edition/worksheet.ts";
import { checkDivisions } from "../check-divisions.ts";
import { type Report, emptyPage } from "../markdown/reading.ts";
import { readMatterFile } from "../matter-file.ts";
import { readBody } from "../read-body.ts";
import type { TextFile } from "../text-file.ts";

/** Reads `worksheets/*.md`. A worksheet stands in many places, so that it can neither call notes nor refer, nor be referred to. */
export function readWorksheet(
  text: TextFile,
  images: ReadonlySet<string>,
  own: boolean,
  report: Report,
): Worksheet | undefined {
  const file = readMatterFile(text, worksheetMatterSchema, report);
  if (!file) return undefined;
  const { blocks } = readBody(file.body, "commentary", emptyPage(images, report));
  checkDivisions(blocks, "worksheet", report);
  for (const node of walk(blocks)) {
    const refused = saidOnce(node);
    if (refused)
      report("worksheet-words", node.place, `${refused.what} in a worksheet`, refused.mend);
  }
  if (blocks.length === 0) report("file-empty", startOf(text.file), "the worksheet has no words");
  const name = worksheetName(text.file);
  const { title, description = "" } = file.matter;
  return { name, title, description, blocks: withoutWorksheets(blocks), own };
}

/** By what name a worksheet's file is called. */
function worksheetName(file: string): string {
  return (file.split("/").at(-1) ?? "").replace(/\.md$/u, "").toLowerCase();
}

/** Says where two files are worksheets of one name, since capital letters do not count. */
export function checkWorksheetNames(files: readonly string[], report: Report): void {
  const byName = new Map<string, string>();
  for (const file of files) {
    const name = worksheetName(file);
    const first = byName.get(name);
    if (first === undefined) byName.set(name, file);
    else
      report(
        "id-duplicate",
        startOf(file),
        `the worksheet "${name}" is in ${first} already`,
        "give one of the two files another name",
      );
  }
}

/** What cannot be said in several places, and how to mend it where not by words. */
function saidOnce(node: TextNode): { readonly what: string; readonly mend?: string } | undefined {
  if (node.type === "note-call") return { what: "a note" };
  if (node.type === "reference" || node.type === "citation") return { what: `a ${node.type}` };
  const id =
    node.type === "anchor" || node.type === "heading" || node.type === "division"
      ? node.id
      : undefined;
  return id === undefined ? undefined : { what: `the id "${id}"`, mend: "delete it" };
}

/** A sheet within a sheet is an error of its own, and might hold itself. */
function withoutWorksheets(blocks: Worksheet["blocks"]): Worksheet["blocks"] {
  return rewriteBlocks(blocks, {
    blocks: (inside) =>
      kept(inside, (block) => block.type !== "division" || block.name !== "worksheet"),
  });
}
