import { expect, it } from "vitest";
import { romanNumeral, romanValue } from "./roman-numeral.ts";

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

it("reads back every number that it writes, in large letters too", () => {
  for (let number = 1; number < 4000; number += 1) {
    expect(romanValue(romanNumeral(number))).toBe(number);
    expect(romanValue(romanNumeral(number).toUpperCase())).toBe(number);
  }
});

it.each([
  ["IIII", 4],
  ["vi", 6],
  ["", undefined],
  ["vx", undefined],
  ["mix up", undefined],
])("reads %j as %j", (written, value) => {
  expect(romanValue(written)).toBe(value);
});
