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
  const guess = ({ letters }: ChunkLength): number => Math.max(1, letters / LETTERS_OF_A_PAGE);
  const sum = (numbers: readonly number[]): number => numbers.reduce((one, two) => one + two, 0);
  const whole = chunks.filter((chunk) => chunk.whole);
  const guessed = sum(whole.map(guess));
  const known = sum(whole.map(({ pages = 0 }) => pages));
  const scale = guessed === 0 ? 1 : known / guessed;
  const rest = chunks.filter((chunk) => !chunk.whole);
  return Math.round(
    known + sum(rest.map((chunk) => Math.max(chunk.pages ?? 0, guess(chunk) * scale))),
  );
}
