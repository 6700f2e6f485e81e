import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RuleId } from "../../diagnostics/rules.ts";
import type { Block, Note } from "../../edition/text.ts";
import { markdownSource } from "../markdown/markdown-source.ts";
import { type Voice, emptyPage } from "../markdown/reading.ts";
import { type ReadText, readMarkdown } from "../markdown/read-markdown.ts";
import { anyTreeWithNotes } from "../testing/random-tree.ts";
import { normalBlocks, normalNotes } from "./normal-form.ts";
import { writeMarkdown, writeWrapped } from "./write-markdown.ts";

const images = new Set(["images/map.png", "images/Karte Kuba.png", "images/100%25.png"]);

interface Read extends ReadText {
  readonly found: readonly RuleId[];
}

function read(markdown: string, voice: Voice): Read {
  const found: RuleId[] = [];
  const lines = markdown
    .split(/\r\n|\n|\r/)
    .map((text, index) => ({ text, line: index + 1, column: 1 }));
  const page = emptyPage(images, (rule) => found.push(rule));
  return { ...readMarkdown(markdownSource("documents/texts/x.md", lines), voice, page), found };
}

/** Without places, which are the reader's. */
function bare(nodes: readonly (Block | Note)[]): unknown {
  return JSON.parse(
    JSON.stringify(nodes, (key, value: unknown) => {
      if (key === "place") return undefined;
      return value instanceof Map ? [...value] : value;
    }),
  );
}

/** What lies in the words, not in how they are written: what a reader says of the tree whoever typed it. */
const inherent: ReadonlySet<RuleId> = new Set([
  "import-doubt",
  "act-empty",
  "note-empty",
  "id-duplicate",
  "image-without-text",
  "link-invalid",
  "nesting-too-deep",
  "trap-tab",
  "trap-code",
  "trap-list",
]);

const voices = fc.constantFrom<Voice>("transcription", "commentary");
const numRuns = Number(process.env["RUNS"] ?? 120);

describe("any text", () => {
  it("is read back from its Markdown as it was, and nothing is to be said about it", () => {
    fc.assert(
      fc.property(
        anyTreeWithNotes,
        voices,
        fc.constantFrom(writeMarkdown, writeWrapped),
        ({ blocks, notes }, voice, write) => {
          const markdown = write(blocks, notes);
          const back = read(markdown, voice);
          expect(bare(back.blocks)).toEqual(bare(normalBlocks(blocks)));
          expect(bare(back.notes)).toEqual(bare(normalNotes(notes)));
          expect(back.found.filter((rule) => !inherent.has(rule))).toEqual([]);
          expect(write(back.blocks, back.notes)).toBe(markdown);
        },
      ),
      { numRuns },
    );
  });

  it("is in its normal form when it has been brought into it", () => {
    fc.assert(
      fc.property(anyTreeWithNotes, ({ blocks }) => {
        const normal = normalBlocks(blocks);
        expect(bare(normalBlocks(normal))).toEqual(bare(normal));
      }),
      { numRuns },
    );
  });
});
