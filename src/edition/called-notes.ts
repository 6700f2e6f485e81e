import { kept } from "./rewrite.ts";
import type { Block, Note } from "./text.ts";
import { walk } from "./walk.ts";

/** The labels of the notes that some text calls. */
export function calledLabels(blocks: readonly Block[]): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const node of walk(blocks)) if (node.type === "note-call") labels.add(node.label);
  return labels;
}

/** Notes without those that only what was taken out of a text had called; the same list where there are none. */
export function stillCalled(
  notes: readonly Note[],
  before: readonly Block[],
  after: readonly Block[],
): readonly Note[] {
  const left = calledLabels(after);
  const gone = new Set([...calledLabels(before)].filter((label) => !left.has(label)));
  return gone.size === 0 ? notes : kept(notes, ({ label }) => !gone.has(label));
}
