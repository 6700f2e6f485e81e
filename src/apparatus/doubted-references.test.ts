import { describe, expect, it } from "vitest";
import type { Document, Edition } from "../edition/edition.ts";
import type { Doubt, Inline } from "../edition/text.ts";
import { buildApparatus } from "./build-apparatus.ts";
import { editionOf, filesOf } from "./testing/edition-of.ts";

const place = { file: "documents/texts/a.md", line: 7, column: 1 };
const doubt: Doubt = { type: "doubt", message: "the text names another volume", place };

/** An edition whose first document says "Document 96" of the second, with a doubt somewhere in that paragraph. */
function severities(arrange: (words: readonly Inline[]) => readonly Inline[]): readonly string[] {
  const edition = editionOf(
    filesOf("== texts/a.md\nSee [Document 96](#b), or [Document 97](#b).\n== texts/b.md\nWords.\n"),
  );
  const documents = edition.documents.map((document): Document => ({
    ...document,
    transcription: document.transcription.map((block) =>
      block.type === "paragraph" ? { ...block, children: arrange(block.children) } : block,
    ),
  }));
  const doubted: Edition = { ...edition, documents };
  return buildApparatus(doubted).diagnostics.map(({ severity }) => severity);
}

describe("a text that names another target", () => {
  it("is an error", () => {
    expect(severities((words) => words)).toEqual(["error", "error"]);
  });

  it("is a warning where a doubt stands right behind or before it", () => {
    const blank = { type: "text", value: " ", place } as const;
    const behind = (words: readonly Inline[]): readonly Inline[] =>
      words.flatMap((word): readonly Inline[] =>
        word.type === "reference" ? [word, blank, doubt] : [word],
      );
    const before = (words: readonly Inline[]): readonly Inline[] =>
      words.flatMap((word): readonly Inline[] =>
        word.type === "reference" ? [doubt, word] : [word],
      );
    expect(severities(behind)).toEqual(["warning", "warning"]);
    expect(severities(before)).toEqual(["warning", "warning"]);
  });

  it("is an error where the doubt is about something else", () => {
    expect(severities((words) => [doubt, ...words, doubt])).toEqual(["error", "error"]);
  });
});
