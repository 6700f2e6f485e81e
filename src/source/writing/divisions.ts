import type { Division } from "../../edition/text.ts";
import { writeAttributes } from "./attributes.ts";
import { writeBlocks } from "./blocks.ts";

/** `::: dateline` … `:::`, with braces where it has more to say than its name. */
export function writeDivision(division: Division, width: number): readonly string[] {
  return [`::: ${openingOf(division)}`, ...writeBlocks(division.blocks, width), ":::"];
}

function openingOf({ name, id, date, title, options = new Map() }: Division): string {
  const isBare = id === undefined && date === undefined && title === undefined;
  if (isBare && options.size === 0) return name;
  const pairs: (readonly [string, string])[] = [];
  if (date !== undefined) pairs.push(["date", date.edtf]);
  if (title !== undefined) pairs.push(["title", title]);
  for (const [option, { value }] of options) pairs.push([option, value]);
  return writeAttributes({ classes: [name], id, pairs });
}
