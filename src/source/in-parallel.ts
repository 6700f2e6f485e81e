/** How many files are open at once: enough to keep a disk busy, far fewer than any system allows. */
const AT_ONCE = 32;

/** Does something with each entry, several at a time; the results are in the entries' order. */
export async function inParallel<Entry, Result>(
  entries: readonly Entry[],
  work: (entry: Entry) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = entries.entries();
  const worker = async (): Promise<void> => {
    for (const [index, entry] of queue) results[index] = await work(entry);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
