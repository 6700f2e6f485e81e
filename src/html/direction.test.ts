import { expect, it } from "vitest";
import { directionOf } from "./direction.ts";

it.each(["ar", "fa", "he", "yi", "ar-EG", "az-Arab", "HE"])("%s runs from right to left", (tag) => {
  expect(directionOf(tag)).toBe("rtl");
});

it.each(["en", "ru", "zh-Hant", "yi-Latn", "ur-Latn-PK", "arn"])("%s does not", (tag) => {
  expect(directionOf(tag)).toBeUndefined();
});
