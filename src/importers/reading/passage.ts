import type { Place } from "../../diagnostics/place.ts";
import type { Inline } from "../../edition/text.ts";
import { type CutKind, cutKinds } from "./cut-kinds.ts";

/*
 * A passage is a run of an input's letters, just as they stand there, and beside it what is known of them:
 * which are emphasized, which are a note's mark, where a page begins. Rules add to that knowledge one
 * after the other and never touch the letters; so it can always be told what became of each of them.
 */

/** A run of letters with what is known of them. */
export interface Passage {
  readonly letters: string;
  /** Where letters stand in the input, in ascending order; the first is for the first letter. */
  readonly anchors: readonly Anchor[];
  readonly spans: readonly Span[];
}

/** From this letter on the passage runs on in the input, until the next anchor. */
export interface Anchor {
  readonly at: number;
  readonly place: Place;
}

/** Something known of the letters from one position to another. */
export type Span = Around | Instead;

/** The letters stand inside a node. */
export interface Around {
  readonly kind: "around";
  readonly from: number;
  readonly to: number;
  readonly wrap: (children: readonly Inline[], place: Place) => Inline;
  /** Where it is a link, the address. */
  readonly url?: string;
  /** Whether it may be made in two pieces where another span crosses it: emphasis may, an act may not. */
  readonly divisible: boolean;
}

/** Nodes stand in place of the letters, perhaps none. */
export interface Instead {
  readonly kind: "instead";
  readonly from: number;
  readonly to: number;
  readonly nodes: (place: Place) => readonly Inline[];
  /** What became of the letters, unless the nodes say them. */
  readonly cut?: CutKind;
}

/** Signs that are no letters and break a page: all controls but tab and line ends. */
export const CONTROL = /(?![\t\n\v\f\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** A passage of letters that run on from one place. */
export function passageOf(letters: string, place: Place): Passage {
  return passageFrom(letters, [{ at: 0, place }], []);
}

/** A passage of letters from several places. */
export function passageFrom(
  letters: string,
  anchors: readonly Anchor[],
  spans: readonly Span[],
): Passage {
  const controls = [...letters.matchAll(CONTROL)].map(({ index }) =>
    cut(index, index + 1, "control"),
  );
  return { letters, anchors, spans: controls.length === 0 ? spans : [...spans, ...controls] };
}

/** The same passage, with more known of it. */
export function knowing(passage: Passage, spans: readonly Span[]): Passage {
  return spans.length === 0 ? passage : { ...passage, spans: [...passage.spans, ...spans] };
}

/** Letters that become nothing. */
export function cut(from: number, to: number, kind: CutKind): Instead {
  return { kind: "instead", from, to, nodes: () => [], cut: kind };
}

/** A node that stands at a position, beside all letters. */
export function inserted(at: number, node: (place: Place) => Inline): Instead {
  return { kind: "instead", from: at, to: at, nodes: (place) => [node(place)] };
}

/** Where a letter stands in the input. */
export function placeIn(passage: Passage, at: number): Place {
  const { anchors } = passage;
  let low = 0;
  let high = anchors.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((anchors[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const anchor = anchors[low];
  if (!anchor) throw new Error("a passage without a place");
  return { ...anchor.place, column: anchor.place.column + at - anchor.at };
}

/** A part of a passage. What is known of letters on both sides of a bound goes to each side. */
export function part(passage: Passage, from: number, to: number): Passage {
  const first = placeIn(passage, from);
  const anchors = [
    { at: 0, place: first },
    ...passage.anchors
      .filter(({ at }) => at > from && at < to)
      .map(({ at, place }) => ({ at: at - from, place })),
  ];
  const spans = passage.spans.flatMap((span): readonly Span[] => {
    const begins = Math.max(span.from, from);
    const ends = Math.min(span.to, to);
    const isPoint = span.from === span.to;
    if (isPoint ? span.from < from || span.from > to : begins >= ends) return [];
    return [{ ...span, from: begins - from, to: ends - from }];
  });
  return { letters: passage.letters.slice(from, to), anchors, spans };
}

/** A passage without the space at its ends. */
export function trimmed(passage: Passage): Passage {
  const { letters } = passage;
  const from = letters.length - letters.trimStart().length;
  const to = Math.max(from, letters.trimEnd().length);
  return from === 0 && to === letters.length ? passage : part(passage, from, to);
}

/** Passages one behind the other, with a separator between them. */
export function joined(passages: readonly Passage[], separator = " "): Passage {
  let letters = "";
  const anchors: Anchor[] = [];
  const spans: Span[] = [];
  for (const passage of passages) {
    if (anchors.length > 0) letters += separator;
    const offset = letters.length;
    letters += passage.letters;
    for (const { at, place } of passage.anchors) anchors.push({ at: at + offset, place });
    for (const span of passage.spans)
      spans.push({ ...span, from: span.from + offset, to: span.to + offset });
  }
  return { letters, anchors, spans };
}

/** Whether a letter has already become something else. */
export function isCut(passage: Passage): (at: number) => boolean {
  const taken = passage.spans
    .filter((span) => span.kind === "instead" && span.to > span.from)
    .toSorted((a, b) => a.from - b.from);
  return (at) => {
    let low = 0;
    let high = taken.length - 1;
    while (low <= high) {
      const middle = Math.floor((low + high) / 2);
      const span = taken[middle];
      if (!span) return false;
      if (at < span.from) high = middle - 1;
      else if (at >= span.to) low = middle + 1;
      else return true;
    }
    return false;
  };
}

/** The letters that the text itself says. */
export function keptLetters(passage: Passage): string {
  let kept = "";
  let at = 0;
  for (const { from, to, cut: kind } of cutsOf(passage)) {
    if (cutKinds[kind].goes === "text") continue;
    if (from > at) kept += passage.letters.slice(at, from);
    at = Math.max(at, to);
  }
  return kept + passage.letters.slice(at);
}

/** The letters that are left behind, by kind and in order. */
export function leftLetters(
  passage: Passage,
): readonly { readonly kind: CutKind; readonly text: string }[] {
  let at = 0;
  return cutsOf(passage).flatMap(({ from, to, cut: kind }) => {
    if (cutKinds[kind].goes === "text") return [];
    const begins = Math.max(from, at);
    at = Math.max(at, to);
    const isLeft = cutKinds[kind].goes === "left" && begins < to;
    return isLeft ? [{ kind, text: passage.letters.slice(begins, to) }] : [];
  });
}

function cutsOf(passage: Passage): readonly (Instead & { readonly cut: CutKind })[] {
  return passage.spans
    .flatMap((span) =>
      span.kind === "instead" && span.cut !== undefined && span.to > span.from
        ? [{ ...span, cut: span.cut }]
        : [],
    )
    .toSorted((a, b) => a.from - b.from);
}
