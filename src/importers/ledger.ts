import type { Place } from "../diagnostics/place.ts";

/*
 * The proof that nothing is lost and nothing invented. Letters (everything but space and what is
 * invisible) add up whatever becomes of spaces: the input's letters are those of the drafts'
 * originals and of what was left behind; and each original's letters stand in its draft, in order.
 */

/** A piece of the input's text that went into a draft. */
export interface Original {
  /** The piece's text as the input has it, with the text of notes where the input has it. */
  readonly text: string;
  /**
   * Where it went, as the draft's words in the same order:
   * `inline`, body with each note's text at its call, notes never called before everything else;
   * `behind`, body and then all notes in the order of their definition;
   * `field`, the field or fields named in `fields`, one after the other.
   */
  readonly order: "inline" | "behind" | "field";
  readonly fields?: readonly string[];
}

/** A piece of the input that stands in no draft. */
export interface LeftBehind {
  /** What it is: "menu", "printed index". */
  readonly what: string;
  /** Why it was left: "an index is made anew from the text". */
  readonly why: string;
  /** Its text. */
  readonly text: string;
  /** What of the kinds that are counted stands in it, or is left although its words are kept. */
  readonly holds?: Held;
  readonly place?: Place;
}

/** Kinds of things that an import counts beside words. */
export const heldKinds = ["notes", "references", "pages", "people"] as const;

/** Numbers of things that are counted beside words; of a kind that is not named, none. */
export type Held = { readonly [Kind in (typeof heldKinds)[number]]?: number };

/** The letters of a text: without spaces, line ends, soft hyphens, zero-width signs and byte-order marks; accents apart from their letters (NFD), so that the letters of two pieces are those of the whole. */
export function lettersOf(text: string): string {
  return text.normalize("NFD").replaceAll(/[\s\p{Cf}\p{Zs}]/gu, "");
}

/** How many words stand in a text: runs of letters and digits, with what stands within them. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:[’'.,\-\p{Cf}][\p{L}\p{M}\p{N}]+)*/gu)?.length ?? 0;
}

/** What two pieces hold together. */
export function heldTogether(one: Held, other: Held): Held {
  return Object.fromEntries(
    heldKinds
      .map((kind) => [kind, (one[kind] ?? 0) + (other[kind] ?? 0)] as const)
      .filter(([, number]) => number > 0),
  );
}
