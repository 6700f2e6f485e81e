import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settingsSchema } from "../../edition/settings.ts";
import { readDocument } from "../read-document.ts";
import { readRegister } from "../read-register.ts";
import { readSettings } from "../read-settings.ts";
import { anyWords } from "../testing/random-tree.ts";
import { readText } from "../text-file.ts";
import type { FieldDoubt } from "./markdown-file.ts";
import { writeDocument } from "./write-document.ts";
import { writeRegister } from "./write-register.ts";
import { writeSettings } from "./write-settings.ts";
import { writeVolumes } from "./write-volumes.ts";

/** A text as a file's bytes give it back. */
function asFile(file: string, text: string) {
  const read = readText(file, new TextEncoder().encode(text));
  if ("rule" in read) throw new Error(read.message);
  return read;
}

const numRuns = Number(process.env["RUNS"] ?? 200);

/** Words of a field: short, long, on several lines, and whatever YAML would take for something else. */
const words = fc
  .oneof(
    anyWords,
    fc.constantFrom(
      "1962",
      "1.10",
      "007",
      "true",
      "null",
      "~",
      "2026-11-22",
      "yes",
      "a: b",
      "a # b",
    ),
    fc.array(anyWords, { minLength: 5, maxLength: 30 }).map((parts) => parts.join(" ")),
  )
  // Half letters cannot be in a file, nor line ends but line feeds.
  .map((value) => value.replaceAll(/[\0\r\uFEFF]|\p{Cs}/gu, "x"))
  .filter((value) => value.trim() !== "");

describe("any words", () => {
  it("are the same when a document's fields are read again", () => {
    fc.assert(
      fc.property(
        words,
        words,
        fc.array(words, { maxLength: 3 }),
        words,
        (title, one, several, change) => {
          const matter = {
            id: "memo",
            number: 3,
            title,
            kind: one,
            authors: several,
            rights: { statement: one },
            history: [{ date: "1962", change }],
          };
          const file = asFile(
            "documents/texts/memo.md",
            writeDocument({ matter, doubts: [], blocks: [], notes: [] }),
          );
          const found: string[] = [];
          const read = readDocument(file, new Set(), (rule) => found.push(rule));
          expect(found).toEqual(["transcription-missing"]);
          expect(read?.matter).toMatchObject({
            title,
            kind: one,
            authors: several,
            rights: { statement: one },
            history: [{ date: { edtf: "1962" }, change }],
          });
        },
      ),
      { numRuns },
    );
  });

  it("are the same when a register and settings are read again", () => {
    fc.assert(
      fc.property(words, words, fc.array(words, { maxLength: 3 }), (name, role, also) => {
        const matter = { name, role, also };
        const found: string[] = [];
        const people = asFile(
          "documents/people.yaml",
          writeRegister([{ id: "a", matter, doubts: [] }]),
        );
        const [entry] = readRegister(people, "people", new Set(), (rule) => found.push(rule));
        expect(entry?.matter).toMatchObject(matter);

        const given = { title: name, description: role, credits: also, licence: { name: role } };
        const settings = asFile("documents/edition.yaml", writeSettings(given));
        const read = readSettings(settings, (rule) => found.push(rule));
        expect(read.settings).toEqual(settingsSchema.parse(given));
        expect(found).toEqual([]);
      }),
      { numRuns },
    );
  });
});

describe("front matter", () => {
  const doubts: readonly FieldDoubt[] = [
    { field: "date", message: "the day is illegible" },
    { field: "authors.1", message: "or Ivanova" },
    { field: "source.record-id", message: "two numbers" },
  ];

  it("has its fields in order, what says nothing left out, and doubts above what they are about", () => {
    expect(
      writeDocument({
        matter: {
          title: "Notes: on the back",
          id: "notes",
          status: "full",
          "title-supplied": false,
          authors: ["S. P. Ivanov", "Ivanov # 2"],
          languages: ["ru"],
          subjects: [],
          source: { archive: "An archive", credits: [] },
          abstract:
            "A few lines written on the back of the memorandum of 24 May 1962 and added to until 10 June 1962.",
        },
        doubts,
        blocks: [],
        notes: [],
      }),
    ).toBe(`---
id: notes
title: "Notes: on the back"
# doubt: the day is illegible
authors:
  - S. P. Ivanov
  # doubt: or Ivanova
  - "Ivanov # 2"
languages: ru
abstract: >-
  A few lines written on the back of the memorandum of 24 May 1962 and added to until 10 June 1962.
source:
  archive: An archive
  # doubt: two numbers
---
`);
  });

  it("keeps the doubts where they are warned of", () => {
    const file = asFile(
      "documents/texts/notes.md",
      writeDocument({
        matter: { id: "notes", number: 1, title: "Notes", authors: ["a", "b"] },
        doubts,
        blocks: [],
        notes: [],
      }),
    );
    const found: string[] = [];
    readDocument(file, new Set(), (rule, { line }, message) => {
      if (rule === "import-doubt") found.push(`${line}: ${message}`);
    });
    expect(found).toEqual(["5: the day is illegible", "8: or Ivanova", "10: two numbers"]);
  });

  it("keeps a line that is a space alone among signs that YAML writes as their numbers", () => {
    const kind = `\f${"word ".repeat(10)}\n \nword`;
    const file = asFile(
      "documents/texts/notes.md",
      writeDocument({
        matter: { id: "notes", number: 1, title: "Notes", kind },
        doubts: [],
        blocks: [],
        notes: [],
      }),
    );
    expect(readDocument(file, new Set(), () => undefined)?.matter.kind).toBe(kind);
  });

  it("of volumes is a mapping from id to entry", () => {
    const matter = { title: "Volume VI", siglum: "VI", editors: ["A. Editor"], published: "1996" };
    expect(writeVolumes([{ id: "v06", matter }])).toBe(
      "v06:\n  title: Volume VI\n  siglum: VI\n  editors: A. Editor\n  published: 1996\n",
    );
  });
});
