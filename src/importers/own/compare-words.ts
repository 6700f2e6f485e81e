/** What two texts do not share: words of the input that stand nowhere, and words that are not the input's. */
export interface ComparedWords {
  /** How many words the input has. */
  readonly words: number;
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

/**
 * Compares the words of an input with those that were made of it: `taken` is all that went anywhere, also into
 * fields, which may hold words of their own; `texts` is what documents say, which may not. Each word counts
 * as often as it stands there.
 */
export function compareWords(
  input: string,
  { taken, texts }: { readonly taken: string; readonly texts: string },
): ComparedWords {
  const inInput = wordsIn(input);
  return {
    words: inInput.length,
    missing: without(inInput, wordsIn(taken)),
    added: without(wordsIn(texts), inInput),
  };
}

/** How many words a text has as they are compared here: each run of letters and digits. */
export function countPlainWords(text: string): number {
  return wordsIn(text).length;
}

/** The words of a list less those of another, as often as they stand there. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count <= 0;
  });
}

function wordsIn(text: string): readonly string[] {
  return text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
