import type { DocumentFields } from "../../edition/document-matter.ts";
import { streamOfLabel } from "../../edition/streams.ts";
import type { FieldDoubt } from "../../source/writing/markdown-file.ts";
import type {
  DocumentDraft,
  EssayDraft,
  ImportContext,
  ImportedWork,
  Remark,
} from "../importer.ts";
import type { LeftBehind, Original } from "../ledger.ts";
import { countedIn, leftOf, originalsOfText } from "../reading/account.ts";
import { withFigures } from "../reading/figures.ts";
import { levelled } from "../reading/heading-levels.ts";
import {
  type Passage,
  type Span,
  cut,
  inserted,
  isCut,
  keptLetters,
  knowing,
  passageOf,
} from "../reading/passage.ts";
import { type RawBlock, blocksOf, passagesIn, withPassages } from "../reading/raw-blocks.ts";
import { eachItsOwn, idOf, idOfFile } from "../reading/slug.ts";
import { type RawNote, notesOf } from "../reading/transcription.ts";
import { wordsOf } from "../reading/words.ts";
import { type XmlElement, childNamed, visitElements } from "../xml/xml-tree.ts";
import { takeImages } from "./book-images.ts";
import { indexBook } from "./book-index.ts";
import { type LabelledNote, labelNotes } from "./book-labels.ts";
import { type NamedPiece, followLinks } from "./book-links.ts";
import { type BookMetadata, provenanceOf, readMetadata, settingsOf } from "./book-metadata.ts";
import { findNotes } from "./book-notes.ts";
import { type BookPiece, takeApart, titleWords } from "./book-pieces.ts";
import { readBridgehead } from "./bridgehead.ts";
import { textOf, typesOf, wordsIn } from "./markup.ts";
import type { Book } from "./open-book.ts";
import { type PageContext, readPageBlocks, readPagePassage } from "./page-reading.ts";
import { leftPiece } from "./piece-kinds.ts";

/** Makes drafts of a book: its chapters are documents, what its editors say is essays. */
export function workOfBook(book: Book, file: string, { language }: ImportContext): ImportedWork {
  const index = indexBook(book);
  const notes = findNotes(book, index);
  const pieces = takeApart(
    book,
    (nodes) =>
      textOf(nodes, (element) => notes.calledBy.has(element))
        .replaceAll(/\s+/gu, " ")
        .trim(),
    (element) => notes.bodies.has(element),
  );
  const metadata = readMetadata(book.metadata);
  const remarks: Remark[] = [];
  const remark = (message: string): void => {
    if (!remarks.some((said) => said.message === message)) remarks.push({ message });
  };
  const name = metadata.title === "" ? idOfFile(file, "book") : idOf(metadata.title, "book");
  const kept = pieces.filter(({ kind }) => kind === "document" || kind === "essay");
  const named = namedPieces(kept, book.metadata === undefined ? undefined : name);
  const labels = labelNotes(kept, notes);
  const links = followLinks(named, notes, index, labels.labelOf);
  const images = takeImages(
    book,
    kept.map(({ page, head, nodes }) => ({
      page,
      nodes: [...head.beside, ...nodes],
    })),
    name,
    remark,
  );
  const context: PageContext = {
    fateOf: links.fateOf,
    anchorOf: links.anchorOf,
    imageOf: images.pathOf,
    isElsewhere: (element) => notes.bodies.has(element),
    language: metadata.language ?? languageOf(book) ?? language,
    remark,
  };
  const reading: Reading = { book, metadata, context, language, numbers: numbersOf(kept) };
  const drafted = named.map((each) => draftOf(each, labels.notesOf(each.piece), reading));
  const documents = drafted.flatMap(({ document }) => document ?? []);
  const essays = drafted.flatMap(({ essay }) => essay ?? []);
  const assigned = new Set(
    kept.flatMap((piece) => labels.notesOf(piece)).flatMap(({ note }) => note.body),
  );
  const passages = drafted.flatMap((each) => each.passages);
  const settings = settingsOf(metadata);
  const noteCount = drafted.reduce((sum, each) => sum + each.notes, 0);
  return {
    documents,
    essays,
    readers:
      book.metadata === undefined || documents.length < 2
        ? []
        : [
            {
              stem: name,
              matter: {
                id: `${name}-reader`,
                title: metadata.title === "" ? "The whole book" : metadata.title,
                readings: [...essays, ...documents].map(({ matter }) => matter.id),
              },
              doubts: [],
              blocks: [],
              notes: [],
            },
          ],
    registers: [],
    volumes: [],
    ...(settings ? { settings } : {}),
    images: images.drafts,
    counted: countedIn(textOf(book.pages.map(({ body }) => body)), {
      notes: noteCount,
      references: links.count,
      pages: passages.reduce((sum, { spans }) => sum + pageMarks(spans), 0),
    }),
    left: [
      ...pieces.flatMap((piece) => leftOfPiece(piece, (element) => assigned.has(element))),
      ...together(drafted.flatMap((each) => each.left)),
      ...leftOf(passages),
      ...unassigned(notes.bodies, assigned, pieces),
    ],
    remarks,
  };
}

/** What reading a piece needs to know. */
interface Reading {
  readonly book: Book;
  readonly metadata: BookMetadata;
  readonly context: PageContext;
  /** The edition's language. */
  readonly language: string;
  /** The documents' numbers; empty where the book's own do not tell its documents apart. */
  readonly numbers: ReadonlyMap<BookPiece, number>;
}

/** What came of a piece. */
interface Drafted {
  readonly document?: DocumentDraft;
  readonly essay?: EssayDraft;
  readonly passages: readonly Passage[];
  readonly left: readonly LeftBehind[];
  readonly notes: number;
}

function draftOf(
  { piece, id }: NamedPiece,
  labelled: readonly LabelledNote[],
  reading: Reading,
): Drafted {
  const { context, numbers, metadata } = reading;
  const { head, kind } = piece;
  const number = numbers.get(piece);
  const ordinal = readPagePassage(head.ordinal, context);
  const title = readPagePassage(head.title, context);
  const isNumbered = number !== undefined && head.ordinal.length > 0;
  const beside = readPageBlocks(head.beside, context);
  const opening = beside.map(asOpener);
  const raw = withTitleCalls(
    [...opening, ...levelled(readPageBlocks(piece.nodes, context))],
    [ordinal, title],
    labelled.filter(({ onTitle }) => onTitle).map(({ label }) => label),
  );
  const notes = labelled.map((each) => rawNote(each, context));
  const body = passagesIn(raw);
  const noteTexts = notes.map((note) => passagesIn(note.blocks));
  const own = [...(isNumbered ? [] : [wordsOf(ordinal)]), wordsOf(title)].filter(
    (words) => words !== "",
  );
  const titleText = own.join(" ");
  const fallback = piece.label === "" ? pageTitle(piece) : piece.label;
  const words = titleText === "" ? (fallback === "" ? metadata.title : fallback) : titleText;
  const fieldText = [...(isNumbered ? [] : [keptLetters(ordinal)]), keptLetters(title)].join(" ");
  const originals: readonly Original[] = [
    ...(titleText === "" ? [] : [{ text: fieldText, order: "field" as const, fields: ["title"] }]),
    ...originalsOfText(body, noteTexts),
  ];
  const doubts: FieldDoubt[] = [];
  if (titleText === "") {
    doubts.push({ field: "title", message: "the text has no heading: its title is another's" });
  }
  const draft = {
    stem: stemOf(id, reading),
    originals,
    blocks: withFigures(blocksOf(raw)),
    notes: notesOf(notes),
  };
  const left: LeftBehind[] = [
    ...(isNumbered ? [leftNumber(keptLetters(ordinal))] : []),
    // Marks of notes in a title stand nowhere else.
    ...leftOf([title, ordinal]),
  ];
  const result = {
    passages: [...body, ...noteTexts.flat()],
    left,
    notes: notes.length,
  };
  if (kind === "essay") {
    const isIntroduction = [piece.page.body, ...sectionOf(piece)].some((element) =>
      typesOf(element).has("introduction"),
    );
    const matter = {
      id,
      title: words === "" ? "Untitled" : words,
      ...(isIntroduction ? { role: "introduction" as const } : {}),
    };
    return { ...result, essay: { ...draft, matter, doubts } };
  }
  const bridge = readBridgehead(wordsIn(head.beside), metadata.authors);
  const [onlyAuthor, secondAuthor] = metadata.authors;
  const authors =
    bridge.authors.length > 0
      ? bridge.authors
      : onlyAuthor !== undefined && secondAuthor === undefined
        ? [onlyAuthor]
        : [];
  if (bridge.dateDoubt !== undefined) doubts.push({ field: "date", message: bridge.dateDoubt });
  const matter: DocumentFields = {
    id,
    ...(number === undefined ? {} : { number }),
    ...(piece.part.length === 0 ? {} : { part: [...piece.part] }),
    title: words === "" ? "Untitled" : words,
    ...(titleText === "" ? { "title-supplied": true } : {}),
    ...(bridge.date === undefined ? {} : { date: bridge.date }),
    ...(authors.length === 0 ? {} : { authors: [...authors] }),
    ...textLanguage(context.language, reading.language),
    ...provenanceOf(metadata),
  };
  return { ...result, document: { ...draft, matter, doubts } };
}

/** A line that stands in the head beside the title. */
function asOpener(block: RawBlock): RawBlock {
  if (block.type !== "paragraph") return block;
  const place = block.passage.anchors[0]?.place;
  return place ? { type: "division", name: "opener", blocks: [block], place } : block;
}

function rawNote({ label, note }: LabelledNote, context: PageContext): RawNote {
  const body = new Set(note.body);
  const blocks = readPageBlocks(note.body, {
    ...context,
    isElsewhere: (element) => !body.has(element) && context.isElsewhere(element),
  });
  // An entry of a list is the note itself.
  let isFirst = true;
  const read = withPassages(blocks, (passage) => {
    const changed = isFirst ? withoutMark(passage, note.mark) : passage;
    isFirst &&= passage.letters.trim() === "";
    return changed;
  });
  const [first] = note.body;
  if (!first) throw new Error("a note without a text");
  return {
    label,
    stream: streamOfLabel(label)?.name ?? "editor",
    blocks: read,
    place: first.place,
  };
}

/** A note's own number before its text is marked anew: `[1]`, `1.` */
function withoutMark(passage: Passage, mark: string): Passage {
  const begins =
    /^\s*(?:\[([^\]]{1,6})\]|\(([^)]{1,6})\)|([\da-z]{1,4})[.):]|([*†‡§]{1,4}))(?=\s)/u.exec(
      passage.letters,
    );
  const found = begins?.slice(1).find((group) => group !== undefined);
  if (!begins || found !== mark || isCut(passage)(begins[0].length - 1)) return passage;
  return knowing(passage, [cut(0, begins[0].length, "note-mark")]);
}

/** Notes that the title calls are called at the end of the first paragraph: a title is a field, which calls none. */
function withTitleCalls(
  blocks: readonly RawBlock[],
  title: readonly Passage[],
  labels: readonly string[],
): readonly RawBlock[] {
  const [place] = title.flatMap(({ anchors }) => anchors.map((anchor) => anchor.place));
  if (labels.length === 0 || !place) return blocks;
  const calls = (at: number): readonly Span[] => [
    ...labels.map((label) => inserted(at, () => ({ type: "note-call", label, place }))),
    inserted(at, () => ({ type: "doubt", message: TITLE_NOTE, place })),
  ];
  const add = (passage: Passage): Passage => knowing(passage, calls(passage.letters.length));
  let isFirst = true;
  const changed = withPassages(blocks, (passage) => {
    const here = isFirst;
    isFirst = false;
    return here ? add(passage) : passage;
  });
  if (!isFirst) return changed;
  return [...blocks, { type: "paragraph", passage: add(passageOf("", place)) }];
}

const TITLE_NOTE = "this note was called on the title";

/** Ids of pieces within their book: by the ids of their elements. */
function namedPieces(
  pieces: readonly BookPiece[],
  book: string | undefined,
): readonly NamedPiece[] {
  const ids = eachItsOwn(
    pieces.map(({ mark, head }) =>
      book === undefined ? idOf(titleWords(head), idOf(mark)) : `${book}-${idOf(mark, "part")}`,
    ),
  );
  return pieces.map((piece, at) => ({ piece, id: ids[at] ?? "" }));
}

function stemOf(id: string, { book, metadata }: Reading): string {
  if (book.metadata === undefined || metadata.title === "") return id;
  const name = idOf(metadata.title, "book");
  return id.startsWith(`${name}-`) ? `${name}/${id.slice(name.length + 1)}` : id;
}

/** The book's own numbers of its documents, where each has one and no two have the same. */
function numbersOf(pieces: readonly BookPiece[]): ReadonlyMap<BookPiece, number> {
  const documents = pieces.filter(({ kind }) => kind === "document");
  const numbers = documents.map(({ head }) => head.number);
  const isWhole = numbers.every((number) => number !== undefined);
  if (!isWhole || new Set(numbers).size !== numbers.length) return new Map();
  return new Map(documents.map((piece, at) => [piece, numbers[at] ?? at + 1]));
}

function pageTitle({ page }: BookPiece): string {
  const head = childNamed(page.root, "head");
  const title = head && childNamed(head, "title");
  return title ? wordsIn([title]) : "";
}

function sectionOf({ page, mark }: BookPiece): readonly XmlElement[] {
  return page.body.children
    .filter((child) => child.type === "element")
    .filter(({ attributes }) => attributes.get("id") === mark);
}

function languageOf({ pages }: Book): string | undefined {
  const language =
    pages[0]?.root.attributes.get("xml:lang") ?? pages[0]?.root.attributes.get("lang");
  return language !== undefined && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(language)
    ? language
    : undefined;
}

/** A text in another language than the edition's says so. */
function textLanguage(own: string, edition: string): Pick<DocumentFields, "text-language"> {
  return own.split("-")[0] === edition.split("-")[0] ? {} : { "text-language": own };
}

/** Pieces of one kind told as one. */
function together(left: readonly LeftBehind[]): readonly LeftBehind[] {
  const kinds = new Map<string, LeftBehind>();
  for (const each of left) {
    const known = kinds.get(each.what);
    const text = known ? `${known.text.trim()} ${each.text.trim()}` : each.text.trim();
    kinds.set(each.what, { ...each, text });
  }
  return [...kinds.values()];
}

function leftNumber(text: string): LeftBehind {
  return { what: "numbers of chapters", why: "each is a field", text };
}

/** The words of a piece that becomes no file. */
function leftOfPiece(
  piece: BookPiece,
  isNote: (element: XmlElement) => boolean,
): readonly LeftBehind[] {
  const { kind, head, nodes, page } = piece;
  if (kind === "document" || kind === "essay") return [];
  const text = textOf([...head.ordinal, ...head.title, ...head.beside, ...nodes], isNote);
  if (text.trim() === "") return [];
  const { place } = page.body;
  if (kind === "part") {
    const why = "each document names the part in which it stands";
    return [{ what: "headings of parts", why, text, place }];
  }
  if (kind === "notes") {
    const why = "the notes stand with the texts that call them";
    return [{ what: "headings of notes, and notes that nothing calls", why, text, place }];
  }
  return [{ ...leftPiece(titleWords(head)), text, place }];
}

/** Notes that only what was left behind calls. */
function unassigned(
  bodies: ReadonlySet<XmlElement>,
  assigned: ReadonlySet<XmlElement>,
  pieces: readonly BookPiece[],
): readonly LeftBehind[] {
  const told = new Set<XmlElement>();
  for (const { kind, nodes } of pieces) {
    if (kind === "document" || kind === "essay") continue;
    for (const node of nodes) {
      if (node.type === "element") visitElements(node, (element) => told.add(element));
    }
  }
  return [...bodies]
    .filter((body) => !assigned.has(body) && !told.has(body))
    .map((body) => ({
      what: "notes that only left pages call",
      why: "there is no text for them",
      text: textOf([body]),
      place: body.place,
    }));
}

function pageMarks(spans: Passage["spans"]): number {
  return spans.filter((span) => span.kind === "instead" && span.cut === "page-mark").length;
}
