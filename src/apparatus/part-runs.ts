/** A heading of a list of contents. */
export interface PartHeading {
  readonly title: string;
  /** How deep it stands: 0 for the outermost. */
  readonly level: number;
  /** Which of the list's headings it is, from 1. */
  readonly position: number;
}

/** What stands together under the same headings. */
export interface PartRun<Listed> {
  /** All headings that it stands under, the outermost first. */
  readonly path: readonly PartHeading[];
  /** Those that are told before it, since they are not those of what stands before. */
  readonly begins: readonly PartHeading[];
  readonly listed: readonly Listed[];
}

/** Divides a list, in its order, into runs under the same headings. A heading is told once for each run. */
export function partRuns<Listed>(
  list: readonly Listed[],
  headingsOf: (one: Listed) => readonly string[],
): readonly PartRun<Listed>[] {
  const runs: { path: readonly PartHeading[]; begins: readonly PartHeading[]; listed: Listed[] }[] =
    [];
  let position = 0;
  for (const one of list) {
    const titles = headingsOf(one);
    const last = runs.at(-1);
    const before = last?.path ?? [];
    let shared = 0;
    while (shared < titles.length && before[shared]?.title === titles[shared]) shared += 1;
    if (last && shared === titles.length && shared === before.length) {
      last.listed.push(one);
      continue;
    }
    // Back from a chapter to its part: the part is named again, or its documents would seem the chapter's.
    const kept = Math.max(0, Math.min(shared, titles.length - 1));
    const begins = titles.slice(kept).map((title, at): PartHeading => {
      position += 1;
      return { title, level: kept + at, position };
    });
    runs.push({ path: [...before.slice(0, kept), ...begins], begins, listed: [one] });
  }
  return runs;
}
