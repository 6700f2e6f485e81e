import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { walk } from "../../edition/walk.ts";
import { writeMarkdown } from "../writing/write-markdown.ts";
import { markdownSource } from "./markdown-source.ts";
import { type ReadText, readMarkdown } from "./read-markdown.ts";
import { type Voice, emptyPage } from "./reading.ts";

function read(markdown: string, voice: Voice): ReadText {
  const lines = markdown.split("\n").map((text, index) => ({ text, line: index + 1, column: 1 }));
  const page = emptyPage(new Set(), () => undefined);
  return readMarkdown(markdownSource("documents/essays/x.md", lines), voice, page);
}

/** The letters of a text, citations as they are written. */
function letters({ blocks }: ReadText): string {
  return [...walk(blocks)]
    .map((node) => {
      if (node.type === "text" || node.type === "code") return node.value;
      return node.type === "citation" ? node.written : "";
    })
    .join("")
    .replaceAll(/\s/g, "");
}

const anyCitations = fc
  .array(
    fc.constantFrom(
      ..."[|]|@|@a|@b:2|{iv}|;|,|-|-@| |p. |pp. 3–4|ch. iv|3|see |.|)|x@y.org|word|é|𐋡|@{a b}|@{http://x/?a;b}|\nand |; @c]|[@".split(
        "|",
      ),
    ),
    { maxLength: 14 },
  )
  .map((parts) => `x${parts.join("")}`);

describe("any text with at signs and brackets", () => {
  it("keeps every letter, whoever speaks", () => {
    fc.assert(
      fc.property(
        anyCitations,
        fc.constantFrom<Voice>("transcription", "commentary"),
        (text, voice) => {
          expect(letters(read(text, voice))).toBe(text.replaceAll(/\s/g, ""));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("has each key of a citation where the source has it", () => {
    fc.assert(
      fc.property(anyCitations, (text) => {
        const lines = text.split("\n");
        for (const node of walk(read(text, "commentary").blocks)) {
          if (node.type !== "citation") continue;
          expect(node.cites.length).toBeGreaterThan(0);
          for (const { key, place } of node.cites) {
            const behind = (lines[place.line - 1] ?? "").slice(place.column - 1);
            expect(behind.startsWith(`@${key}`) || behind.startsWith(`@{${key}}`)).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("is read back as it was when it is written anew", () => {
    fc.assert(
      fc.property(anyCitations, (text) => {
        const once = read(text, "commentary");
        const bare = (value: unknown): unknown =>
          JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === "place" ? 0 : inner)));
        expect(bare(read(writeMarkdown(once.blocks, []), "commentary"))).toEqual(bare(once));
      }),
      { numRuns: 2000 },
    );
  });
});
