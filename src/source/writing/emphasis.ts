import type { Inline } from "../../edition/text.ts";
import { type SignClass, classOfFirst, classOfLast } from "./signs.ts";

/** The marks of emphasis, the one that is used first before the other. */
export const marks = ["*", "_"] as const;

export type Mark = (typeof marks)[number];

/** What stands beside emphasis. */
export interface Beside {
  readonly before: SignClass;
  readonly behind: SignClass;
  /** The mark that stands directly before it, with which its own would run together. */
  readonly markBefore: Mark | undefined;
  /** The marks of the emphasis in which it stands. */
  readonly marksAround: readonly Mark[];
}

/**
 * The mark for emphasis at a place. Nothing where no mark would be read as one: inside a word,
 * and in emphasis within emphasis within emphasis; there it is `[words]{.emphasis}`.
 */
export function markFor(beside: Beside): Mark | undefined {
  if (beside.before === "letter" || beside.behind === "letter") return undefined;
  return marks.find((mark) => mark !== beside.markBefore && !beside.marksAround.includes(mark));
}

/** What emphasis sees of a node behind it, or of its own first. */
export function firstClass(node: Inline): SignClass {
  return node.type === "text" ? classOfFirst(node.value) : "sign";
}

/** Whether marks around some words would be read: not if a space stands at their edge. */
export function mayBeMarked(children: readonly Inline[]): boolean {
  const [first] = children;
  const last = children.at(-1);
  if (!first || !last || last.type === "line-break") return false;
  const atEnd = last.type === "text" ? classOfLast(last.value) : "sign";
  return firstClass(first) !== "space" && atEnd !== "space";
}
