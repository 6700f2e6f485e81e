import type { Inline, NoteCall, Text } from "./text.ts";

/** A line without some calls of notes, as if they had never been written: no space is left twice, before a full stop or at an end. The same line where there are none. */
export function withoutCalls(
  inlines: readonly Inline[],
  isRemoved: (call: NoteCall) => boolean,
): readonly Inline[] {
  const removes = (inline: Inline | undefined): boolean =>
    inline !== undefined &&
    (isRemovedCall(inline, isRemoved) || holdsCallsAlone(inline, isRemoved));
  if (!inlines.some(removes)) return inlines;
  const left: Inline[] = [];
  let gap = false;
  for (const inline of inlines) {
    if (removes(inline)) {
      gap = true;
      continue;
    }
    const before = left.at(-1);
    if (gap && before?.type === "text") {
      left.pop();
      const follows = inline.type === "text" ? inline.value : "x";
      const value = /^[\s.,;:!?)\]”’]/u.test(follows) ? before.value.trimEnd() : before.value;
      if (inline.type === "text") left.push({ ...before, value: value + follows });
      else left.push(...textOf(before, value), inline);
    } else if (gap && left.length === 0 && inline.type === "text") {
      left.push(...textOf(inline, inline.value.trimStart()));
    } else left.push(inline);
    gap = false;
  }
  const last = left.at(-1);
  if (gap && last?.type === "text") left.splice(-1, 1, ...textOf(last, last.value.trimEnd()));
  return left;
}

function isRemovedCall(inline: Inline, isRemoved: (call: NoteCall) => boolean): boolean {
  return inline.type === "note-call" && isRemoved(inline);
}

/** Whether nothing but such calls stands in emphasis or the like. A named place is a place all the same. */
function holdsCallsAlone(inline: Inline, isRemoved: (call: NoteCall) => boolean): boolean {
  if (!("children" in inline) || inline.type === "anchor") return false;
  const words = inline.children.filter(
    (child) => child.type !== "text" || child.value.trim() !== "",
  );
  return (
    words.length > 0 &&
    words.every((child) => isRemovedCall(child, isRemoved) || holdsCallsAlone(child, isRemoved))
  );
}

function textOf(text: Text, value: string): readonly Text[] {
  return value === "" ? [] : [{ ...text, value }];
}
