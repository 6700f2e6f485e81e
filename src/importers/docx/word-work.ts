import { startOf } from "../../diagnostics/place.ts";
import type { DocumentFields } from "../../edition/document-matter.ts";
import { streamOfLabel } from "../../edition/streams.ts";
import type { Block } from "../../edition/text.ts";
import type { FieldDoubt } from "../../source/writing/markdown-file.ts";
import type { Counted, DocumentDraft, ImportedWork, Remark } from "../importer.ts";
import type { Input } from "../input.ts";
import { type LeftBehind, type Original, lettersOf } from "../ledger.ts";
import { countedIn, leaving, leftOf, originalsOfText } from "../reading/account.ts";
import { readDateline } from "../reading/datelines.ts";
import { withFigures } from "../reading/figures.ts";
import { levelled } from "../reading/heading-levels.ts";
import {
  type Passage,
  cut,
  joined,
  keptLetters,
  knowing,
  part,
  passageOf,
} from "../reading/passage.ts";
import { type RawBlock, blocksOf, passagesIn, withPassages } from "../reading/raw-blocks.ts";
import { datedIdOf, eachItsOwn, idOf, idOfFile } from "../reading/slug.ts";
import { readTitleLine } from "../reading/title-lines.ts";
import { type RawNote, notesOf, readTranscription } from "../reading/transcription.ts";
import { wordsOf } from "../reading/words.ts";
import { type XmlElement, elementsNamed, textWithin, visitElements } from "../xml/xml-tree.ts";
import { libraryArchive } from "./library-archive.ts";
import { type LibraryNode, type LibraryTree, readWithLibrary } from "./library-tree.ts";
import { markPages, withPageMarks } from "./page-marks-in.ts";
import { PAGE_MARK } from "../reading/page-marks.ts";
import type { Preparation } from "./prepare-part.ts";
import { type RawParagraph, isMadeByWord, keyOf, rawWords } from "./raw-paragraph.ts";
import { refuseTrackedChanges } from "./tracked-changes.ts";
import { readWordBlocks } from "./word-blocks.ts";
import { readImages } from "./word-images.ts";
import { type NoteLabels, labelNotes } from "./word-labels.ts";
import { wordName } from "./word-names.ts";
import { readNumbering, singleLists } from "./word-numbers.ts";
import { type WordPackage, readWordPackage } from "./word-package.ts";
import type { PassageContext, WordParagraph } from "./word-passages.ts";
import { readStyles } from "./word-styles.ts";
import { type WordTitle, findTitle } from "./word-title.ts";

/** Reads a Word document into one draft. */
export async function readWordWork(input: Input): Promise<ImportedWork> {
  const word = await readWordPackage(input);
  const parts = [word.document, word.footnotes, word.endnotes, word.comments];
  refuseTrackedChanges([...parts.flatMap((each) => each ?? []), ...word.margins]);
  const preparation: Preparation = {
    styles: readStyles(word.styles?.root),
    count: readNumbering(word.numbering?.root),
    paragraphs: [],
    hidden: [],
    remarks: [],
    hasFile: (path) => word.files.has(path),
    singles: singleLists(parts.flatMap((each) => each?.root ?? [])),
    bookmarks: new Map(),
    targets: new Set(),
    links: [],
    marks: new Map(),
  };
  const archive = libraryArchive(word, preparation);
  const tree = await readWithLibrary(archive);
  return new WordReading(input.name, word, preparation, tree).work();
}

class WordReading {
  readonly #file: string;
  readonly #word: WordPackage;
  readonly #all: Preparation;
  readonly #tree: LibraryTree;
  readonly #title: WordTitle;
  readonly #labels: NoteLabels;
  readonly #remarks: Remark[] = [];
  readonly #left: LeftBehind[] = [];
  readonly #signs = new Map<RawParagraph, string[]>();
  /** Paragraphs that the library has read. */
  readonly #seen = new Set<RawParagraph>();

  constructor(file: string, word: WordPackage, all: Preparation, tree: LibraryTree) {
    this.#file = file;
    this.#word = word;
    this.#all = all;
    this.#tree = tree;
    const bodied = new Set(all.paragraphs.flatMap(({ note }) => (note ? [keyOf(note)] : [])));
    const own = all.paragraphs.filter((raw) => !isMadeByWord(raw));
    this.#title = findTitle(own, this.#property("title"), titleOfFile(file));
    this.#labels = labelNotes(own, this.#title.raw, (note) => bodied.has(keyOf(note)));
  }

  async work(): Promise<ImportedWork> {
    const nodes = [this.#tree.document, ...this.#noteNodes().flatMap(({ body }) => body)];
    const name = idOf(readTitleLine(this.#title.words).title, idOfFile(this.#file));
    const images = await readImages(nodes, name);
    const context: PassageContext = {
      file: this.#file,
      paragraphs: this.#all.paragraphs,
      labelOf: (note) => this.#labels.get(keyOf(note))?.label,
      anchorOf: this.#anchors(name),
      imageOf: images.pathOf,
      signs: this.#signs,
      placed: new Set(),
    };
    const isTitle = (raw: RawParagraph): boolean => raw === this.#title.raw;
    const body = readWordBlocks(
      this.#tree.document.children,
      context,
      (raw) => isTitle(raw) || isMadeByWord(raw),
    );
    for (const { raw } of body.paragraphs) this.#seen.add(raw);
    const read = readTranscription(withPageMarks(levelled(body.blocks)));
    const notes = [...this.#notes(context), ...read.notes];
    const { blocks, date, place } = withDateline(read.blocks);
    this.#say(...this.#all.remarks, ...body.remarks, ...images.remarks);
    const title = body.paragraphs.find(({ raw }) => isTitle(raw));
    const line = readTitleLine(title ? wordsOf(title.passage) : this.#title.words);
    const made = body.paragraphs.filter(({ raw }) => isMadeByWord(raw));
    const passages = passagesIn(blocks);
    const notePassages = notes.map((note) => passagesIn(note.blocks));
    const all = [...passages, ...notePassages.flat()];
    this.#leave(made, title?.passage, all);
    const id = datedIdOf(line.title, date);
    const draft: DocumentDraft = {
      stem: id,
      originals: [...originalsOfTitle(title?.passage), ...originalsOfText(passages, notePassages)],
      matter: {
        id,
        title: line.title,
        ...(line.number === undefined ? {} : { number: line.number }),
        ...(this.#title.raw ? {} : { "title-supplied": true }),
        ...(date === undefined ? {} : { date }),
        ...(place === undefined ? {} : { place }),
        ...this.#authors(),
      },
      doubts: this.#fieldDoubts(),
      blocks: [...this.#doubtsOfTitleNote(notes), ...withFigures(blocksOf(blocks))],
      notes: notesOf(notes),
    };
    return {
      documents: [draft],
      essays: [],
      readers: [],
      registers: [],
      volumes: [],
      images: images.drafts,
      counted: this.#counted(notes, all),
      left: this.#left,
      remarks: this.#remarks,
    };
  }

  /** Notes and comments in the order of their labels, with what the library read of them. */
  #noteNodes(): readonly NoteNode[] {
    return [...this.#labels.values()].map(({ key, label }) => {
      const comment = key.kind === "comment" ? this.#tree.comments.get(key.id) : undefined;
      return {
        key: keyOf(key),
        label,
        author: comment?.author ?? "",
        body: key.kind === "comment" ? (comment?.body ?? []) : this.#tree.note(key.kind, key.id),
      };
    });
  }

  #notes(context: PassageContext): readonly RawNote[] {
    return this.#noteNodes().map(({ key, label, author, body }) => {
      const read = readWordBlocks(body, context);
      this.#say(...read.remarks);
      for (const { raw } of read.paragraphs) this.#seen.add(raw);
      const mark = this.#all.marks.get(key);
      let isFirst = true;
      const blocks = withPassages(read.blocks, (passage) => {
        const marked = isFirst ? begun(passage, author, mark) : passage;
        isFirst = false;
        return markPages(marked);
      });
      const place = read.paragraphs[0]?.passage.anchors[0]?.place ?? startOf(this.#file);
      const stream = streamOfLabel(label)?.name ?? "editor";
      if (!isFirst) return { label, stream, blocks, place };
      // Nothing is in it: who commented is still said.
      const empty = begun(passageOf("", place), author, undefined);
      const doubt = { type: "doubt" as const, message: "the note is empty", place };
      return {
        label,
        stream,
        blocks: [...blocks, { type: "paragraph", passage: empty }, doubt],
        place,
      };
    });
  }

  /** Ids of the bookmarks to which the text refers. */
  #anchors(name: string): (bookmark: string) => string | undefined {
    const { bookmarks, targets, paragraphs } = this.#all;
    const wanted = [...targets].filter((bookmark) => {
      const raw = paragraphs[bookmarks.get(bookmark) ?? -1];
      return raw !== undefined && raw !== this.#title.raw && !isMadeByWord(raw);
    });
    const ids = eachItsOwn(wanted.map((bookmark) => `${name}-${idOf(bookmark, "place")}`));
    const byName = new Map(wanted.map((bookmark, index) => [bookmark, ids[index] ?? ""]));
    return (bookmark) => byName.get(bookmark);
  }

  #say(...messages: readonly string[]): void {
    for (const message of messages) {
      if (!this.#remarks.some((said) => said.message === message)) this.#remarks.push({ message });
    }
  }

  #property(name: string): string {
    const found = this.#word.properties && elementsNamed(this.#word.properties, name)[0];
    return found ? textWithin(found).replaceAll(/\s+/gu, " ").trim() : "";
  }

  #authors(): Pick<DocumentFields, "authors"> {
    const creator = this.#property("creator");
    return creator === "" || MADE_UP_AUTHOR.test(creator) ? {} : { authors: [creator] };
  }

  #fieldDoubts(): readonly FieldDoubt[] {
    const doubts: FieldDoubt[] = [];
    if (this.#title.doubt !== undefined)
      doubts.push({ field: "title", message: this.#title.doubt });
    if (this.#authors().authors !== undefined) {
      doubts.push({
        field: "authors",
        message: "the author is the one in Word's properties, who may only have typed it",
      });
    }
    return doubts;
  }

  #doubtsOfTitleNote(notes: readonly RawNote[]): readonly Block[] {
    const source = notes.find(({ label }) => label === "src");
    if (!source) return [];
    const words = passagesIn(source.blocks).map(keptLetters).join(" ").trim();
    if (/^(?:source|sources|quelle|fuente)\b/iu.test(words)) return [];
    const message = "the note on the title is taken for the source note";
    return [{ type: "doubt", message, place: source.place }];
  }

  /** Takes down what stands in no draft. */
  #leave(
    made: readonly WordParagraph[],
    title: Passage | undefined,
    passages: readonly Passage[],
  ): void {
    const uncalled = this.#all.paragraphs.filter(
      ({ note }) => note && !this.#labels.has(keyOf(note)),
    );
    const lost = this.#all.paragraphs.filter(
      (raw) => !this.#seen.has(raw) && !uncalled.includes(raw),
    );
    const rows: readonly (readonly [what: string, why: string, text: string])[] = [
      ["running heads and feet", "pages are made anew", this.#margins()],
      ["words that Word hides", "they are not shown", this.#all.hidden.join("\n")],
      ["marks of notes", "notes are marked anew", [...this.#all.marks.values()].join(" ")],
      ["notes that nothing calls", "there is no place for them", uncalled.map(rawWords).join("\n")],
      ["words out of any order", "they stand where Word shows none", lost.map(rawWords).join("\n")],
    ];
    for (const [what, why, text] of rows) {
      if (text.trim() !== "") this.#left.push({ what, why, text, place: startOf(this.#file) });
    }
    this.#left.push(
      ...leaving(
        "table of contents or index",
        "it is made anew from the text",
        made.map(({ passage }) => passage),
      ),
      ...leftOf(passages),
    );
    const number = title && numberPart(title);
    if (title && number) {
      const text = number.letters.replaceAll(/\d/gu, "");
      const why = "the number is a field";
      if (text.trim() !== "") this.#left.push({ what: "signs about the number", why, text });
    }
  }

  #margins(): string {
    return this.#word.margins.map(({ root }) => lettersWithin(root)).join("\n");
  }

  #counted(notes: readonly RawNote[], passages: readonly Passage[]): Counted {
    const { paragraphs, hidden, marks, links } = this.#all;
    const words = paragraphs.map((raw) => rawWords(raw) + (this.#signs.get(raw) ?? []).join(""));
    const authors = this.#noteNodes().flatMap(({ author }) => (author === "" ? [] : `${author}:`));
    const text = [...words, ...authors, ...hidden, ...marks.values(), this.#margins()].join("\n");
    return countedIn(text, {
      notes: notes.length,
      references: links.length,
      pages: passages.reduce(
        (sum, { letters }) => sum + [...letters.matchAll(PAGE_MARK)].length,
        0,
      ),
    });
  }
}

/** A note or a comment with what the library read of it. */
interface NoteNode {
  readonly key: string;
  readonly label: string;
  readonly author: string;
  readonly body: readonly LibraryNode[];
}

const MADE_UP_AUTHOR =
  /^(?:python-docx|microsoft.*|windows.*|user|admin(?:istrator)?|unknown|author|apache poi|un-?named)$/iu;

/** The beginning of a note: who commented is said, a mark of the writer's own is not repeated. */
function begun(passage: Passage, author: string, mark: string | undefined): Passage {
  const place = passage.anchors[0]?.place;
  if (author !== "" && place) return joined([passageOf(`${author}:`, place), passage]);
  const start = passage.letters.length - passage.letters.trimStart().length;
  return mark !== undefined && mark !== "" && passage.letters.startsWith(mark, start)
    ? knowing(passage, [cut(start, start + mark.length, "note-mark")])
    : passage;
}

/** The part of a title that is its number, with its signs. */
function numberPart(title: Passage): Passage | undefined {
  const { number, at } = readTitleLine(title.letters);
  return number === undefined ? undefined : part(title, 0, at);
}

function originalsOfTitle(title: Passage | undefined): readonly Original[] {
  if (!title) return [];
  const { number, at } = readTitleLine(title.letters);
  const words = part(title, at, title.letters.length);
  return [
    ...(number === undefined
      ? []
      : [{ text: String(number), order: "field" as const, fields: ["number"] }]),
    { text: words.letters, order: "field", fields: ["title"] },
  ];
}

/** How many paragraphs at the beginning, and at the end, may be a dateline. */
const HEAD = 5;
const FOOT = 3;

/** Finds the dateline, and what it says. */
function withDateline(blocks: readonly RawBlock[]): {
  readonly blocks: readonly RawBlock[];
  readonly date?: string;
  readonly place?: string;
} {
  for (const [index, block] of blocks.entries()) {
    if (index >= HEAD && index < blocks.length - FOOT) continue;
    if (block.type !== "paragraph") continue;
    const dateline = readDateline(keptLetters(block.passage));
    const place = block.passage.anchors[0]?.place;
    if (!dateline || !place) continue;
    return {
      blocks: blocks.with(index, { type: "division", name: "dateline", blocks: [block], place }),
      ...(dateline.date === undefined ? {} : { date: dateline.date }),
      ...(dateline.place === undefined ? {} : { place: dateline.place }),
    };
  }
  return { blocks };
}

/** The words of running heads, without what Word fills in. */
function lettersWithin(root: XmlElement): string {
  const words: string[] = [];
  visitElements(root, (element) => {
    if (wordName(element) === "w:t") words.push(textWithin(element));
  });
  return words.join("");
}

/** A title from the file's name. */
function titleOfFile(file: string): string {
  const name = file.split(/[/\\]/u).at(-1) ?? file;
  const words = name
    .replace(/\.[a-z0-9]{1,8}$/iu, "")
    .replaceAll(/[_\s]+/gu, " ")
    .trim();
  return lettersOf(words) === "" || words === "-" ? "Untitled document" : words;
}
