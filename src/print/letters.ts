/** The letters and digits of a text, which no line break, hyphen or ligature changes: what is compared when a text is read back. */
export function letters(text: string): string {
  return text.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** A text as it was read, but small where it should be: where a font has no small capitals, a browser draws large ones. */
export function withoutSmallCapitals(expected: string, read: string): string {
  if (read === expected || read.length !== expected.length) return read;
  return read.replaceAll(/\p{Lu}/gu, (letter, at: number) => {
    const small = expected.slice(at, at + letter.length);
    return small.toUpperCase() === letter ? small : letter;
  });
}

/** The blocks of Unicode whose letters run from right to left, without their digits, which mostly do not; for a class of a regular expression. */
export const FROM_RIGHT = String.raw`\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10d2f}\u{10d3a}-\u{10e5f}\u{10e7f}-\u{10fff}\u{1e800}-\u{1efff}`;

const ONE_FROM_RIGHT = new RegExp(`[${FROM_RIGHT}]`, "u");
const STRETCHES = new RegExp(`[${FROM_RIGHT}]+|[^${FROM_RIGHT}]+`, "gu");

/** Whether some of a text runs from right to left. */
export function hasRightToLeft(text: string): boolean {
  return ONE_FROM_RIGHT.test(text);
}

/** The letters of a few words on one line as they stand on it from left to right. */
export function paintedLetters(words: string): string {
  const read = letters(words);
  if (!hasRightToLeft(read)) return read;
  const stretches = read.match(STRETCHES) ?? [];
  // What begins at the right goes on to the left.
  if (hasRightToLeft(stretches[0] ?? "")) stretches.reverse();
  return stretches
    .map((stretch) => (hasRightToLeft(stretch) ? fromBehind(stretch) : stretch))
    .join("");
}

/** Letters from the last to the first. */
export function fromBehind(text: string): string {
  return Array.from(text).reverse().join("");
}

/** Letters sorted: the same of two texts that have the same letters in another order. */
export function sortedLetters(text: string): string {
  return Array.from(text).sort().join("");
}
