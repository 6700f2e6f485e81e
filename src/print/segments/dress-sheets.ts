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
  const shown = sheets.slice(first, end);
  const chunks = new Set(shown.flatMap(({ content }) => (content ? [content.chunk] : [])));
  const pages = new Map(
    await Promise.all(
      [...chunks].map(async (chunk) => [chunk, await layouts.pagesOf(chunk)] as const),
    ),
  );
  return shown.map(({ content, side, folio, head }) => {
    const html = content && pages.get(content.chunk)?.[content.page];
    return {
      ...(html === undefined ? {} : { html }),
      filled: slotsOn(html, content ? (filled.get(content.chunk) ?? []) : []),
      side,
      folio,
      head,
    };
  });
}

/** The numbers of a page's own slots. */
function slotsOn(html: string | undefined, slots: FilledSlots): SheetDress["filled"] {
  const own: Record<string, FilledSlots[number]> = {};
  for (const [, at = ""] of html?.matchAll(/ data-slot="(\d+)"/g) ?? []) {
    own[at] = slots[Number(at)] ?? [];
  }
  return own;
}
