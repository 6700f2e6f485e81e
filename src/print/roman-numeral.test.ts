import { expect, it } from "vitest";
import { romanNumeral } from "./roman-numeral.ts";

it.each([
  [1, "i"],
  [3, "iii"],
  [4, "iv"],
  [9, "ix"],
  [14, "xiv"],
  [40, "xl"],
  [49, "xlix"],
  [90, "xc"],
  [400, "cd"],
  [1999, "mcmxcix"],
])("writes %i as %s", (number, written) => {
  expect(romanNumeral(number)).toBe(written);
});
