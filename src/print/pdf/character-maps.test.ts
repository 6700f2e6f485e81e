import { expect, it } from "vitest";
import { mendCharacterMap } from "./character-maps.ts";

const ranges = (...lines: readonly string[]): string =>
  `${lines.length} beginbfrange\n${lines.join("\n")}\nendbfrange`;

it("takes the apostrophe for the quotation mark that is drawn alike", () => {
  expect(mendCharacterMap("1 beginbfchar\n<0012> <02BC>\nendbfchar")).toBe(
    "1 beginbfchar\n<0012> <2019>\nendbfchar",
  );
  expect(mendCharacterMap(ranges("<0012> <0012> <02BC>"))).toBe(ranges("<0012> <0012> <2019>"));
});

it("divides a range in which both single quotation marks stand side by side", () => {
  expect(mendCharacterMap(ranges("<0012> <0013> <02BB>", "<0014> <0014> <0041>"))).toBe(
    ranges("<0012> <0012> <2018>", "<0013> <0013> <2019>", "<0014> <0014> <0041>"),
  );
  expect(mendCharacterMap(ranges("<0001> <0004> <02BA>"))).toBe(
    ranges(
      "<0001> <0001> <02BA>",
      "<0002> <0002> <2018>",
      "<0003> <0003> <2019>",
      "<0004> <0004> <02BD>",
    ),
  );
});

it("begins a new section where a divided one has more lines than a section may have", () => {
  const lines = Array.from({ length: 100 }, (_, at) => {
    const form = at.toString(16).toUpperCase().padStart(4, "0");
    return `<${form}> <${form}> <0041>`;
  });
  const mended = mendCharacterMap(ranges(...lines.slice(0, 99), "<00F0> <00F1> <02BB>"));
  expect(mended).toContain("100 beginbfrange\n");
  expect(mended).toContain("endbfrange\n1 beginbfrange\n<00F1> <00F1> <2019>\nendbfrange");
});

it("leaves other letters alone", () => {
  const map = `2 beginbfchar\n<0012> <0041>\n<0013> <2019>\nendbfchar\n${ranges("<0001> <0004> <0041>")}`;
  expect(mendCharacterMap(map)).toBe(map);
});
