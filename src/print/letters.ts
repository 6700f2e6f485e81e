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
