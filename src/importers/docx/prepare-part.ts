import { type XmlElement, textWithin, visitElements } from "../xml/xml-tree.ts";
import { type Mark, markName } from "./marks.ts";
import {
  type NoteKey,
  type NoteKind,
  type RawParagraph,
  type RawPiece,
  isListMarker,
  isMadeByWord,
  keyOf,
} from "./raw-paragraph.ts";
import {
  isOn,
  usualSpaces,
  wordAttribute,
  wordChild,
  wordChildren,
  wordName,
} from "./word-names.ts";
import type { NumberCounter } from "./word-numbers.ts";
import type { WordPart } from "./word-package.ts";
import { type StyleFinder, type WordStyle, listOf } from "./word-styles.ts";

/*
 * A part of a Word file, written anew for the library that reads it: in the usual name spaces, without
 * what would make the library drop words in silence (frames, alternatives, wrappers that it does not
 * know), and with a mark in every paragraph. What the part holds is counted on the way.
 */

/** What the parts of a file share while they are prepared. */
export interface Preparation {
  readonly styles: StyleFinder;
  readonly count: NumberCounter;
  /** Every paragraph so far. */
  readonly paragraphs: RawParagraph[];
  /** Words that Word does not show. */
  readonly hidden: string[];
  /** Pictures that the file does not hold, embedded files and the like, each as a sentence. */
  readonly remarks: string[];
  readonly hasFile: (path: string) => boolean;
  /** Lists of which the file has one entry only. */
  readonly singles: ReadonlySet<string>;
  /** Bookmarks, each with the paragraph in which it stands or which follows it. */
  readonly bookmarks: Map<string, number>;
  /** Bookmarks to which the text refers. */
  readonly targets: Set<string>;
  /** Where each link of the text leads: an address or a bookmark. */
  readonly links: string[];
  /** Marks that a writer chose for notes, by the note's key. */
  readonly marks: Map<string, string>;
}

/** A part as the library is to read it. */
export function preparePart(part: WordPart, preparation: Preparation): string {
  return new PartWriting(part, preparation).written();
}

interface OpenParagraph {
  readonly raw: RawParagraph;
  readonly pieces: RawPiece[];
}

/** Elements that are written as they are, with the attributes that count. */
const kept: ReadonlyMap<string, readonly string[]> = new Map([
  ["w:tbl", []],
  ["w:tr", []],
  ["w:tc", []],
  ["w:fldChar", ["w:fldCharType"]],
  ["w:object", []],
  ["w:pict", []],
  ["v:shape", []],
  ["v:group", []],
  ["v:rect", []],
  ["v:roundrect", []],
  ["v:textbox", []],
]);

/** Elements that hold no words of the text. */
const dropped: ReadonlySet<string> = new Set([
  "w:pPr",
  "w:rPr",
  "w:tblPr",
  "w:tblGrid",
  "w:sdtPr",
  "w:sdtEndPr",
  "w:sectPr",
  "w:delText",
  "w:delInstrText",
  "m:ctrlPr",
  "w:rubyPr",
]);

const NOTES: ReadonlyMap<string, NoteKind> = new Map([
  ["w:footnote", "footnote"],
  ["w:endnote", "endnote"],
  ["w:comment", "comment"],
]);

const CALLS: ReadonlyMap<string, NoteKind> = new Map([
  ["w:footnoteReference", "footnote"],
  ["w:endnoteReference", "endnote"],
  ["w:commentReference", "comment"],
]);

class PartWriting {
  readonly #part: WordPart;
  readonly #all: Preparation;
  readonly #out: string[] = [];
  #paragraph: OpenParagraph | undefined;
  #note: NoteKey | undefined;
  #boxes = 0;
  #cells = 0;
  /** The note whose mark, chosen by the writer, comes next in the run. */
  #marked: string | undefined;

  constructor(part: WordPart, preparation: Preparation) {
    this.#part = part;
    this.#all = preparation;
  }

  written(): string {
    const { root } = this.#part;
    const spaces = usualSpaces.map(([prefix, space]) => ` xmlns:${prefix}="${space}"`).join("");
    const name = wordName(root);
    this.#out.push(`<?xml version="1.0" encoding="UTF-8"?><${name}${spaces}>`);
    for (const child of root.children) {
      if (child.type !== "element") continue;
      const body = wordName(child) === "w:body";
      if (body) this.#out.push("<w:body>");
      if (body) this.#children(child);
      else this.#visit(child);
      if (body) this.#out.push("</w:body>");
    }
    this.#out.push(`</${name}>`);
    return this.#out.join("");
  }

  #children(element: XmlElement): void {
    for (const child of element.children) if (child.type === "element") this.#visit(child);
  }

  #visit(element: XmlElement): void {
    const name = wordName(element);
    if (dropped.has(name)) return;
    const note = NOTES.get(name);
    const call = CALLS.get(name);
    if (note) this.#noteBody(element, name, note);
    else if (call) this.#call(element, name, call);
    else if (kept.has(name)) this.#keep(element, name);
    else this.#special(element, name);
  }

  #special(element: XmlElement, name: string): void {
    switch (name) {
      case "w:p":
        this.#writeParagraph(element);
        break;
      case "w:r":
        this.#inParagraph(() => this.#run(element));
        break;
      case "w:t":
        this.#words(lettersShown(element));
        break;
      case "w:tab":
      case "w:ptab":
        this.#space("<w:tab/>");
        break;
      case "w:br":
      case "w:cr":
        this.#break(element);
        break;
      case "w:noBreakHyphen":
        this.#letters("\u2011");
        break;
      case "w:softHyphen":
        break;
      case "w:sym":
        this.#sign(element);
        break;
      case "w:bookmarkStart":
        this.#bookmark(wordAttribute(element, "name") ?? "");
        break;
      case "w:hyperlink":
        this.#link(element);
        break;
      case "w:instrText":
        this.#target(/^\s*HYPERLINK\s+\\l\s+"([^"]+)"/u.exec(textWithin(element))?.[1]);
        this.#out.push(`<w:instrText>${escaped(textWithin(element))}</w:instrText>`);
        break;
      case "m:oMath":
        this.#inParagraph(() => this.#equation(element));
        break;
      case "mc:AlternateContent":
        this.#alternatives(element);
        break;
      case "w:drawing":
        this.#drawing(element);
        break;
      case "w:txbxContent":
        this.#box(element);
        break;
      case "v:imagedata":
        this.#vectorPicture(element);
        break;
      case "w:altChunk":
        this.#all.remarks.push("a file that is embedded in the document is left behind");
        break;
      default:
        // What is not known is looked through: its words are the text's.
        this.#children(element);
    }
  }

  /** Notes that only draw a line between text and notes are none. */
  #noteBody(element: XmlElement, name: string, kind: NoteKind): void {
    const type = wordAttribute(element, "type");
    if (type !== undefined && type !== "normal") return;
    const id = wordAttribute(element, "id") ?? "";
    const author = wordAttribute(element, "author");
    const by = author === undefined ? "" : ` w:author="${escaped(author)}"`;
    this.#note = { kind, id };
    this.#out.push(`<${name} w:id="${escaped(id)}"${by}>`);
    this.#children(element);
    this.#out.push(`</${name}>`);
    this.#note = undefined;
  }

  #call(element: XmlElement, name: string, kind: NoteKind): void {
    const id = wordAttribute(element, "id") ?? "";
    if (isMarked(element)) this.#marked = keyOf({ kind, id });
    this.#inParagraph((paragraph) => {
      paragraph.pieces.push({ kind, id });
      this.#out.push(`<${name} w:id="${escaped(id)}"/>`);
    });
  }

  #keep(element: XmlElement, name: string): void {
    const attributes = (kept.get(name) ?? []).map((attribute) => {
      const value = wordAttribute(element, attribute.slice(2));
      return value === undefined ? "" : ` ${attribute}="${escaped(value)}"`;
    });
    this.#out.push(`<${name}${attributes.join("")}>`);
    if (name === "w:tr") this.#rowProperties(element);
    if (name === "w:tc") this.#cellProperties(element);
    if (name === "w:fldChar") this.#fieldProperties(element);
    else {
      if (name === "w:tc") this.#cells += 1;
      this.#children(element);
      if (name === "w:tc") this.#cells -= 1;
    }
    this.#out.push(`</${name}>`);
  }

  #rowProperties(row: XmlElement): void {
    if (isOn(wordChild(row, "w:trPr"), "w:tblHeader") === true) {
      this.#out.push("<w:trPr><w:tblHeader/></w:trPr>");
    }
  }

  #cellProperties(cell: XmlElement): void {
    const properties = wordChild(cell, "w:tcPr");
    const span = wordChild(properties, "w:gridSpan");
    const merge = wordChild(properties, "w:vMerge");
    this.#out.push("<w:tcPr>");
    const wide = Number(span && wordAttribute(span, "val"));
    if (Number.isInteger(wide) && wide > 1 && wide <= 64) {
      this.#out.push(`<w:gridSpan w:val="${wide}"/>`);
    }
    if (merge) {
      this.#out.push(`<w:vMerge w:val="${escaped(wordAttribute(merge, "val") ?? "continue")}"/>`);
    }
    this.#out.push("</w:tcPr>");
  }

  #fieldProperties(field: XmlElement): void {
    const box = wordChild(wordChild(field, "w:ffData"), "w:checkBox");
    if (!box) return;
    const checked = isOn(box, "w:checked") ?? isOn(box, "w:default") ?? false;
    this.#out.push(
      `<w:ffData><w:checkBox><w:checked w:val="${checked ? 1 : 0}"/></w:checkBox></w:ffData>`,
    );
  }

  /** Words outside of any paragraph get one. */
  #inParagraph(write: (paragraph: OpenParagraph) => void): void {
    if (this.#paragraph) write(this.#paragraph);
    else this.#open(undefined, () => this.#paragraph && write(this.#paragraph));
  }

  /** A paragraph within a paragraph, which Word does not know, is a part of it. */
  #writeParagraph(element: XmlElement): void {
    if (this.#paragraph) return this.#children(element);
    this.#open(wordChild(element, "w:pPr"), () => this.#children(element));
  }

  #open(properties: XmlElement | undefined, write: () => void): void {
    const outer = this.#paragraph;
    const styleElement = wordChild(properties, "w:pStyle");
    const style = this.#all.styles(styleElement && wordAttribute(styleElement, "val"));
    const list = listOf(wordChild(properties, "w:numPr")) ?? style.list;
    const pieces: RawPiece[] = [];
    const number = list && list.id !== "0" ? this.#all.count(list.id, list.level) : undefined;
    const isSingle = list !== undefined && this.#all.singles.has(list.id);
    const raw: RawParagraph = {
      index: this.#all.paragraphs.length,
      note: this.#note,
      boxed: this.#boxes > 0,
      tabled: this.#cells > 0,
      style,
      number,
      numberInWords:
        number !== undefined &&
        number.number !== "" &&
        (style.heading !== undefined ||
          this.#cells > 0 ||
          !isListMarker(number.number) ||
          (isSingle && !/^1[.)]$/u.test(number.number))),
      pieces,
    };
    this.#all.paragraphs.push(raw);
    this.#paragraph = { raw, pieces };
    this.#out.push("<w:p>");
    this.#mark({ kind: "paragraph", index: raw.index });
    if (raw.numberInWords) this.#literalNumber(raw);
    write();
    this.#out.push("</w:p>");
    this.#paragraph = outer;
  }

  /** A number that a list cannot show is written before the words, as Word shows it. */
  #literalNumber({ number }: RawParagraph): void {
    this.#out.push("<w:r>");
    this.#letters(`${number?.number ?? ""} `);
    this.#out.push("</w:r>");
  }

  #run(element: XmlElement): void {
    const properties = wordChild(element, "w:rPr");
    const styleElement = wordChild(properties, "w:rStyle");
    const style = this.#all.styles(styleElement && wordAttribute(styleElement, "val"));
    const on = (name: string): boolean =>
      isOn(properties, name) ?? style.letters.get(name) ?? false;
    if (on("w:vanish")) {
      const words = wordChildren(element, "w:t").map(textWithin).join("");
      if (words.trim() !== "") this.#all.hidden.push(words);
      return;
    }
    this.#out.push("<w:r><w:rPr>", this.#form(properties, style, on), "</w:rPr>");
    this.#marked = undefined;
    this.#children(element);
    this.#marked = undefined;
    this.#out.push("</w:r>");
  }

  #words(value: string): void {
    if (this.#marked === undefined) this.#letters(value);
    else this.#all.marks.set(this.#marked, value);
    this.#marked = undefined;
  }

  #form(
    properties: XmlElement | undefined,
    style: WordStyle,
    on: (name: string) => boolean,
  ): string {
    const vertical = wordChild(properties, "w:vertAlign");
    const raised = (vertical && wordAttribute(vertical, "val")) ?? style.vertical;
    return [
      on("w:b") ? "<w:b/>" : "",
      on("w:i") ? "<w:i/>" : "",
      on("w:u") ? '<w:u w:val="single"/>' : "",
      on("w:strike") || on("w:dstrike") ? "<w:strike/>" : "",
      on("w:smallCaps") ? "<w:smallCaps/>" : "",
      raised === "superscript" || raised === "subscript" ? `<w:vertAlign w:val="${raised}"/>` : "",
    ].join("");
  }

  #letters(value: string): void {
    if (value === "") return;
    this.#inParagraph((paragraph) => {
      paragraph.pieces.push(value);
      this.#out.push(`<w:t xml:space="preserve">${escaped(value)}</w:t>`);
    });
  }

  #space(written: string): void {
    this.#inParagraph((paragraph) => {
      paragraph.pieces.push(" ");
      this.#out.push(written);
    });
  }

  #break(element: XmlElement): void {
    const type = wordAttribute(element, "type");
    this.#space(type === "page" || type === "column" ? `<w:br w:type="${type}"/>` : "<w:br/>");
  }

  #sign(element: XmlElement): void {
    const font = wordAttribute(element, "font") ?? "";
    const char = wordAttribute(element, "char") ?? "";
    this.#mark({ kind: "sign", name: `${char} of the font ${font}` });
    this.#out.push(`<w:sym w:font="${escaped(font)}" w:char="${escaped(char)}"/>`);
  }

  #mark(mark: Mark): void {
    this.#bookmark(markName(mark), true);
  }

  #bookmark(name: string, own = false): void {
    if (!own) {
      if (name.startsWith("scholium:")) return;
      const here = this.#paragraph?.raw.index ?? this.#all.paragraphs.length;
      if (!this.#all.bookmarks.has(name)) this.#all.bookmarks.set(name, here);
    }
    this.#out.push(`<w:bookmarkStart w:id="0" w:name="${escaped(name)}"/>`);
  }

  #link(element: XmlElement): void {
    const relation = this.#relation(wordAttribute(element, "id"));
    const anchor = wordAttribute(element, "anchor");
    if (relation) this.#all.links.push(relation.target);
    else this.#target(anchor);
    const leads = relation ? ` r:id="${escaped(relation.id)}"` : "";
    const within = anchor === undefined ? "" : ` w:anchor="${escaped(anchor)}"`;
    this.#out.push(`<w:hyperlink${leads}${within}>`);
    this.#children(element);
    this.#out.push("</w:hyperlink>");
  }

  /** What Word's own table of contents refers to is no target of the text. */
  #target(bookmark: string | undefined): void {
    if (bookmark === undefined) return;
    if (this.#paragraph && isMadeByWord(this.#paragraph.raw)) return;
    this.#all.targets.add(bookmark);
    this.#all.links.push(bookmark);
  }

  #relation(id: string | undefined): WordPart["relations"][number] | undefined {
    return id === undefined ? undefined : this.#part.relations.find((each) => each.id === id);
  }

  /** An equation is kept as its letters in one line; how they stand to each other is lost, and said. */
  #equation(element: XmlElement): void {
    const letters: string[] = [];
    visitElements(element, (each) => {
      if (wordName(each) === "m:t") letters.push(textWithin(each));
    });
    if (letters.join("").trim() === "") return;
    this.#out.push("<w:r>");
    this.#mark({ kind: "equation" });
    this.#letters(letters.join(""));
    this.#out.push("</w:r>");
  }

  /** Of several forms of one thing the oldest is read, which every program knows, unless it lacks the words. */
  #alternatives(element: XmlElement): void {
    const choices = wordChildren(element, "mc:Choice");
    const [fallback] = wordChildren(element, "mc:Fallback");
    const [choice] = choices;
    const better = fallback && (hasWords(fallback) || !choice || !hasWords(choice));
    const chosen = better ? fallback : choice;
    if (chosen) this.#children(chosen);
  }

  #drawing(element: XmlElement): void {
    const boxes: XmlElement[] = [];
    const pictures: XmlElement[] = [];
    visitElements(element, (each) => {
      if (wordName(each) === "w:txbxContent") boxes.push(each);
      if (wordName(each) === "a:blip") pictures.push(each);
    });
    for (const picture of pictures) this.#picture(element, picture);
    for (const box of outermost(boxes)) {
      this.#out.push("<w:pict><v:shape><v:textbox>");
      this.#box(box);
      this.#out.push("</v:textbox></v:shape></w:pict>");
    }
  }

  #box(element: XmlElement): void {
    const outer = this.#paragraph;
    this.#paragraph = undefined;
    this.#boxes += 1;
    this.#out.push("<w:txbxContent>");
    this.#children(element);
    this.#out.push("</w:txbxContent>");
    this.#boxes -= 1;
    this.#paragraph = outer;
  }

  #picture(drawing: XmlElement, blip: XmlElement): void {
    const relation = this.#embedded(wordAttribute(blip, "embed"));
    if (!relation) return;
    let description = "";
    visitElements(drawing, (each) => {
      if (wordName(each) !== "wp:docPr") return;
      description = wordAttribute(each, "descr") ?? wordAttribute(each, "title") ?? description;
    });
    this.#out.push(
      `<w:drawing><wp:inline><wp:docPr descr="${escaped(description)}"/><a:graphic><a:graphicData>`,
      `<pic:pic><pic:blipFill><a:blip r:embed="${escaped(relation)}"/></pic:blipFill></pic:pic>`,
      "</a:graphicData></a:graphic></wp:inline></w:drawing>",
    );
  }

  #vectorPicture(element: XmlElement): void {
    const relation = this.#embedded(wordAttribute(element, "id"));
    if (!relation) return;
    const title = wordAttribute(element, "title") ?? "";
    this.#out.push(`<v:imagedata r:id="${escaped(relation)}" o:title="${escaped(title)}"/>`);
  }

  /** The relation to a picture that the file holds. */
  #embedded(id: string | undefined): string | undefined {
    const relation = this.#relation(id);
    if (relation && !relation.external && this.#all.hasFile(relation.target)) return relation.id;
    this.#all.remarks.push("a picture that the file does not hold itself is left behind");
    return undefined;
  }
}

/** Whether a call is followed by a mark of the writer's own. */
function isMarked(call: XmlElement): boolean {
  const value = wordAttribute(call, "customMarkFollows");
  return value !== undefined && value !== "0" && value !== "false";
}

/** Word trims what is not said to be kept. */
function lettersShown(element: XmlElement): string {
  const value = textWithin(element);
  return element.attributes.get("xml:space") === "preserve"
    ? value
    : value.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/gu, "");
}

function hasWords(element: XmlElement): boolean {
  let found = false;
  visitElements(element, (each) => {
    found ||= ["w:t", "m:t"].includes(wordName(each)) && textWithin(each).trim() !== "";
  });
  return found;
}

/** Those that do not stand within another. */
function outermost(elements: readonly XmlElement[]): readonly XmlElement[] {
  const within = new Set<XmlElement>();
  for (const element of elements) {
    visitElements(element, (each) => {
      if (each !== element) within.add(each);
    });
  }
  return elements.filter((element) => !within.has(element));
}

function escaped(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}
