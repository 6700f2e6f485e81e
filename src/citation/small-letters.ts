/** A kind in small letters; of capitals alone, such as an abbreviation's, nothing is changed. */
export function inSmallLetters(kind: string): string {
  return kind.replace(/^\p{Lu}(?=\p{Ll}|$)/u, (letter) => letter.toLowerCase());
}
