import type { Place } from "../../diagnostics/place.ts";
import type { DivisionName } from "../../edition/divisions.ts";
import type { Block } from "../../edition/text.ts";
import { inlinesOf } from "./inlines-of.ts";
import type { Passage } from "./passage.ts";

/* Blocks of an input whose letters are still passages, so that rules can read on in them. */

export type RawBlock =
  | RawParagraph
  | RawHeading
  | RawList
  | RawTable
  | { readonly type: "quotation"; readonly blocks: readonly RawBlock[]; readonly place: Place }
  | {
      readonly type: "division";
      readonly name: DivisionName;
      readonly blocks: readonly RawBlock[];
      readonly place: Place;
    }
  | { readonly type: "rule"; readonly place: Place }
  | { readonly type: "doubt"; readonly message: string; readonly place: Place };

export interface RawParagraph {
  readonly type: "paragraph";
  readonly passage: Passage;
  /** What the input calls it: an element's classes. */
  readonly names?: readonly string[];
}

export interface RawHeading {
  readonly type: "heading";
  readonly level: number;
  readonly passage: Passage;
}

export interface RawList {
  readonly type: "list";
  readonly ordered: boolean;
  readonly tight: boolean;
  readonly entries: readonly { readonly marker?: string; readonly blocks: readonly RawBlock[] }[];
  readonly place: Place;
}

export interface RawTable {
  readonly type: "table";
  /** Cells of the head; empty passages where the table has none. */
  readonly head: readonly Passage[];
  readonly rows: readonly (readonly Passage[])[];
  readonly place: Place;
}

/** The passages of blocks, in reading order. */
export function passagesIn(blocks: readonly RawBlock[]): readonly Passage[] {
  return blocks.flatMap((block): readonly Passage[] => {
    switch (block.type) {
      case "paragraph":
      case "heading":
        return [block.passage];
      case "list":
        return block.entries.flatMap((entry) => passagesIn(entry.blocks));
      case "table":
        return [...block.head, ...block.rows.flat()];
      case "quotation":
      case "division":
        return passagesIn(block.blocks);
      case "rule":
      case "doubt":
        return [];
    }
  });
}

/** The same blocks with other passages, in reading order. */
export function withPassages(
  blocks: readonly RawBlock[],
  change: (passage: Passage) => Passage,
): readonly RawBlock[] {
  return blocks.map((block): RawBlock => {
    switch (block.type) {
      case "paragraph":
      case "heading":
        return { ...block, passage: change(block.passage) };
      case "list":
        return {
          ...block,
          entries: block.entries.map((entry) => ({
            ...entry,
            blocks: withPassages(entry.blocks, change),
          })),
        };
      case "table":
        return {
          ...block,
          head: block.head.map(change),
          rows: block.rows.map((row) => row.map(change)),
        };
      case "quotation":
      case "division":
        return { ...block, blocks: withPassages(block.blocks, change) };
      case "rule":
      case "doubt":
        return block;
    }
  });
}

/** Makes the text of blocks. A paragraph of which nothing is left is none. */
export function blocksOf(raw: readonly RawBlock[]): readonly Block[] {
  return raw.flatMap((block): readonly Block[] => {
    switch (block.type) {
      case "paragraph": {
        const children = inlinesOf(block.passage);
        return children.length === 0
          ? []
          : [{ type: "paragraph", children, place: placeOf(block.passage) }];
      }
      case "heading": {
        const children = inlinesOf(block.passage);
        return children.length === 0
          ? []
          : [{ type: "heading", level: block.level, children, place: placeOf(block.passage) }];
      }
      case "list": {
        const { ordered, tight, place } = block;
        const entries = block.entries
          .map(({ marker, blocks }) => ({
            ...(marker === undefined ? {} : { marker }),
            blocks: blocksOf(blocks),
            place: placeOf(passagesIn(blocks)[0]) ?? place,
          }))
          .filter((entry) => entry.blocks.length > 0);
        return entries.length === 0 ? [] : [{ type: "list", ordered, tight, entries, place }];
      }
      case "table":
        return [
          {
            type: "table",
            alignments: block.head.map(() => "none" as const),
            head: block.head.map(inlinesOf),
            rows: block.rows.map((row) => row.map(inlinesOf)),
            place: block.place,
          },
        ];
      case "quotation":
      case "division": {
        const blocks = blocksOf(block.blocks);
        return blocks.length === 0 ? [] : [{ ...block, blocks }];
      }
      case "rule":
      case "doubt":
        return [block];
    }
  });
}

function placeOf(passage: Passage): Place;
function placeOf(passage: Passage | undefined): Place | undefined;
function placeOf(passage: Passage | undefined): Place | undefined {
  const anchor = passage?.anchors[0];
  if (passage && !anchor) throw new Error("a passage without a place");
  return anchor?.place;
}
