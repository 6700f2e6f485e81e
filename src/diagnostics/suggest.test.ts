import { describe, expect, it } from "vitest";
import { didYouMean, suggest } from "./suggest.ts";

const ids = [
  "malinovsky",
  "mikoyan",
  "khrushchev",
  "protocol-61",
  "protocol-63",
  "protocol-71",
  "cuba",
];

describe("suggest", () => {
  it.each([
    ["malinovski", "malinovsky", "a letter is another"],
    ["malinvsky", "malinovsky", "a letter is missing"],
    ["malinovskyy", "malinovsky", "a letter is too many"],
    ["Malinovsky", "malinovsky", "a capital"],
    ["khruschev", "khrushchev", "as many write it"],
    ["khru", "khrushchev", "the beginning"],
    ["protocol-62", "protocol-61", "of equally near ones the first in the alphabet"],
    ["Cuba", "cuba", "short words"],
  ])("takes %s for %s: %s", (typed, meant) => {
    expect(suggest(typed, ids)).toBe(meant);
  });

  it.each([
    ["castro", "another word"],
    ["ma", "too short for a beginning"],
    ["", "nothing"],
    ["brezhnev", "more than a third differs"],
  ])("does not guess at “%s”: %s", (typed) => {
    expect(suggest(typed, ids)).toBeUndefined();
  });

  it("takes letters that changed places for a slip", () => {
    expect(suggest("titel", ["id", "title", "place"])).toBe("title");
  });

  it("does not guess at words of one letter", () => {
    expect(suggest("b", ["a", "c"])).toBeUndefined();
  });

  it("does not depend on the order of the candidates", () => {
    expect(suggest("protocol-6", ids.toReversed())).toBe(suggest("protocol-6", ids));
  });

  it("has nothing to suggest where there is nothing", () => {
    expect(suggest("malinovsky", [])).toBeUndefined();
  });
});

describe("didYouMean", () => {
  it("asks, or says something else", () => {
    expect(didYouMean("malinovski", ids, "correct the id")).toBe('did you mean "malinovsky"?');
    expect(didYouMean("castro", ids, "correct the id")).toBe("correct the id");
  });
});
