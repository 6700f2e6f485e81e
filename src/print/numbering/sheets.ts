import { documentsInRow } from "../../apparatus/document-numbers.ts";
import type { LaidOutChunk } from "../page/lay-out.ts";
import type { ChunkHead } from "../page/set-up.ts";
import { romanNumeral } from "../../edition/roman-numeral.ts";

/** A printed page: which page of which chunk, on which side, under which number. */
export interface Sheet {
  /** Absent on a blank page, which is there so that the next begins on the right. */
  readonly content?: { readonly chunk: string; readonly page: number };
  readonly side: "recto" | "verso";
  /** Its number, also where it is not printed: `iv`, `12`. */
  readonly label: string;
  /** What is printed at its foot; empty on covers and blank pages. */
  readonly folio: string;
  /** What is printed at its head; empty where a chunk opens. */
  readonly head: string;
}

/** Puts the pages of all chunks in a row. The front matter counts i, ii, iii from the cover on, the rest 1, 2, 3; right-hand pages are odd in both. */
export function arrangeSheets(
  heads: readonly ChunkHead[],
  layouts: ReadonlyMap<string, LaidOutChunk>,
): readonly Sheet[] {
  const sheets: Sheet[] = [];
  let body = false;
  let number = 0;
  const add = (sheet: Pick<Sheet, "content" | "head"> & { readonly printed: boolean }): void => {
    number += 1;
    const label = body ? String(number) : romanNumeral(number);
    const { content, head, printed } = sheet;
    const side = sheets.length % 2 === 0 ? "recto" : "verso";
    sheets.push({
      ...(content ? { content } : {}),
      side,
      label,
      folio: printed ? label : "",
      head,
    });
  };
  for (const { id, folio, start, head } of heads) {
    const pages = layouts.get(id)?.pages ?? [];
    const opensBody = folio === "arabic" && !body;
    // Page 1 is a right-hand page, or odd numbers would fall on the left.
    if ((start === "recto" || opensBody) && sheets.length % 2 === 1) {
      add({ head: "", printed: false });
    }
    if (opensBody) {
      body = true;
      number = 0;
    }
    pages.forEach(({ running = [] }, page) => {
      const content = { chunk: id, page };
      const told = runningHead(running) ?? head;
      add({ content, head: page === 0 || folio === "none" ? "" : told, printed: folio !== "none" });
    });
  }
  return sheets;
}

/** Over a page of many short documents: which of them stand on it. */
function runningHead(numbers: readonly string[]): string | undefined {
  return numbers.length === 0 ? undefined : documentsInRow(numbers);
}

/** Where things stand, as indexes into the sheets. */
export interface Whereabouts {
  /** The sheet on which each id begins. */
  readonly sheetOf: ReadonlyMap<string, number>;
  /** The sheets that mention an entry of the register, each once with its first mention. */
  readonly mentions: ReadonlyMap<
    string,
    readonly { readonly sheet: number; readonly id: string }[]
  >;
}

/** Finds everything that a number of a page can lead to. */
export function findWhereabouts(
  sheets: readonly Sheet[],
  layouts: ReadonlyMap<string, LaidOutChunk>,
): Whereabouts {
  const sheetOf = new Map<string, number>();
  const mentions = new Map<string, { sheet: number; id: string }[]>();
  sheets.forEach(({ content }, sheet) => {
    const page = content && layouts.get(content.chunk)?.pages[content.page];
    for (const id of page?.ids ?? []) if (!sheetOf.has(id)) sheetOf.set(id, sheet);
    for (const { entry, id } of page?.mentions ?? []) {
      const known = mentions.get(entry) ?? [];
      if (known.at(-1)?.sheet !== sheet) mentions.set(entry, [...known, { sheet, id }]);
    }
  });
  return { sheetOf, mentions };
}
