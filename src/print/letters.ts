/** The letters and digits of a text, which no line break, hyphen or ligature changes: what is compared when a text is read back. */
export function letters(text: string): string {
  return text.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
