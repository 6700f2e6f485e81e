import type { Layouts } from "../layout/lay-out-chunks.ts";
import type { FilledSlots, NumberedReader } from "../numbering/converge.ts";
import type { SheetDress } from "../page/assemble.ts";
import type { SegmentRange } from "./cut-segments.ts";

/** Sheets in a row as they are shown: each page with its head, its folio and the numbers that it tells. */
export async function dressSheets(
  { sheets, filled }: NumberedReader,
  layouts: Layouts,
  { first, end }: SegmentRange,
): Promise<readonly SheetDress[]> {
  const dresses: SheetDress[] = [];
  // Pages that the cache has kept are read a chunk at a time.
  let chunk: string | undefined;
  let pages: readonly string[] = [];
  for (const { content, side, folio, head } of sheets.slice(first, end)) {
    if (content && content.chunk !== chunk) {
      chunk = content.chunk;
      pages = await layouts.pagesOf(chunk);
    }
    const html = content && pages[content.page];
    dresses.push({
      ...(html === undefined ? {} : { html }),
      filled: slotsOn(html, content ? (filled.get(content.chunk) ?? []) : []),
      side,
      folio,
      head,
    });
  }
  return dresses;
}

/** The numbers of a page's own slots. */
function slotsOn(html: string | undefined, slots: FilledSlots): SheetDress["filled"] {
  const own: Record<string, FilledSlots[number]> = {};
  for (const [, at = ""] of html?.matchAll(/ data-slot="(\d+)"/g) ?? []) {
    own[at] = slots[Number(at)] ?? [];
  }
  return own;
}
