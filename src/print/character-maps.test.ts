import { expect, it } from "vitest";
import { mendCharacterMap } from "./character-maps.ts";

it("takes the apostrophe for the quotation mark that is drawn alike", () => {
  expect(mendCharacterMap("<0012> <02BC>")).toBe("<0012> <2019>");
  expect(mendCharacterMap("<0012> <0012> <02BC>")).toBe("<0012> <0012> <2019>");
});

it("leaves other letters alone, and ranges whose later letters are others", () => {
  const map = "2 beginbfchar\n<0012> <0041>\n<0013> <2019>\nendbfchar\n<0001> <0004> <00A0>";
  expect(mendCharacterMap(map)).toBe(map);
});
