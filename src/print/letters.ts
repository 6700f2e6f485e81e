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

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]+/gu;

/**
 * The letters that are read back from a PDF in the order in which they are written: not those of scripts that run from right
 * to left, whose words it gives as they stand on the line; of forms that are joined to others, such as those of
 * Arabic, a PDF says in a way that it does not read what letters they are.
 */
export function orderedLetters(text: string): string {
  return letters(text).replaceAll(RIGHT_TO_LEFT, "");
}

/** Whether some of a text runs from right to left, so that what stands on one line with it may be read in another order. */
export function hasRightToLeft(text: string): boolean {
  return text.search(RIGHT_TO_LEFT) >= 0;
}

/** The Hebrew letters of a text, sorted: they are all read, but in another order. */
export function hebrewLetters(text: string): string {
  const all = text.normalize("NFKC").match(/\p{Script=Hebrew}/gu) ?? [];
  return all
    .filter((letter) => /\p{L}/u.test(letter))
    .sort()
    .join("");
}
