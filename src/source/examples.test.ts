import { describe, expect, it } from "vitest";
import { readExamples } from "./testing/examples.ts";
import { showExample, showFileExample } from "./testing/read-example.ts";

/** Fixtures of Markdown, by who speaks in them. */
const texts = [
  { name: "inlines", voice: "commentary" },
  { name: "blocks", voice: "commentary" },
  { name: "notes", voice: "commentary" },
  { name: "divisions", voice: "transcription" },
  { name: "attributes", voice: "transcription" },
  { name: "links-and-images", voice: "commentary" },
  { name: "citations", voice: "commentary" },
  { name: "citations-in-transcriptions", voice: "transcription" },
  { name: "transcription-traps", voice: "transcription" },
  { name: "commentary-traps", voice: "commentary" },
  { name: "doubts", voice: "transcription" },
] as const;

/** Fixtures of whole files, by what they are. */
const files = [
  { name: "documents", kind: "document" },
  { name: "essays", kind: "essay" },
  { name: "readers", kind: "reader" },
  { name: "worksheets", kind: "worksheet" },
  { name: "people", kind: "people" },
  { name: "settings", kind: "settings" },
] as const;

const folder = new URL("examples/", import.meta.url);

for (const { name, voice } of texts)
  describe(`${name}.txt`, () => {
    for (const { line, title, source, expected } of readExamples(new URL(`${name}.txt`, folder)))
      it(`${line}: ${title}`, () => {
        expect(showExample(source, voice)).toBe(expected);
      });
  });

for (const { name, kind } of files)
  describe(`${name}.txt`, () => {
    for (const { line, title, source, expected } of readExamples(new URL(`${name}.txt`, folder)))
      it(`${line}: ${title}`, () => {
        expect(showFileExample(source, kind)).toBe(expected);
      });
  });
