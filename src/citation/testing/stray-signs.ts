/** What no citation and no record may show, by what is wrong with it. */
const STRAY: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a value that is none", /\b(?:undefined|null|NaN)\b|\[object/u],
  ["a year that is none", /\b0000\b/u],
  ["doubled commas", /,\s*,/u],
  ["a comma before a stop", /,\s*[.;:]/u],
  ["doubled stops", /\.\s*\./u],
  // "?–1962" is a date whose beginning is not known.
  ["a sign behind a space", /\s[,.;:!?)\]](?!–)/u],
  ["a sign behind an opening bracket", /[([]\s*[,.;:)\]\s]/u],
  ["empty quotation marks", /“\s*”/u],
  ["doubled spaces", /\s\s/u],
  ["a sign at the beginning", /^[\s,.;:)\]]/u],
  ["a sign left over at the end", /[,;:([\s]$/u],
];

/** What is wrong with the words of a citation; empty where nothing is. */
export function straySigns(citation: string): readonly string[] {
  return STRAY.filter(([, pattern]) => pattern.test(citation)).map(
    ([what]) => `${what}: ${citation}`,
  );
}
