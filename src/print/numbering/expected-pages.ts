/** About how many letters fill a page; how many they are in this reader is soon known from its first pages. */
const LETTERS_OF_A_PAGE = 2000;

/** A chunk whose pages are to be reckoned. */
export interface ChunkLength {
  readonly letters: number;
  /** Its pages as far as it is laid out; absent before. */
  readonly pages?: number;
  /** Whether it is laid out to its end. */
  readonly whole: boolean;
}

/** About how many pages a reader will have: those that are laid out, and the rest by the length of what is to come. */
export function expectedPages(chunks: readonly ChunkLength[]): number {
  let known = 0;
  let guessed = 0;
  for (const chunk of chunks) {
    if (!chunk.whole) continue;
    known += chunk.pages ?? 0;
    guessed += guess(chunk);
  }
  const scale = guessed === 0 ? 1 : known / guessed;
  let expected = known;
  for (const chunk of chunks) {
    if (!chunk.whole) expected += Math.max(chunk.pages ?? 0, guess(chunk) * scale);
  }
  return Math.round(expected);
}

function guess({ letters }: ChunkLength): number {
  return Math.max(1, letters / LETTERS_OF_A_PAGE);
}
