import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printEdition } from "../testing/print-edition.ts";
import {
  type TaggedElement,
  type TaggedPdf,
  elementsOf,
  readTaggedPdf,
} from "../testing/tagged-pdf.ts";
import { writeTaggedEdition } from "../testing/tagged-edition.ts";

let folder: string;
let bytes: Uint8Array;
let tagged: TaggedPdf;
let messages: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-tags-"));
  await writeTaggedEdition(folder);
  const output = path.join(folder, "site");
  await cp(path.join(folder, "documents/images"), path.join(output, "images"), { recursive: true });
  ({ messages } = await printEdition(folder, output));
  bytes = await readFile(path.join(output, "readers/all.pdf"));
  tagged = await readTaggedPdf(bytes);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const all = (type: RegExp): readonly TaggedElement[] => elementsOf(tagged.document, type);

const words = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** The one element of a type that begins so. */
function found(type: RegExp, start: string): TaggedElement {
  const [first, ...more] = all(type).filter(({ text }) => words(text).startsWith(start));
  if (!first || more.length > 0) throw new Error(`${more.length + (first ? 1 : 0)} of “${start}”`);
  return first;
}

/** Which sentences of a name are read, in their order. */
function sentences({ text }: TaggedElement, name: string): readonly number[] {
  return [...words(text).matchAll(new RegExp(`Sentence (\\d+) of ${name} tells`, "g"))].map(
    ([, at]) => Number(at),
  );
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

describe("the structure of a printed reader", () => {
  it("is whole: all that is painted is read once or an artifact, and every part knows its place", () => {
    expect(messages.filter((message) => message.includes("print-"))).toEqual([]);
    expect(tagged.faults).toEqual([]);
  });

  it("says title and language, and the language of what is in another", () => {
    expect(tagged.title).toEqual({ shown: true, words: "A Reader of Everything" });
    expect(tagged.language).toBe("en");
    const languages = (language: string) =>
      elementsOf(tagged.document, /./).filter((element) => element.language === language);
    expect(languages("ru").map(({ text }) => words(text).slice(0, 5))).toContain("слово");
    expect(languages("fr").map(({ text }) => text)).toEqual([
      expect.stringContaining("Cette lettre"),
    ]);
    // Not a code is left.
    expect(
      elementsOf(tagged.document, /./).filter(({ language }) => language?.includes("-x-")),
    ).toEqual([]);
  });

  it("has its headings in order, none of them two levels below the one before", () => {
    const headings = all(/^H\d$/);
    expect(headings.map(({ text }) => words(text))).toEqual(
      expect.arrayContaining(["Introduction", "The first part", "A part of the part"]),
    );
    let before = 0;
    for (const { type } of headings) {
      const level = Number(type.slice(1));
      expect(level).toBeLessThanOrEqual(before + 1);
      before = level;
    }
  });

  it("reads a paragraph that goes over pages as one, and its notes behind it", () => {
    const paragraph = found(/^P$/, "1 Sentence 1 of one");
    expect(sentences(paragraph, "one")).toEqual(upTo(40));
    const { text } = tagged.document;
    const places = ["Sentence 40 of one", "Sentence 14 of a long note", "The second paragraph has"];
    const found2 = places.map((place) => words(text).indexOf(place));
    expect(found2).toEqual([...found2].sort((one, other) => one - other));
    expect(Math.min(...found2)).toBeGreaterThan(0);
  });

  it("reads a list over pages as one, each entry with its number and its note", () => {
    const list = all(/^L$/).filter(({ text }) => text.includes("Entry 1 of the list"));
    expect(list).toHaveLength(1);
    const entries = list[0]?.kids ?? [];
    expect(entries.map(({ kids: [label] }) => label?.type)).toEqual(upTo(30).map(() => "Lbl"));
    expect(entries.map(({ kids: [label] }) => words(label?.text ?? ""))).toEqual(
      upTo(30).map((number) => `${number}.`),
    );
    for (const [at, entry] of entries.entries()) {
      const [note, ...more] = elementsOf(entry, /^Note$/);
      expect(more).toEqual([]);
      expect(words(note?.text ?? "")).toContain(`Note of entry ${at + 1}.`);
      expect(sentences(entry, `entry ${at + 1}`)).toEqual(upTo(3));
    }
  });

  it("reads a quotation over pages as one", () => {
    const [quotation, ...more] = all(/^BlockQuote$/);
    expect(more).toEqual([]);
    if (!quotation) throw new Error("no quotation");
    expect(sentences(quotation, "a quotation")).toEqual(upTo(40));
    expect(sentences(quotation, "its second paragraph")).toEqual(upTo(10));
    expect(quotation.kids.map(({ type }) => type)).toEqual(["P", "Note", "P"]);
  });

  it("reads a table over pages as one, each cell with the head of its column", () => {
    const [table, ...more] = all(/^Table$/).filter(({ text }) => text.includes("Port 1"));
    expect(more).toEqual([]);
    const rows = table?.kids ?? [];
    expect(rows.map(({ type }) => type)).toEqual(upTo(61).map(() => "TR"));
    const [head, ...body] = rows;
    const ids = head?.kids.map(({ id }) => id) ?? [];
    expect(head?.kids.map(({ type, scope }) => `${type} ${scope ?? ""}`)).toEqual(
      upTo(3).map(() => "TH Column"),
    );
    expect(new Set(ids).size).toBe(3);
    for (const [at, row] of body.entries()) {
      expect(words(row.kids[0]?.text ?? "")).toBe(`Port ${at + 1}`);
      expect(row.kids.map(({ headers }) => headers)).toEqual(ids.map((id) => [id]));
    }
  });

  it("names every note, and links its call and its mark with each other", () => {
    const notes = all(/^Note$/);
    expect(notes).toHaveLength(38);
    expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length);
    const calls = all(/^Reference$/).map(({ kids: [link] }) => link?.links);
    const marks = notes.map(({ kids: [label] }) => label?.kids.flatMap(({ links }) => links) ?? []);
    const called = notes.filter((_, at) => marks[at]?.length === 1);
    // The source note of the letter stands under its head, and nothing calls it.
    expect(notes.filter((note) => !called.includes(note)).map(({ id }) => id)).toEqual([
      "letter--s1",
    ]);
    expect(calls).toEqual(called.map(({ id }) => [id]));
    expect(marks.flat()).toEqual(called.map(({ id }) => `${id ?? ""}-call`));
  });

  it("says what is to be seen on pictures, and what stands below them", () => {
    const figures = all(/^Figure$/);
    expect(figures.map(({ alternative }) => alternative)).toEqual([
      "A stamp",
      "A map of the island with four harbors",
    ]);
    expect(figures[1]?.kids.map(({ type, text }) => [type, words(text)])).toEqual([
      ["Caption", "The island, drawn by hand."],
    ]);
  });

  it("takes running heads, folios and bullets out of what is read", () => {
    const later = tagged.artifacts.slice(4, -4);
    expect(later.filter((text) => !/\d$/.test(text))).toEqual([]);
    expect(later.filter((text) => text.includes("A Report on Everything")).length).toBeGreaterThan(
      5,
    );
    expect(tagged.artifacts.join("").replaceAll("A Report on Everything", "")).not.toContain(
      "Sentence",
    );
    expect(tagged.document.text).not.toContain("•");
  });

  it("is found clean by qpdf", async ({ skip }) => {
    const file = path.join(folder, "check.pdf");
    await writeFile(file, bytes);
    try {
      execFileSync("qpdf", ["--version"], { stdio: "ignore" });
    } catch {
      skip("qpdf is not on this machine");
    }
    expect(execFileSync("qpdf", ["--check", file], { encoding: "utf8" })).toContain(
      "No syntax or stream encoding errors found",
    );
  });
});
