import { describe, expect, it } from "vitest";
import { type FilledSlots, converge } from "./converge.ts";
import { head, laidOut } from "../testing/reader-of.ts";

const heads = [head("one"), head("two")];
const slots = new Map([["one", [{ kind: "page", target: "b" } as const]]]);

/** A reader in which a chunk's number of pages follows from the widths of its numbers. */
function layOutWith(pagesOfOne: (label: string) => number) {
  const calls: string[] = [];
  const layOut = (id: string, filled: FilledSlots) => {
    calls.push(id);
    const label = filled[0]?.[0]?.label ?? "";
    const count = id === "one" ? pagesOfOne(label) : 1;
    const pages = Array.from({ length: count }, (_, at) => (id === "two" && at === 0 ? ["b"] : []));
    return Promise.resolve(laidOut(id, ...pages));
  };
  return { calls, layOut };
}

describe("numbers that are filled in after layout", () => {
  it("need one pass where they are as wide as guessed", async () => {
    const { calls, layOut } = layOutWith(() => 12);
    const numbered = await converge(heads, slots, layOut);
    expect(calls).toEqual(["one", "two"]);
    expect(numbered).toMatchObject({ passes: 1 });
    expect("filled" in numbered && numbered.filled.get("one")).toEqual([
      [{ target: "b", label: "13" }],
    ]);
  });

  it("lay out again only what shows a number of another width", async () => {
    const { calls, layOut } = layOutWith(() => 3);
    const numbered = await converge(heads, slots, layOut);
    expect(calls).toEqual(["one", "two", "one"]);
    expect("filled" in numbered && numbered.filled.get("one")).toEqual([
      [{ target: "b", label: "4" }],
    ]);
  });

  it("are given up with the chunk's name where each layout makes them wrong", async () => {
    // With one digit it takes nine pages, so that the next number has two; with two digits it takes eight.
    const { calls, layOut } = layOutWith((label) => (label.length === 1 ? 9 : 8));
    expect(await converge(heads, slots, layOut)).toEqual({ unsettled: ["one"] });
    expect(calls).toHaveLength(5);
  });
});
