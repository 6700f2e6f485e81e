import { distance } from "fastest-levenshtein";

/**
 * The candidate that somebody who typed `word` most likely meant, or nothing.
 * A candidate is near when at most a third of its letters differ, when two neighbours are swapped,
 * or when it begins with the word (three letters at least).
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = word.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const steps = isSwapped(typed, known) ? 1 : distance(typed, known);
    const room = stepsAllowed(Math.max(typed.length, known.length));
    const near = steps <= room || (typed.length >= 3 && known.startsWith(typed));
    if (near && (steps < least || (steps === least && best !== undefined && candidate < best))) {
      best = candidate;
      least = steps;
    }
  }
  return best;
}

/** A third of the letters, but two in words of five or more, since two letters that change places ("titel") are two steps; none in a single letter, to which everything is near. */
function stepsAllowed(length: number): number {
  if (length < 2) return 0;
  return length < 5 ? 1 : Math.max(2, Math.floor(length / 3));
}

/** The half sentence that ends a message about an unknown word: `did you mean "malinovsky"?`, or the fallback. */
export function didYouMean(word: string, candidates: Iterable<string>, otherwise: string): string {
  const near = suggest(word, candidates);
  return near === undefined ? otherwise : `did you mean "${near}"?`;
}

/** `titel` for `title`. */
function isSwapped(typed: string, known: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === known[at]) at += 1;
  const swapped = typed.slice(0, at) + (typed[at + 1] ?? "") + (typed[at] ?? "");
  return typed.length === known.length && swapped + typed.slice(at + 2) === known;
}
