import { expect, it } from "vitest";
import { durationWords } from "./duration-words.ts";

it.each([
  [1, "1 minute"],
  [20, "20 minutes"],
  [59, "59 minutes"],
  [60, "1 hour"],
  [61, "1 hour"],
  [83, "1 hour 25 minutes"],
  [118, "2 hours"],
  [599, "10 hours"],
  [615, "10 hours"],
  [640, "11 hours"],
])("%i minutes are %s", (minutes, words) => {
  expect(durationWords(minutes)).toBe(words);
});
