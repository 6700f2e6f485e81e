import type { Place } from "../../diagnostics/place.ts";
import type { DocumentFields } from "../../edition/document-matter.ts";
import type { FieldDoubt } from "../../source/writing/markdown-file.ts";
import type { DocumentDraft, ImportedWork, Remark } from "../importer.ts";
import type { LeftBehind } from "../ledger.ts";
import { countedIn, leftOf, originalOfField, originalsOfText } from "./account.ts";
import { type Dateline, readDateline } from "./datelines.ts";
import { type Passage, inserted, knowing, placeIn } from "./passage.ts";
import { pagesIn, withPageMarks, withPagesInParagraphs } from "./page-marks.ts";
import { type RawBlock, blocksOf, passagesIn, withPassages } from "./raw-blocks.ts";
import { datedIdOf, idOfFile } from "./slug.ts";
import { type RawNote, notesOf, readTranscription } from "./transcription.ts";
import { readTitleLine } from "./title-lines.ts";
import { wordsOf } from "./words.ts";

/** A page or text that is one document, read as far as its form tells. */
export interface Article {
  /** As messages name it. */
  readonly file: string;
  /** The input's words, all of them. */
  readonly text: string;
  /** The title's line; absent where the input has none. */
  readonly title: Passage | undefined;
  /** Whether the title's words are told as left behind, because the input has them elsewhere. */
  readonly titleIsLeft?: boolean;
  /** The text below the title. */
  readonly blocks: readonly RawBlock[];
  /** Notes in the order of their definition; their calls stand in the text. */
  readonly notes: readonly RawNote[];
  /** Fields that the input gives, without what the text gives. */
  readonly matter: Partial<Omit<DocumentFields, "id" | "title" | "number">>;
  readonly doubts: readonly FieldDoubt[];
  /** What else of the input went into fields. */
  readonly originals: DocumentDraft["originals"];
  readonly left: readonly LeftBehind[];
  readonly remarks: readonly Remark[];
  /** Links into the page or out of it. */
  readonly references?: number;
}

/** Makes a document of an article: number and title, dateline, page breaks, brackets. */
export function documentOfArticle(article: Article): ImportedWork {
  const paged = withPagesInParagraphs(withPassages(article.blocks, withPageMarks));
  const { blocks: headed, dateline } = withDateline(paged);
  const { blocks, notes: bracketed } = readTranscription(headed);
  const notes = [
    ...article.notes.map((note) => ({ ...note, blocks: withPassages(note.blocks, withPageMarks) })),
    ...bracketed,
  ];
  const called = withUncalled(blocks, notes);
  const body = passagesIn(called);
  const notePassages = notes.map((note) => passagesIn(note.blocks));
  const { title, number, cutTitle } = readTitle(article.title);

  const matter: DocumentFields = {
    ...article.matter,
    ...(number === undefined ? {} : { number }),
    ...(article.matter.date === undefined && dateline?.date !== undefined
      ? { date: dateline.date }
      : {}),
    ...(article.matter.place === undefined && dateline?.place !== undefined
      ? { place: dateline.place }
      : {}),
    title: title ?? wordsOfFile(article.file),
    id: "",
  };
  const date = matter.date === undefined ? undefined : String(matter.date);
  const id = title === undefined ? idOfFile(article.file) : datedIdOf(title, date);
  const draft: DocumentDraft = {
    stem: id,
    matter: { ...matter, id },
    doubts: [
      ...article.doubts,
      ...(title === undefined
        ? [{ field: "title", message: "the input has no title: this one is the file’s name" }]
        : []),
    ],
    blocks: blocksOf(called),
    notes: notesOf(notes),
    originals: [
      ...(cutTitle && title !== undefined && article.titleIsLeft !== true
        ? [originalOfField(cutTitle, ...(number === undefined ? ["title"] : ["number", "title"]))]
        : []),
      ...article.originals,
      ...originalsOfText(body, notePassages),
    ],
  };
  const inTitle = cutTitle && article.titleIsLeft !== true ? [cutTitle] : [];
  const passages = [...inTitle, ...body, ...notePassages.flat()];
  return {
    documents: [draft],
    essays: [],
    readers: [],
    registers: [],
    volumes: [],
    images: [],
    counted: countedIn(article.text, {
      notes: notes.length,
      pages: pagesIn(passages),
      references: article.references ?? 0,
    }),
    left: [...article.left, ...leftOf(passages)],
    remarks: article.remarks,
  };
}

/** The title without its number; a note's mark in it is no word of it. */
function readTitle(line: Passage | undefined): {
  readonly title: string | undefined;
  readonly number: number | undefined;
  readonly cutTitle: Passage | undefined;
} {
  const words = line ? wordsOf(line) : "";
  if (!line || words === "") return { title: undefined, number: undefined, cutTitle: line };
  const { number, title } = readTitleLine(words);
  if (number === undefined) return { title, number, cutTitle: line };
  const point = line.letters.search(/[.)]/u);
  // Whatever stands about the number itself is no field's.
  const digits = line.letters.search(/\d/u);
  const after = String(number).length + digits;
  const isPlain = line.letters.slice(digits, point) === String(number);
  if (!isPlain) return { title: words, number: undefined, cutTitle: line };
  return {
    title,
    number,
    cutTitle: knowing(line, [
      { kind: "instead", from: 0, to: digits, nodes: () => [], cut: "number-mark" },
      { kind: "instead", from: after, to: point + 1, nodes: () => [], cut: "number-mark" },
    ]),
  };
}

/** The first paragraphs are looked at for a line of place and date. */
function withDateline(blocks: readonly RawBlock[]): {
  readonly blocks: readonly RawBlock[];
  readonly dateline: Dateline | undefined;
} {
  for (const [index, block] of blocks.slice(0, 4).entries()) {
    if (block.type === "division" && block.name === "dateline")
      return { blocks, dateline: readDateline(passagesIn(block.blocks).map(wordsOf).join(" ")) };
    if (block.type !== "paragraph") continue;
    const dateline = readDateline(wordsOf(block.passage));
    if (!dateline) continue;
    const place = placeIn(block.passage, 0);
    const division: RawBlock = { type: "division", name: "dateline", blocks: [block], place };
    return { blocks: blocks.with(index, division), dateline };
  }
  return { blocks, dateline: undefined };
}

/** A note that is called nowhere is called at the end, and doubted; a source note needs no call. */
function withUncalled(blocks: readonly RawBlock[], notes: readonly RawNote[]): readonly RawBlock[] {
  const called = new Set<string>();
  const look = (node: { readonly type: string; readonly label?: string }): void => {
    if (node.type === "note-call" && node.label !== undefined) called.add(node.label);
  };
  for (const passage of passagesIn(blocks))
    for (const span of passage.spans)
      if (span.kind === "instead")
        for (const node of span.nodes(placeIn(passage, span.from))) look(node);
  const uncalled = notes.filter(({ label, stream }) => stream !== "source" && !called.has(label));
  if (uncalled.length === 0) return blocks;
  const calls = (passage: Passage): Passage =>
    knowing(
      passage,
      uncalled.flatMap(({ label, place }) => callAt(passage.letters.length, label, place)),
    );
  const last = blocks.findLastIndex((block) => block.type === "paragraph");
  const block = blocks[last];
  if (block?.type === "paragraph")
    return blocks.with(last, { ...block, passage: calls(block.passage) });
  const place = uncalled[0]?.place;
  if (!place) return blocks;
  const passage: Passage = { letters: "", anchors: [{ at: 0, place }], spans: [] };
  return [...blocks, { type: "paragraph", passage: calls(passage) }];
}

function callAt(at: number, label: string, place: Place): Passage["spans"] {
  return [
    inserted(at, () => ({ type: "note-call", label, place })),
    inserted(at, () => ({
      type: "doubt",
      message: `note ${label} is called nowhere: put its call where it belongs`,
      place,
    })),
  ];
}

function wordsOfFile(file: string): string {
  const name = (file.split(/[/\\]/u).at(-1) ?? file).replace(/\.[A-Za-z0-9]{1,8}$/u, "");
  const words = name.replaceAll(/[-_\s]+/gu, " ").trim();
  return words === "" ? "Untitled" : words;
}
