import { compareDays } from "../edition/days.ts";
import type { Document } from "../edition/edition.ts";
import type { Division } from "../edition/text.ts";
import { plainText, walk } from "../edition/walk.ts";
import type { ChronologyLine } from "./apparatus.ts";
import type { DatedPart } from "./occurrences.ts";
import type { RankOf } from "./volume-order.ts";

/** Documents and the dated parts of their sheets by date; on one day by volume and number, a document before its parts. */
export function chronologyOf(
  documents: readonly Document[],
  rankOf: RankOf,
  datedPartsOf: (document: Document) => readonly DatedPart[],
): readonly ChronologyLine[] {
  return documents
    .flatMap((document) => [...ownLine(document), ...partLines(document, datedPartsOf(document))])
    .sort(
      (a, b) =>
        compareDays(a.date.earliest, b.date.earliest) ||
        rankOf(a.document.matter.volume) - rankOf(b.document.matter.volume) ||
        a.document.number - b.document.number,
    );
}

function ownLine(document: Document): readonly ChronologyLine[] {
  const { date, title } = document.matter;
  return date ? [{ date, document, title, entry: false }] : [];
}

/** The part with which the sheet begins is the document's own line where both have one date. */
function partLines(document: Document, parts: readonly DatedPart[]): readonly ChronologyLine[] {
  return parts.flatMap(({ division, paragraph }) => {
    const { date } = division;
    if (!date) return [];
    if (paragraph === 1 && date.edtf === document.matter.date?.edtf) return [];
    const line = { date, document, title: titleOf(division, document), entry: true };
    if (paragraph === undefined) return [line];
    return [{ ...line, coordinate: { kind: "paragraph" as const, number: paragraph } }];
  });
}

/** A part's own title, or the heading that stands in it, or what it is part of. */
function titleOf(division: Division, document: Document): string {
  if (division.title !== undefined) return division.title;
  for (const node of walk(division.blocks)) {
    if (node.type === "heading") return plainText(node.children).trim();
  }
  const title = document.matter.shortTitle ?? document.matter.title;
  return division.name === "attachment" ? `Attachment to “${title}”` : `Entry in “${title}”`;
}
