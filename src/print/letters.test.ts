import * as fc from "fast-check";
import { expect, it } from "vitest";
import { hebrewLetters, letters, orderedLetters, withoutSmallCapitals } from "./letters.ts";

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

it("knows which letters a line has in another order than they are written", () => {
  expect(orderedLetters("Shalom שָׁלוֹם, 1962, سلام мир")).toBe("Shalom1962мир");
  expect(hebrewLetters("שלום a שָׁלוֹם سلام")).toBe("ווללםםשש");
});
