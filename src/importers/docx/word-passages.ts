import type { Place } from "../../diagnostics/place.ts";
import type { Inline, TypeStyle } from "../../edition/text.ts";
import { lettersOf } from "../ledger.ts";
import {
  type Instead,
  type Passage,
  type Span,
  inserted,
  passageFrom,
} from "../reading/passage.ts";
import { type LibraryNode, isTrue, wordsOf } from "./library-tree.ts";
import { markOf } from "./marks.ts";
import { type NoteKey, type RawParagraph, rawWords } from "./raw-paragraph.ts";

/** What reading paragraphs needs to know of the file. */
export interface PassageContext {
  readonly file: string;
  readonly paragraphs: readonly RawParagraph[];
  /** The label of a note; nothing where the file has no such note. */
  readonly labelOf: (note: NoteKey) => string | undefined;
  /** The id of a bookmark to which something in the file refers. */
  readonly anchorOf: (bookmark: string) => string | undefined;
  /** The path of a picture from `documents/`. */
  readonly imageOf: (image: LibraryNode) => string | undefined;
  /** Signs of fonts of signs that have a letter, as the library reads them. */
  readonly signs: Map<RawParagraph, string[]>;
  /** Anchors that have been set: of two bookmarks of one name the first is meant. */
  readonly placed: Set<string>;
}

/** A paragraph as the library has read it, laid beside what the file has. */
export interface WordParagraph {
  readonly raw: RawParagraph;
  readonly passage: Passage;
}

/** Where a paragraph stands: its ordinal in the file, since a Word file has no lines. */
export function paragraphPlace(file: string, { index }: RawParagraph): Place {
  return { file, line: index + 1, column: 1 };
}

/** The paragraph of a library's node; nothing where the node has no mark. `pending` are anchors that stood before it. */
export function wordParagraph(
  node: LibraryNode,
  context: PassageContext,
  pending: readonly string[],
): WordParagraph | undefined {
  const mark = node.children
    .flatMap((child) =>
      child.type === "bookmarkStart" ? markOf(wordsOf(child, "name")) : undefined,
    )
    .find((found) => found?.kind === "paragraph");
  const raw = mark?.kind === "paragraph" ? context.paragraphs[mark.index] : undefined;
  if (!raw) return undefined;
  const reading = new ParagraphReading(raw, context);
  for (const anchor of pending) reading.anchor(anchor);
  reading.read(node.children);
  return { raw, passage: reading.passage() };
}

/** How letters are set, by the library's field. */
const forms: readonly (readonly [
  field: string,
  wrap: (children: readonly Inline[], place: Place) => Inline,
])[] = [
  [
    "isStrikethrough",
    (children, place) => ({ type: "act", act: "del", attributes: {}, children, place }),
  ],
  ["isBold", (children, place) => ({ type: "strong", children, place })],
  ["isItalic", (children, place) => ({ type: "emphasis", children, place })],
  ["isUnderline", styled("underline")],
  ["isSmallCaps", styled("smallcaps")],
  ["superscript", styled("superscript")],
  ["subscript", styled("subscript")],
];

function styled(style: TypeStyle): (children: readonly Inline[], place: Place) => Inline {
  return (children, place) => ({ type: "styled", style, children, place });
}

class ParagraphReading {
  readonly #raw: RawParagraph;
  readonly #context: PassageContext;
  readonly #place: Place;
  #letters = "";
  readonly #spans: Span[] = [];
  /** Where each form in force began. */
  readonly #open = new Map<string, number>();
  #links = 0;
  #sign: string | undefined;
  #signs: string[] = [];

  constructor(raw: RawParagraph, context: PassageContext) {
    this.#raw = raw;
    this.#context = context;
    this.#place = paragraphPlace(context.file, raw);
  }

  anchor(id: string): void {
    if (this.#context.placed.has(id)) return;
    this.#context.placed.add(id);
    this.#insert((place) => ({ type: "anchor", id, children: [], place }));
  }

  read(nodes: readonly LibraryNode[]): void {
    for (const node of nodes) this.#node(node);
  }

  /** The passage. Where the library lost letters, those of the file, without their form. */
  passage(): Passage {
    this.#form(() => false);
    this.#endSign();
    if (this.#signs.length > 0) this.#context.signs.set(this.#raw, this.#signs);
    const anchors = [{ at: 0, place: this.#place }];
    const wanted = lettersOf(rawWords(this.#raw) + this.#signs.join(""));
    if (lettersOf(this.#letters).length === wanted.length) {
      return passageFrom(this.#letters, anchors, this.#spans);
    }
    const plain = new ParagraphReading(this.#raw, this.#context);
    plain.#plainly();
    return passageFrom(plain.#letters, anchors, plain.#spans);
  }

  #plainly(): void {
    for (const piece of this.#raw.pieces) {
      if (typeof piece === "string") this.#letters += piece;
      else this.#call(piece);
    }
    this.#doubt("the form of this paragraph could not be read: compare it with the document");
  }

  #node(node: LibraryNode): void {
    if (node.type !== "text" && node.type !== "run") this.#endSign();
    switch (node.type) {
      case "run":
        return this.#run(node);
      case "text":
        return this.#text(wordsOf(node, "value"));
      case "tab":
        this.#letters += " ";
        return;
      case "break":
        return this.#break(wordsOf(node, "breakType"));
      case "checkbox":
        this.#letters += isTrue(node, "checked") ? "☒" : "☐";
        return;
      case "hyperlink":
        return this.#link(node);
      case "noteReference": {
        const kind = wordsOf(node, "noteType") === "endnote" ? "endnote" : "footnote";
        return this.#call({ kind, id: wordsOf(node, "noteId") });
      }
      case "commentReference":
        return this.#call({ kind: "comment", id: wordsOf(node, "commentId") });
      case "bookmarkStart":
        return this.#bookmark(wordsOf(node, "name"));
      case "image":
        return this.#image(node);
      default:
        return this.read(node.children);
    }
  }

  #run(node: LibraryNode): void {
    const vertical = wordsOf(node, "verticalAlignment");
    const isCall = node.children.every(({ type }) => type.endsWith("Reference"));
    if (isCall) return this.read(node.children);
    const underlinesLink =
      this.#links > 0 || node.children.some(({ type }) => type === "hyperlink");
    this.#form((field) => {
      if (field === "isUnderline" && underlinesLink) return false;
      return field === vertical || isTrue(node, field);
    });
    this.read(node.children);
    this.#endSign();
  }

  /** Ends the forms that are no longer in force and begins those that are new: runs of one form become one span. */
  #form(isOn: (field: string) => boolean): void {
    const at = this.#letters.length;
    for (const [field, wrap] of forms) {
      const from = this.#open.get(field);
      if (isOn(field)) {
        if (from === undefined) this.#open.set(field, at);
      } else if (from !== undefined) {
        this.#open.delete(field);
        if (from < at) this.#spans.push({ kind: "around", from, to: at, wrap, divisible: true });
      }
    }
  }

  #text(value: string): void {
    if (this.#sign !== undefined) this.#signs.push(value);
    this.#sign = undefined;
    this.#letters += value;
  }

  #endSign(): void {
    const sign = this.#sign;
    this.#sign = undefined;
    if (sign !== undefined) this.#doubt(`the sign ${sign} stood here, which has no letter`);
  }

  #break(type: string): void {
    if (type === "line") this.#insert((place) => ({ type: "line-break", place }));
    else this.#letters += " ";
  }

  #link(node: LibraryNode): void {
    const from = this.#letters.length;
    this.#links += 1;
    this.read(node.children);
    this.#links -= 1;
    const to = this.#letters.length;
    const wrap = this.#linkAround(node);
    if (wrap && from < to) this.#spans.push({ kind: "around", from, to, wrap, divisible: false });
  }

  #linkAround(
    node: LibraryNode,
  ): ((children: readonly Inline[], place: Place) => Inline) | undefined {
    const url = wordsOf(node, "href");
    const bookmark = wordsOf(node, "anchor");
    if (/^(?:https?|mailto):[^\s<>]+$/iu.test(url)) {
      return (children, place) => ({ type: "link", url, children, place });
    }
    const target = this.#context.anchorOf(bookmark === "" ? url.replace(/^#/u, "") : bookmark);
    if (target !== undefined) {
      return (children, place) => ({ type: "reference", target, children, place });
    }
    const leads = (url === "" ? bookmark : url).replaceAll(/\s+/gu, " ").replaceAll("--", "- -");
    if (leads !== "")
      this.#doubt(`a link led to "${leads.slice(0, 200)}", which is not on the web`);
    return undefined;
  }

  #call(note: NoteKey): void {
    const label = this.#context.labelOf(note);
    if (label === undefined) this.#doubt("a note was called here that the file does not have");
    else this.#insert((place) => ({ type: "note-call", label, place }));
  }

  #bookmark(name: string): void {
    const mark = markOf(name);
    if (!mark) {
      const id = this.#context.anchorOf(name);
      if (id !== undefined) this.anchor(id);
    } else if (mark.kind === "sign") this.#sign = mark.name;
    else if (mark.kind === "equation")
      this.#doubt("an equation, of which only the letters are kept");
  }

  #image(node: LibraryNode): void {
    const source = this.#context.imageOf(node);
    if (source === undefined) return;
    const text = wordsOf(node, "altText").replaceAll(/\s+/gu, " ").trim();
    this.#insert((place) => ({ type: "image", source, text, place }));
    if (text === "") this.#doubt("say what the picture shows, for those who cannot see it");
  }

  #doubt(message: string): void {
    this.#insert((place) => ({ type: "doubt", message, place }));
  }

  #insert(node: (place: Place) => Inline): void {
    const span: Instead = inserted(this.#letters.length, node);
    this.#spans.push(span);
  }
}
