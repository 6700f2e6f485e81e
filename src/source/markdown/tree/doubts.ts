import type { Place } from "../../../diagnostics/place.ts";
import type { Doubt, Inline } from "../../../edition/text.ts";
import type { TextNode } from "../../../edition/walk.ts";
import type { Reading } from "../reading.ts";

/** `<!-- doubt: … -->`: stays in the tree, and is said until an editor has decided. */
export function readDoubt(reading: Reading, message: string, place: Place): Doubt {
  reading.report("import-doubt", place, message === "" ? "something is doubtful" : message);
  return { type: "doubt", message, place };
}

/** Nodes without doubts among them: a doubt is no word, and what holds nothing else holds nothing. */
export function withoutDoubts<Node extends TextNode>(nodes: readonly Node[]): readonly Node[] {
  return nodes.filter((node) => node.type !== "doubt");
}

/** What a bracket holds. Doubts in one without words stand behind it, so that it stays without words. */
export function hoistDoubts(children: readonly Inline[]): {
  readonly children: readonly Inline[];
  readonly doubts: readonly Inline[];
} {
  const isEmpty = children.every((node) => node.type === "doubt");
  return isEmpty ? { children: [], doubts: children } : { children, doubts: [] };
}
