import { type Letters, lettersOf, wordsOf } from "./letters.ts";
import type { Secret } from "./secrets.ts";

/** What finds secrets in any text, in a time that grows with the text alone. */
export interface Traps {
  /** Runs of so many letters, from the beginning of any word of a secret on. */
  readonly runs: ReadonlyMap<string, Secret>;
  /** Secrets with fewer letters, whole, by how many letters they have. */
  readonly short: ReadonlyMap<number, ReadonlyMap<string, Secret>>;
}

/** About five words: part of a sentence that is not said twice by chance. */
const RUN = 24;

/** A secret of no more words than this, or of fewer letters, is told only if one of its words is said nowhere else. */
const COMMON_WORDS = 3;
const COMMON_LETTERS = 16;

/**
 * Lays traps for secrets. What is said to students anyway is none, nor are a few words all of which they
 * read anyway, such as "Yes.": nobody could tell where they come from.
 */
export function layTraps(secrets: Iterable<Secret>, saidAnyway: Iterable<string>): Traps {
  const runs = new Map<string, Secret>();
  const short = new Map<string, { readonly secret: Secret; readonly words: readonly string[] }>();
  for (const secret of secrets) {
    const letters = lettersOf(secret.text);
    const { run } = letters;
    if (run.length >= RUN) {
      for (const key of runsIn(letters)) if (!runs.has(key)) runs.set(key, secret);
    } else if (run !== "" && !short.get(run)?.secret.address) {
      short.set(run, { secret, words: wordsOf(letters).filter(isWord) });
    }
  }

  const unsaid = new Set([...short.values()].flatMap(({ words }) => words));
  const lengths = new Set([...short.keys()].map((run) => run.length));
  for (const text of saidAnyway) {
    const letters = lettersOf(text);
    for (const key of runsIn(letters)) runs.delete(key);
    for (const word of wordsOf(letters)) unsaid.delete(word);
    for (const run of shortRunsIn(letters, lengths)) short.delete(run);
  }
  for (const [run, { secret, words }] of short) {
    const isCommon = words.length <= COMMON_WORDS || run.length < COMMON_LETTERS;
    if (isCommon && !secret.address && !words.some((word) => unsaid.has(word))) short.delete(run);
  }

  const byLength = new Map<number, Map<string, Secret>>();
  for (const [run, { secret }] of short) {
    const same = byLength.get(run.length) ?? new Map<string, Secret>();
    byLength.set(run.length, same.set(run, secret));
  }
  return { runs, short: byLength };
}

/** The secrets that a text gives away, each once, in the order of the text. */
export function secretsIn(text: string, { runs, short }: Traps): ReadonlySet<Secret> {
  const found = new Set<Secret>();
  const letters = lettersOf(text);
  for (const key of runsIn(letters)) {
    const secret = runs.get(key);
    if (secret) found.add(secret);
  }
  for (const run of shortRunsIn(letters, short.keys())) {
    const secret = short.get(run.length)?.get(run);
    if (secret) found.add(secret);
  }
  return found;
}

function* runsIn({ run, starts }: Letters): Generator<string> {
  for (const start of starts) {
    if (start + RUN > run.length) return;
    yield run.slice(start, start + RUN);
  }
}

/** Runs of whole words that have one of some lengths. */
function* shortRunsIn({ run, starts }: Letters, lengths: Iterable<number>): Generator<string> {
  const wanted = new Set(lengths);
  if (wanted.size === 0) return;
  for (const [at, start] of starts.entries()) {
    for (let next = at + 1; next <= starts.length; next += 1) {
      const end = starts[next] ?? run.length;
      if (end - start >= RUN) break;
      if (wanted.has(end - start)) yield run.slice(start, end);
    }
  }
}

/** Small numbers tell nothing: every page has some. */
function isWord(word: string): boolean {
  return !/^\p{N}{1,4}$/u.test(word);
}
