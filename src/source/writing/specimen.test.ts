import { describe, expect, it } from "vitest";
import { withCitationNotes } from "../../edition/citation-notes.ts";
import type { Report } from "../markdown/reading.ts";
import { readDocument } from "../read-document.ts";
import { readEdition } from "../read-edition.ts";
import { readEssay } from "../read-essay.ts";
import { readReader } from "../read-reader.ts";
import { readRegister } from "../read-register.ts";
import type { TextFile } from "../text-file.ts";
import { documentAsFile, entryAsFile, essayAsFile, readerAsFile } from "./as-file.ts";
import { writeDocument } from "./write-document.ts";
import { writeEssay } from "./write-essay.ts";
import { writeReader } from "./write-reader.ts";
import { writeRegister } from "./write-register.ts";

const { edition } = await readEdition(".");
const images = new Set(edition.images);

const never: Report = (rule, place, message) => {
  throw new Error(`${place.line}: ${rule}: ${message}`);
};

function asText(file: string, text: string): TextFile {
  return { file, lines: text.split("\n") };
}

/** The model without what says where it stands in its file. */
function bare(value: unknown): unknown {
  const text = JSON.stringify(value, (key, inner: unknown) =>
    key === "place" || key === "places" ? undefined : inner,
  );
  return JSON.parse(text);
}

/** Writes, reads, and writes again; the second reading must be the first, and the second file the first. */
function expectSame<Thing extends { readonly file: string }>(
  thing: Thing,
  write: (thing: Thing) => string,
  read: (text: TextFile) => Thing | undefined,
): void {
  const written = write(thing);
  const again = read(asText(thing.file, written));
  expect(bare(again)).toEqual(bare(thing));
  expect(again && write(again)).toBe(written);
}

describe("the specimen, written and read again, is the same:", () => {
  it.each(edition.documents)("document $id", (document) => {
    expectSame(
      document,
      (one) => writeDocument(documentAsFile(one)),
      (text) => {
        const read = readDocument(text, images, never);
        // As an edition has it, in whose notes citations have what stands behind them.
        return withCitationNotes({ ...edition, documents: read ? [read] : [] }).documents[0];
      },
    );
  });

  it.each(edition.essays)("essay $id", (essay) => {
    expectSame(
      essay,
      (one) => writeEssay(essayAsFile(one)),
      (text) => readEssay(text, images, never),
    );
  });

  it.each(edition.readers)("reader $id", (reader) => {
    expectSame(
      reader,
      (one) => writeReader(readerAsFile(one)),
      (text) => readReader(text, images, never),
    );
  });

  it.each(["people", "places", "organizations", "terms"] as const)("register %s", (name) => {
    const entries = edition.register.filter(({ register }) => register === name);
    const file = `documents/${name}.yaml`;
    const written = writeRegister(entries.map(entryAsFile));
    const again = readRegister(asText(file, written), name, images, never);
    expect(bare(again)).toEqual(bare(entries));
    expect(writeRegister(again.map(entryAsFile))).toBe(written);
  });
});
