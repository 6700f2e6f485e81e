import * as fc from "fast-check";
import { expect, it } from "vitest";
import { hasRightToLeft, letters, paintedLetters, withoutSmallCapitals } from "./letters.ts";

it("keeps letters and digits of every script and nothing else", () => {
  expect(letters("ЦК КПСС, no. 61 — “it’s”")).toBe("ЦККПССno61its");
});

it("is not changed by ligatures, soft hyphens and line breaks", () => {
  expect(letters("ﬁrst of­fi-\ncer")).toBe(letters("first officer"));
});

it("is the letters of both parts where a text is cut between them", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "я", " ", "-", "9", "’") });
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(letters(one) + letters(other)).toBe(letters(one + other));
    }),
  );
});

it("reads small capitals as small letters, and nothing else as another letter", () => {
  expect(withoutSmallCapitals("TopSecretстр", "TOPSECRETСТР")).toBe("TopSecretстр");
  expect(withoutSmallCapitals("TopSecret", "topSECRET")).toBe("topSecret");
  expect(withoutSmallCapitals("Top", "TOPS")).toBe("TOPS");
});

it("knows what runs from right to left: letters, not digits", () => {
  expect(["שלום", "سلام", "a שלום", "ﻼ"].filter(hasRightToLeft)).toHaveLength(4);
  expect(["1962", "١٩٦٢", "мир", "、"].filter(hasRightToLeft)).toEqual([]);
});

it("says how letters stand on their line from left to right", () => {
  expect(paintedLetters("שָׁלוֹם עולם")).toBe("םלועםולש");
  expect(paintedLetters("שלום 1962")).toBe("1962םולש");
  expect(paintedLetters("in שלום")).toBe("inםולש");
  expect(paintedLetters("Peace, 1962")).toBe("Peace1962");
});
