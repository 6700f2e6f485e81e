import { describe, expect, it } from "vitest";
import { readExamples } from "../source/testing/examples.ts";
import { writeExample } from "./testing/write-example.ts";

/** Fixtures of Markdown and HTML, by what they are written for. */
const fixtures = [
  { name: "words", medium: "screen" },
  { name: "acts", medium: "screen" },
  { name: "blocks", medium: "screen" },
  { name: "notes", medium: "screen" },
  { name: "references", medium: "screen" },
  { name: "print", medium: "print" },
] as const;

for (const { name, medium } of fixtures)
  describe(`${name}.txt`, () => {
    const path = new URL(`examples/${name}.txt`, import.meta.url).pathname;
    for (const { line, title, source, expected } of readExamples(path))
      it(`${line}: ${title}`, () => {
        expect(writeExample(source, medium)).toBe(expected);
      });
  });
