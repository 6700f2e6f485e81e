import { expect, it } from "vitest";
import { alphabetOf } from "./alphabet.ts";

it("is the same for readers of one script, whatever letters they have", () => {
  expect(alphabetOf("abc")).toBe(alphabetOf("xyz ÄÖÜ – “”"));
});

it("has every letter of a script of which the reader has one", () => {
  expect(alphabetOf("abc")).not.toContain("Ж");
  for (const letter of "АЯаяёЁі№") {
    expect(alphabetOf("Д")).toContain(letter);
  }
  expect(alphabetOf("λόγος")).toContain("Ω");
  expect(alphabetOf("λόγος")).not.toContain("Ж");
});

it("has no letter twice, and no soft hyphen, which nobody sees", () => {
  const all = Array.from(alphabetOf("aДλ"));
  expect(new Set(all).size).toBe(all.length);
  expect(all).not.toContain("\u00ad");
});
