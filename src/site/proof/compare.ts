import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { ExpectedWords } from "./expected-words.ts";
import type { PageWords, ReadPage } from "./read-page.ts";

/** Where words stand on a page: their positions among its blocks, ascending. */
type Positions = ReadonlyMap<string, readonly number[]>;

/** A run shorter than this may stand on a page a second time by chance: "Yes." */
const TELLING = 60;

/**
 * Whether a page shows every run of words once and in order: `regions` are parts of the page whose own
 * order does not matter. Says where an editor wrote what is lost, changed, doubled or moved. What the
 * page's head shows of itself, such as the title, may be said once more in the text.
 */
export function compareWords(
  page: ReadPage,
  regions: readonly (readonly ExpectedWords[])[],
  name: string,
  head: readonly string[] = [],
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const positions = positionsOf(page.blocks);
  for (const region of regions) {
    let last = -1;
    for (const expected of region) {
      const standing = positions.get(expected.words) ?? [];
      const next = firstAfter(last, standing, page.blocks, expected);
      if (next !== undefined) {
        last = next;
        continue;
      }
      const elsewhere = firstAfter(-1, standing, page.blocks, expected) !== undefined;
      diagnostics.push(
        diagnose(
          "output-text",
          expected.place,
          `${name} ${elsewhere ? "does not show in its order" : "lacks"} "${shorten(expected.words)}"`,
        ),
      );
    }
  }
  return [...diagnostics, ...doubled(positions, regions.flat(), name, head)];
}

/** Runs that stand on the page more often than in the edition and in the page's head. */
function doubled(
  positions: Positions,
  expected: readonly ExpectedWords[],
  name: string,
  head: readonly string[],
): readonly Diagnostic[] {
  const wanted = new Map<string, ExpectedWords[]>();
  for (const run of expected) {
    if (run.words.length < TELLING) continue;
    const same = wanted.get(run.words);
    if (same) same.push(run);
    else wanted.set(run.words, [run]);
  }
  return [...wanted].flatMap(([words, runs]) => {
    const [first] = runs;
    const inHead = head.filter((said) => said === words).length;
    const surplus = (positions.get(words)?.length ?? 0) - runs.length - inHead;
    return first && surplus > 0
      ? [diagnose("output-text", first.place, `${name} shows "${shorten(words)}" more than once`)]
      : [];
  });
}

function positionsOf(blocks: readonly PageWords[]): Positions {
  const positions = new Map<string, number[]>();
  for (const [position, { words }] of blocks.entries()) {
    const same = positions.get(words);
    if (same) same.push(position);
    else positions.set(words, [position]);
  }
  return positions;
}

/** The first position behind `last` at which a run stands where it should. */
function firstAfter(
  last: number,
  standing: readonly number[],
  blocks: readonly PageWords[],
  expected: ExpectedWords,
): number | undefined {
  let low = 0;
  let high = standing.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((standing[middle] ?? 0) > last) high = middle;
    else low = middle + 1;
  }
  for (; low < standing.length; low += 1) {
    const position = standing[low];
    if (position !== undefined && isWithin(blocks[position], expected)) return position;
  }
  return undefined;
}

function isWithin(block: PageWords | undefined, { within }: ExpectedWords): boolean {
  return block !== undefined && (within === undefined || block.within.includes(within));
}

/** Words as a message quotes them. */
export function shorten(words: string): string {
  return words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words;
}
