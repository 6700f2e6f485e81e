import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Place } from "../diagnostics/place.ts";
import type { Block, Note } from "../edition/text.ts";
import { type TextNode, walk } from "../edition/walk.ts";
import { markdownSource } from "./markdown/markdown-source.ts";
import { type Report, type Voice, emptyPage } from "./markdown/reading.ts";
import { readBody } from "./read-body.ts";
import { readDocument } from "./read-document.ts";
import { readRegister } from "./read-register.ts";
import { readSettings } from "./read-settings.ts";
import { anyText, writtenText } from "./testing/random-text.ts";
import { type TextFile, readText } from "./text-file.ts";

const images = new Set(["images/map.png"]);
const voices = fc.constantFrom<Voice>("transcription", "commentary");

interface ReadAloud {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  readonly diagnostics: readonly Diagnostic[];
  readonly lines: readonly string[];
}

function readAloud(markdown: string, voice: Voice): ReadAloud {
  const file = "documents/texts/example.md";
  const { lines } = fileOf(file, markdown);
  const diagnostics: Diagnostic[] = [];
  const report: Report = (...said) => {
    diagnostics.push(diagnose(...said));
  };
  const placed = lines.map((text, index) => ({ text, line: index + 1, column: 1 }));
  const { blocks, notes } = readBody(
    markdownSource(file, placed),
    voice,
    emptyPage(images, report),
  );
  return { blocks, notes, diagnostics, lines };
}

function fileOf(file: string, text: string): TextFile {
  const read = readText(file, new TextEncoder().encode(text));
  if ("rule" in read) throw new Error(read.message);
  return read;
}

function isInside({ line, column }: Place, lines: readonly string[]): boolean {
  const text = lines[line - 1];
  return text !== undefined && column >= 1 && column <= text.length + 1;
}

function* nodesOf({ blocks, notes }: Pick<ReadAloud, "blocks" | "notes">): Generator<TextNode> {
  yield* walk(blocks);
  for (const note of notes) yield* walk(note.blocks);
}

function wordsIn(nodes: Iterable<TextNode>, pattern: RegExp): readonly string[] {
  const found: string[] = [];
  for (const node of nodes) {
    const written = node.type === "text" ? node.value : node.type === "image" ? node.text : "";
    found.push(...(written.match(pattern) ?? []));
  }
  return found;
}

describe("any Markdown", () => {
  it("is read without an exception, and every place lies inside the file", () => {
    fc.assert(
      fc.property(anyText, voices, (markdown, voice) => {
        const read = readAloud(markdown, voice);
        for (const { place } of read.diagnostics) expect(isInside(place, read.lines)).toBe(true);
        for (const { place } of nodesOf(read)) expect(isInside(place, read.lines)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it("has each of its words where the tree says", () => {
    fc.assert(
      fc.property(anyText, voices, (markdown, voice) => {
        const read = readAloud(markdown, voice);
        for (const node of nodesOf(read)) {
          if (node.type !== "text") continue;
          const source = (read.lines[node.place.line - 1] ?? "").slice(node.place.column - 1);
          expect(standsAt(node.value, source.replaceAll("\0", "\uFFFD"))).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("has each of its forms where the tree says", () => {
    fc.assert(
      fc.property(anyText, voices, (markdown, voice) => {
        const read = readAloud(markdown, voice);
        for (const node of nodesOf(read)) {
          const source = (read.lines[node.place.line - 1] ?? "").slice(node.place.column - 1);
          expect(source).toMatch(beginnings[node.type]);
        }
        for (const note of read.notes) {
          const source = (read.lines[note.place.line - 1] ?? "").slice(note.place.column - 1);
          expect(source.startsWith(`[^${note.label}]:`)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("has no empty run of letters, and no two side by side", () => {
    const isWrong = (node: TextNode, index: number, nodes: readonly TextNode[]): boolean =>
      node.type === "text" && (node.value === "" || nodes[index - 1]?.type === "text");
    fc.assert(
      fc.property(anyText, voices, (markdown, voice) => {
        for (const node of nodesOf(readAloud(markdown, voice)))
          expect("children" in node ? node.children.filter(isWrong) : []).toEqual([]);
      }),
    );
  });

  it("says the same twice", () => {
    fc.assert(
      fc.property(anyText, voices, (markdown, voice) => {
        expect(readAloud(markdown, voice)).toEqual(readAloud(markdown, voice));
      }),
    );
  });
});

/** How the source of each form begins. */
const beginnings: Readonly<Record<TextNode["type"], RegExp>> = {
  text: /^/,
  emphasis: /^[*_]/,
  strong: /^(?:\*\*|__)/,
  styled: /^\[/,
  foreign: /^\[/,
  anchor: /^\[/,
  code: /^`/,
  link: /^[[<]/,
  reference: /^\[/,
  "note-call": /^\[\^/,
  citation: /^(?:\[|@)/,
  act: /^\[/,
  "page-break": /^\[/,
  image: /^!\[/,
  doubt: /^<!--/,
  "line-break": /^(?: {2,}|\\)$/,
  paragraph: /^[^ \t]/,
  heading: /^#/,
  list: /^(?:[-+*]|\d+[.)])/,
  quotation: /^>/,
  table: /^/,
  figure: /^!\[/,
  rule: /^[-*_]/,
  division: /^:::/,
  definitions: /^/,
  "code-block": /^(?:```|~~~)/,
  // Never in a file.
  omission: /^(?!)/,
};

/** Whether letters begin with what stands in the source, or with what it stands for. */
function standsAt(letters: string, source: string): boolean {
  const first = String.fromCodePoint(letters.codePointAt(0) ?? 0);
  return (
    source.startsWith(first) ||
    source.startsWith(`\\${first}`) ||
    source.startsWith("&") ||
    // A line's end is a space.
    (first === " " && source.trim() === "")
  );
}

/** What comes of putting forms together at random: headings of any level in lists, one list behind another. */
const notMeant = new Set<string>(["heading-level", "list-number"]);

describe("Markdown in which nothing is wrong", () => {
  it("loses no word and keeps their order", () => {
    fc.assert(
      fc.property(writtenText, ({ markdown, words, noteWords }) => {
        const { blocks, notes, diagnostics } = readAloud(markdown, "transcription");
        const wrong = diagnostics.filter(({ rule }) => !notMeant.has(rule));
        expect(wrong).toEqual([]);
        const anchors = new Set(
          [...walk(blocks)].flatMap((node) =>
            node.type === "heading" && node.id !== undefined ? [node.id.slice(1)] : [],
          ),
        );
        const expected = words.filter((word) => !anchors.has(word));
        expect(wordsIn(walk(blocks), /w\d+x/g)).toEqual(expected);
        expect(wordsIn(walk(notes.flatMap((note) => note.blocks)), /n\d+y/g)).toEqual(noteWords);
      }),
      { numRuns: 500 },
    );
  });
});

describe("any file", () => {
  const anyFile = fc
    .tuple(fc.array(fc.oneof(anyText, fc.constantFrom(...yamlLines()))), anyText)
    .map(([matter, body]) => `---\n${matter.join("\n")}\n---\n${body}`);

  const readers: readonly ((text: TextFile, report: Report) => unknown)[] = [
    (text, report) => readDocument(text, images, report),
    (text, report) => readRegister(text, "people", images, report),
    (text, report) => readSettings(text, report),
  ];

  it("is read without an exception, and every message lies inside it", () => {
    fc.assert(
      fc.property(anyFile, fc.constantFrom(...readers), (text, reader) => {
        const file = fileOf("documents/texts/example.md", text);
        reader(file, (_rule, place) => {
          expect(isInside(place, file.lines)).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });
});

function yamlLines(): readonly string[] {
  return [
    "id: memo",
    "number: 1",
    "title: A memorandum",
    "abstract: |",
    "  One *two* [x]{.supplid}",
    "abstract: 'One [x]{.supplid}'",
    'abstract: "One \\u00e9 [x]{.supplid}"',
    "authors: [a, b]",
    "  - c",
    "source:",
    "  archive: x",
    "date: 1962-05-24",
    "status: calendared",
    "castro:",
    "  name: Fidel Castro",
    "  description: >-",
    "    One [x]{.supplid}",
    "rules: {a: b}",
    "title: a: b",
  ];
}
