import { expect, it } from "vitest";
import { barePage } from "../testing/reader-of.ts";
import type { TaggedRun } from "./read-pdf.ts";
import { inReadingOrder } from "./reading-order.ts";

/** What is read of a line whose words stand on the page 20 points one from another, in the order of reading. */
function readOf(
  inOrder: readonly (readonly [text: string, column: number])[],
  painted: readonly (readonly [text: string, column: number, columns?: number])[],
): readonly (readonly [text: string, inPlace: boolean | undefined])[] {
  const words = inOrder.map(([text, column]) => {
    const left = (80 / 3) * column;
    return { text, left, right: left + 20, top: 0, bottom: 20 };
  });
  const tagged = painted.map(([text, column, columns = 1]): TaggedRun => {
    const left = 20 * column;
    return { text, left, right: left + 20 * columns - 5, base: 12, size: 10, block: "P" };
  });
  const page = { text: "", width: 400, height: 600, artifacts: [], untagged: [], links: [] };
  return inReadingOrder({ ...barePage, words }, { ...page, tagged }).tagged.map(
    ({ text, inPlace }) => [text, inPlace],
  );
}

it("leaves a page alone on which nothing runs from right to left", () => {
  expect(readOf([], [["One two", 0, 2]])).toEqual([["One two", undefined]]);
});

it("puts words in the order of reading, be they painted alone or together", () => {
  const words = [
    ["שלום", 3],
    ["עולם", 2],
    ["See", 0],
    ["also", 1],
  ] as const;
  const inOrder = ["שלום", "עולם", "See", "also"].map((word) => [word, true]);
  for (const latin of ["See also", "also See "])
    for (const hebrew of ["שלום עולם", "עולם שלום"])
      expect(
        readOf(words, [
          [latin, 0, 2],
          [hebrew, 2, 2],
        ]),
      ).toEqual(inOrder);
});

it("reads joined forms in either order, letter by letter, and no other letters", () => {
  const read = (...forms: readonly string[]) =>
    readOf(
      [["سلام", 0]],
      forms.map((form, at) => [form, at / 5] as const),
    );
  expect(read("م", "ال", "س")).toEqual([["سلام", true]]);
  expect(read("م", "لا", "س")).toEqual([["سلام", true]]);
  expect(read("م", "س")).not.toEqual([["سلام", true]]);
});

it("takes a word in small capitals that is painted in parts for a word at its place", () => {
  expect(
    readOf(
      [
        ["שלום", 1],
        ["this", 0],
      ],
      [
        ["t", 0, 0.35],
        ["HIS", 0.15, 0.9],
        ["שלום", 4 / 3],
      ],
    ).map(([text, inPlace]) => [text.toLowerCase(), inPlace]),
  ).toEqual([
    ["שלום", true],
    ["this", true],
  ]);
});

it("leaves a word and the same one with a capital in their order", () => {
  const words = [
    ["Proposed", 0],
    ["proposed", 1],
    ["שלום", 2],
  ] as const;
  expect(
    readOf(words, [
      ["Proposed proposed", 0, 2.7],
      ["שלום", 8 / 3],
    ]).map(([text]) => text),
  ).toEqual(["Proposed", "proposed", "שלום"]);
});

it("reads numbers and words that are painted together in their order on the page", () => {
  const words = [
    ["island", 0],
    ["677", 1],
    ["שלום", 2],
  ] as const;
  expect(
    readOf(words, [
      ["[/677island", 0, 1.9],
      ["שלום", 2],
    ]).map(([text]) => text),
  ).toEqual(["island", "677", "שלום"]);
});

it("keeps what is no word of the page behind the word to its left", () => {
  expect(
    readOf(
      [
        ["שלום", 2],
        ["1962", 0],
      ],
      [
        ["1962", 0],
        ["more", 1],
        ["שלום", 2],
      ],
    ).map(([text]) => text),
  ).toEqual(["שלום", "1962", "more"]);
});

it("says of a word that it stands elsewhere", () => {
  expect(readOf([["שלום", 0]], [["שלום", 4]])).toEqual([["שלום", false]]);
});
