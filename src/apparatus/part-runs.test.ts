import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partRuns } from "./part-runs.ts";

/** The list of contents as lines: headings indented by their level, what stands under them by number. */
function contents(parts: readonly (readonly string[])[]): readonly string[] {
  return partRuns([...parts.entries()], ([, part]) => part).flatMap(({ begins, listed }) => [
    ...begins.map(({ title, level }) => `${"  ".repeat(level)}# ${title}`),
    ...listed.map(([number]) => String(number + 1)),
  ]);
}

describe("documents under headings", () => {
  it("have each heading once, where it changes", () => {
    expect(
      contents([
        [],
        ["Cuba", "1960"],
        ["Cuba", "1960"],
        ["Cuba", "1961"],
        ["Chile", "1961"],
        ["Cuba"],
      ]),
    ).toEqual([
      "1",
      "# Cuba",
      "  # 1960",
      "2",
      "3",
      "  # 1961",
      "4",
      "# Chile",
      "  # 1961",
      "5",
      "# Cuba",
      "6",
    ]);
  });

  it("have the outer heading again behind its chapters", () => {
    expect(contents([["Cuba"], ["Cuba", "1961"], ["Cuba"]])).toEqual([
      "# Cuba",
      "1",
      "  # 1961",
      "2",
      "# Cuba",
      "3",
    ]);
  });

  it("have none where they are under none", () => {
    expect(contents([[], []])).toEqual(["1", "2"]);
    expect(contents([])).toEqual([]);
  });

  it("stand all in their order, each under its own headings, which are numbered from 1", () => {
    const part = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const runs = partRuns(parts, (one) => one);
        expect(runs.flatMap(({ listed }) => listed)).toEqual(parts);
        for (const { path, listed } of runs) {
          expect(path.map(({ level }) => level)).toEqual(path.map((_, level) => level));
          for (const one of listed) expect(path.map(({ title }) => title)).toEqual(one);
        }
        const begun = runs.flatMap(({ begins }) => begins.map(({ position }) => position));
        expect(begun).toEqual(begun.map((_, at) => at + 1));
      }),
    );
  });
});
