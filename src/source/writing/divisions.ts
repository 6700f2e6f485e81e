import type { Division } from "../../edition/text.ts";
import { writeAttributes } from "./attributes.ts";
import { writeBlocks } from "./blocks.ts";

/** `::: dateline` … `:::`, with braces where it has more to say than its name. */
export function writeDivision(division: Division, width: number): readonly string[] {
  return [`::: ${openingOf(division)}`, ...writeBlocks(division.blocks, width), ":::"];
}

function openingOf({ name, id, date, title }: Division): string {
  if (id === undefined && date === undefined && title === undefined) return name;
  const pairs: (readonly [string, string])[] = [];
  if (date !== undefined) pairs.push(["date", date.edtf]);
  if (title !== undefined) pairs.push(["title", title]);
  return writeAttributes({ classes: [name], id, pairs });
}
