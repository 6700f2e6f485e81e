import { describe, expect, it } from "vitest";
import type { SurveyedPage } from "../page/survey.ts";
import { proveHyphens } from "./hyphen-proof.ts";
import type { ReadPdfPage } from "./read-pdf.ts";

function messages(written: string, ...lines: readonly string[]): readonly string[] {
  const empty = { text: "", spans: [] };
  const page: Pick<SurveyedPage, "area" | "feet" | "dress"> = {
    area: { text: written, spans: [] },
    feet: empty,
    dress: "",
  };
  const place = { left: 0, right: 0, base: 0, size: 11, block: "P" };
  const read: Pick<ReadPdfPage, "tagged"> = {
    tagged: lines.map((text) => ({ text, ...place })),
  };
  return proveHyphens("7", page, read).map(({ message }) => message);
}

describe("hyphens of a printed page", () => {
  it("divide words at the ends of lines", () => {
    expect(messages("on this con\u00ADdition alone", "on this con-", "dition alone")).toEqual([]);
  });

  it("stand within lines where they are written", () => {
    expect(messages("the editor-in-chief", "the editor-in-chief")).toEqual([]);
    expect(messages("the editor\u2011in\u2011chief", "the editor-in-chief")).toEqual([]);
    expect(messages("the editor-in-chief", "THE EDITOR-IN-CHIEF")).toEqual([]);
  });

  it("are found where they divide a word within a line", () => {
    expect(messages("on this con\u00ADdition alone", "on this con-dition alone")).toEqual([
      "a word is divided within a line on page 7 of the PDF: “con-diti”",
    ]);
  });
});
