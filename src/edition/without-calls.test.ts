import { describe, expect, test } from "vitest";
import { somewhere, text } from "../testing/text-trees.ts";
import type { Inline } from "./text.ts";
import { withoutCalls } from "./without-calls.ts";

/** A line in which `^` is a call that goes, `1` one that stays, and `*…*` emphasis. */
function line(written: string): readonly Inline[] {
  return written
    .split(/([\^1]|\*[^*]*\*)/u)
    .filter((part) => part !== "")
    .map((part) => {
      if (part.startsWith("*"))
        return { type: "emphasis", children: line(part.slice(1, -1)), place: somewhere };
      return part === "^" || part === "1"
        ? { type: "note-call", label: part, place: somewhere }
        : text(part);
    });
}

function shown(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      inline.type === "text" ? inline.value : inline.type === "note-call" ? inline.label : "?",
    )
    .join("|");
}

describe("a line without a call is as if it had never been there", () => {
  test.each([
    ["a word^.", "a word."],
    ["a word.^ Another.", "a word. Another."],
    ["a ^ word", "a word"],
    ["a word ^.", "a word."],
    ["a word ^", "a word"],
    ["^ a word", "a word"],
    ["a^^b", "ab"],
    ["a 1^ b", "a |1| b"],
    ["a ^1 b", "a |1| b"],
    ["^", ""],
    ["^1", "1"],
    ["a *^* word", "a word"],
    ["a word *^ *^.", "a word."],
    ["a *1^* word", "a |?| word"],
  ])("%s", (written, left) =>
    expect(shown(withoutCalls(line(written), ({ label }) => label === "^"))).toBe(left),
  );

  test("and the same line where there was none", () => {
    const whole = line("a 1 b");
    expect(withoutCalls(whole, ({ label }) => label === "^")).toBe(whole);
  });
});
