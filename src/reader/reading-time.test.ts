import { describe, expect, it } from "vitest";
import { paragraph } from "../testing/text-trees.ts";
import { wordsIn } from "./reading-time.ts";

describe("words are counted", () => {
  it.each([
    ["The General Staff’s twenty-first memorandum", 5],
    ["Президиум ЦК КПСС", 3],
    ["פרוטוקול מס׳ 61", 3],
    ["", 0],
    ["—", 0],
  ])("as spaces part them: %s", (text, words) => {
    expect(wordsIn([paragraph(text)])).toBe(words);
  });

  it.each(["古巴导弹危机", "キューバ危機", "วิกฤตการณ์ขีปนาวุธคิวบา"])(
    "where no space parts them, as dictionaries do: %s",
    (text) => {
      const words = wordsIn([paragraph(text)]);
      expect(words).toBeGreaterThan(1);
      expect(words).toBeLessThan(text.length);
      expect(wordsIn([paragraph(`${text} of 1962`)])).toBe(words + 2);
    },
  );
});
