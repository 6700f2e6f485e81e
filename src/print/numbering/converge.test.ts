import { describe, expect, it } from "vitest";
import type { TakenChunk } from "../page/take-chunks.ts";
import { head, laidOut } from "../testing/reader-of.ts";
import { type LayOut, converge } from "./converge.ts";

/** A chunk with some things in it that can be found, a letter behind each other, and numbers of the pages of others. */
function chunk(
  id: string,
  letters: number,
  { ids = [], shows = [] }: { ids?: readonly string[]; shows?: readonly string[] } = {},
): TakenChunk {
  return {
    head: head(id),
    html: "",
    slots: shows.map((target) => ({ kind: "page", target })),
    letters,
    ids: ids.map((found, at) => [found, at]),
    text: { body: "", notes: [] },
  };
}

/** Lays chunks out on as many pages as is said, which may depend on the first number that a chunk shows. */
function layOutWith(pagesOf: Readonly<Record<string, (label: string) => number>>) {
  const calls: string[] = [];
  const layOut: LayOut = (wanted) =>
    Promise.resolve(
      new Map(
        [...wanted].map(([id, filled]) => {
          const label = filled[0]?.[0]?.label ?? "";
          calls.push(label === "" ? id : `${id} ${label.length}`);
          const pages = Array.from({ length: pagesOf[id]?.(label) ?? 1 }, (_, at) =>
            at === 0 ? [`in-${id}`] : [],
          );
          return [id, laidOut(id, ...pages)];
        }),
      ),
    );
  return { calls, layOut };
}

describe("numbers that are filled in after layout", () => {
  it("need one layout where they are as wide as guessed", async () => {
    const chunks = [
      chunk("one", 24_000, { shows: ["in-two"] }),
      chunk("two", 2000, { ids: ["in-two"] }),
    ];
    const { calls, layOut } = layOutWith({ one: () => 12 });
    const numbered = await converge(chunks, layOut);
    expect(calls).toEqual(["one 2", "two"]);
    expect(numbered).toMatchObject({ passes: 1 });
    expect("filled" in numbered && numbered.filled.get("one")).toEqual([
      [{ target: "in-two", label: "13" }],
    ]);
  });

  it("lay out again only what shows a number of another width", async () => {
    const chunks = [
      chunk("one", 24_000, { shows: ["in-two"] }),
      chunk("two", 2000, { ids: ["in-two"] }),
    ];
    const { calls, layOut } = layOutWith({ one: () => 3 });
    const numbered = await converge(chunks, layOut);
    expect(calls).toEqual(["one 2", "two", "one 1"]);
    expect("filled" in numbered && numbered.filled.get("one")).toEqual([
      [{ target: "in-two", label: "4" }],
    ]);
  });

  it("are guessed right for nearly all of a long reader by what a few of its chunks take", async () => {
    // Half a page for what is reckoned as one: by letters alone the last numbers would be too wide.
    const ids = Array.from({ length: 150 }, (_, at) => `d${at + 1}`);
    const chunks = ids.map((id, at) =>
      chunk(id, 8000, { ids: [`in-${id}`], shows: [`in-${ids[(at + 75) % ids.length] ?? ""}`] }),
    );
    const { calls, layOut } = layOutWith(Object.fromEntries(ids.map((id) => [id, () => 2])));
    expect(await converge(chunks, layOut)).toMatchObject({ passes: 1 });
    expect(calls.length).toBeLessThan(170);
  });

  it("are given up with the chunk's name where each layout makes them wrong", async () => {
    const chunks = [
      chunk("one", 16_000, { shows: ["in-two"] }),
      chunk("two", 2000, { ids: ["in-two"] }),
    ];
    // With one digit it takes nine pages, so that the next number has two; with two digits it takes eight.
    const { layOut } = layOutWith({ one: (label) => (label.length === 1 ? 9 : 8) });
    expect(await converge(chunks, layOut)).toEqual({ unsettled: ["one"] });
  });
});
