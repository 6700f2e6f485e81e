import { type Letters, lettersOf, wordsOf } from "./letters.ts";
import type { Secret } from "./secrets.ts";

/** What finds secrets in any text, in a time that grows with the text alone. */
export interface Traps {
  /** Runs of so many letters, from the beginning of any word of a secret on, and how the last word goes on. */
  readonly runs: ReadonlyMap<string, ReadonlyMap<string, Secret>>;
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
 * read anyway, such as "Yes.", nor a row of names: nobody could tell where they come from.
 */
export function layTraps(
  secrets: Iterable<Secret>,
  saidAnyway: Iterable<string>,
  names: Iterable<string> = [],
): Traps {
  const runs = new Map<string, Map<string, Secret>>();
  const isRow = rowsOf(names);
  const short = new Map<string, { readonly secret: Secret; readonly words: readonly string[] }>();
  for (const secret of secrets) {
    const letters = lettersOf(secret.text);
    const { run } = letters;
    if (run.length >= RUN) {
      for (const { key, rest, words } of runsIn(letters)) {
        if (isRow(key, words)) continue;
        const same = runs.get(key);
        if (!same) runs.set(key, new Map([[rest, secret]]));
        else if (!same.has(rest)) same.set(rest, secret);
      }
    } else if (run !== "" && !short.get(run)?.secret.address) {
      short.set(run, { secret, words: wordsOf(letters).filter(isWord) });
    }
  }

  const unsaid = new Set([...short.values()].flatMap(({ words }) => words));
  const lengths = new Set([...short.keys()].map((run) => run.length));
  for (const text of saidAnyway) {
    const letters = lettersOf(text);
    for (const [key, start] of startsIn(letters))
      for (const rest of restsAt(start, letters, runs.get(key))) runs.get(key)?.delete(rest);
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
  for (const [key, start] of startsIn(letters)) {
    const same = runs.get(key);
    for (const rest of restsAt(start, letters, same)) {
      const secret = same?.get(rest);
      if (secret) found.add(secret);
    }
  }
  for (const run of shortRunsIn(letters, short.keys())) {
    const secret = short.get(run.length)?.get(run);
    if (secret) found.add(secret);
  }
  return found;
}

function* startsIn({ run, starts }: Letters): Generator<readonly [key: string, start: number]> {
  for (const start of starts) {
    if (start + RUN > run.length) return;
    yield [run.slice(start, start + RUN), start];
  }
}

/** How a word may go on behind a run, and does there. */
function restsAt(
  start: number,
  { run }: Letters,
  rests: ReadonlyMap<string, Secret> | undefined,
): readonly string[] {
  return rests ? [...rests.keys()].filter((rest) => run.startsWith(rest, start + RUN)) : [];
}

/** A run, how its last word goes on, and where in it words begin. */
interface Run {
  readonly key: string;
  readonly rest: string;
  readonly words: readonly number[];
}

function* runsIn(letters: Letters): Generator<Run> {
  const { run, starts } = letters;
  let at = 0;
  let next = 0;
  for (const [key, start] of startsIn(letters)) {
    at += 1;
    while ((starts[next] ?? run.length) < start + RUN) next += 1;
    const rest = run.slice(start + RUN, starts[next] ?? run.length);
    yield { key, rest, words: starts.slice(at, next).map((word) => word - start) };
  }
}

/** Tells whether a run is nothing but some names one behind the other, the first and the last of which may be cut. */
function rowsOf(names: Iterable<string>): (key: string, words: readonly number[]) => boolean {
  const wholes = new Set<string>();
  const ends = new Set<string>();
  const begins = new Set<string>();
  for (const name of names) {
    const { run, starts } = lettersOf(name);
    wholes.add(run);
    for (const start of starts) ends.add(run.slice(start));
    for (let length = 1; length <= Math.min(run.length, RUN); length += 1)
      begins.add(run.slice(0, length));
  }
  return (key, words) => {
    const reached = words.filter((word) => ends.has(key.slice(0, word)));
    for (const from of reached) {
      if (begins.has(key.slice(from))) return true;
      for (const word of words)
        if (word > from && !reached.includes(word) && wholes.has(key.slice(from, word)))
          reached.push(word);
    }
    return false;
  };
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
