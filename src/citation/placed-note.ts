import type { Pinpoint } from "./style-engine.ts";

/**
 * A note as HTML with room for a place in the document: around what names the place, the style's own words for each
 * kind of place. `{}` in them stands for the number.
 */
export interface PlacedNote {
  readonly before: string;
  /** What stands there where the whole document is cited. */
  readonly whole: string;
  readonly paragraph: string;
  /** Several paragraphs. */
  readonly paragraphs: string;
  readonly note: string;
  readonly after: string;
}

/** Numbers that a style takes for numbers, and that no citation holds. */
const ONE = "90909090";
const OTHER = "10101010";

/** Finds in a style's notes where and how it names a place. */
export function placeNote(cite: (pinpoint?: Pinpoint) => string): PlacedNote {
  const numbered = (label: "paragraph" | "note"): string =>
    cite({ label, locator: ONE }).replaceAll(ONE, "{}");
  const several = cite({ label: "paragraph", locator: `${ONE}, ${OTHER}` });
  const notes = [
    cite(),
    numbered("paragraph"),
    several.replace(new RegExp(`${ONE}.*${OTHER}`, "su"), "{}"),
    numbered("note"),
  ].map(signsOf);
  const before = sameAtStart(notes);
  const after = sameAtStart(notes.map((note) => note.slice(before).reverse()));
  const middles = notes.map((note) => note.slice(before, note.length - after));
  // An element that began before would end there.
  if (!middles.every(isWhole)) return placed([], notes, []);
  const [first = []] = notes;
  return placed(first.slice(0, before), middles, first.slice(first.length - after));
}

type Signs = readonly string[];

function placed(before: Signs, middles: readonly Signs[], after: Signs): PlacedNote {
  const [whole = "", paragraph = "", paragraphs = "", note = ""] = middles.map((signs) =>
    signs.join(""),
  );
  return { before: before.join(""), whole, paragraph, paragraphs, note, after: after.join("") };
}

/** HTML divided where it may be cut: tags and entities stay whole. */
function signsOf(html: string): Signs {
  return html.match(/<[^>]*>|&#?\w+;|./gsu) ?? [];
}

/** With how many signs all begin. */
function sameAtStart([first = [], ...others]: readonly Signs[]): number {
  const differs = first.findIndex((sign, at) => others.some((other) => other[at] !== sign));
  return differs < 0 ? first.length : differs;
}

/** Whether every element that begins there ends there. */
function isWhole(signs: Signs): boolean {
  let depth = 0;
  for (const sign of signs) {
    if (!/^<.+>$/su.test(sign)) continue;
    depth += sign.startsWith("</") ? -1 : 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
