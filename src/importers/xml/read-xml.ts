import { SaxesParser, type SaxesTagNS } from "saxes";
import type { Place } from "../../diagnostics/place.ts";
import type { Input } from "../input.ts";
import { Refusal } from "../refusal.ts";
import { namedCharacters } from "./named-characters.ts";
import { faultOf } from "./xml-faults.ts";
import type { XmlElement, XmlNode } from "./xml-tree.ts";

/** Deeper than any text that was meant to be read, and shallow enough to walk by recursion. */
const DEEPEST = 256;
/** The largest volumes of the series have 8 million characters and 200,000 elements. */
const LONGEST = 48_000_000;
const MOST_ELEMENTS = 1_000_000;
const MOST_ATTRIBUTES = 256;

/** An element whose children are still being read. */
interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

/**
 * Reads well-formed XML. Entities that the file declares itself are never expanded, and nothing
 * outside the file is fetched; the characters that XHTML names are known.
 * Throws a `Refusal` with its place for anything else, and where a limit is passed.
 */
export function readXml(input: Input): XmlElement {
  const text = input.text().replace(/^\u{FEFF}/u, "");
  if (text.length > LONGEST) {
    throw new Refusal(
      `it has more than ${LONGEST / 1_000_000} million characters`,
      "divide it into several files",
    );
  }
  return new XmlReading(input.name, text).root();
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
  const written = Object.entries(tag.attributes);
  if (written.length === 0) return NO_ATTRIBUTES;
  return new Map(written.map(([name, { value }]) => [name, value]));
}

/** One reading, from the first character to the last. */
class XmlReading {
  readonly #file: string;
  readonly #text: string;
  readonly #parser = new SaxesParser({
    xmlns: true,
    position: true,
    // A prefix that is bound to nothing is a slip of whoever cut the file out of another.
    resolvePrefix: (prefix: string) => `urn:unbound:${prefix}`,
  });
  readonly #open: OpenElement[] = [];
  #root: XmlElement | undefined;
  #elements = 0;
  /** How far lines have been counted: offset, and line and column there. */
  #counted = { offset: 0, line: 1, lineStart: 0 };
  /** Where the text that comes next begins. */
  #textStart = 0;
  /** Where the tag that is being read begins, and how many attributes it has so far. */
  #start: Place | undefined;
  #attributes = 0;
  /** The element that was closed last, to name it where another should have been. */
  #closed = "";

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
    const parser = this.#parser;
    parser.ENTITIES = namedCharacters();
    parser.on("error", (error) => {
      throw this.#refusalFor(error.message);
    });
    parser.on("doctype", (doctype) => {
      if (/<!ENTITY/u.test(doctype)) {
        throw new Refusal(
          "it declares entities of its own, which are never expanded",
          "replace them by what they stand for, and delete their declarations",
          this.#placeAt(Math.max(0, text.lastIndexOf("<!DOCTYPE", parser.position))),
        );
      }
    });
    parser.on("opentagstart", () => {
      this.#start = this.#placeAt(text.lastIndexOf("<", parser.position - 1));
      this.#guardSize();
    });
    parser.on("attribute", () => {
      this.#attributes += 1;
      if (this.#attributes > MOST_ATTRIBUTES) {
        throw this.#refusalHere("one tag has more attributes than any meant to be read");
      }
    });
    parser.on("opentag", (tag) => this.#openElement(tag));
    parser.on("closetag", () => this.#closeElement());
    parser.on("text", (value) => this.#addText(value, this.#textStart));
    parser.on("cdata", (value) => this.#addText(value, this.#textStart));
    // Told when `--` is read, one character before the comment's end.
    parser.on("comment", () => {
      this.#textStart = parser.position + 1;
    });
    parser.on("processinginstruction", () => this.#markupEnds());
  }

  root(): XmlElement {
    this.#parser.write(this.#text).close();
    if (!this.#root)
      throw new Refusal("there is no element in it", "look whether it is the right file");
    return this.#root;
  }

  #refusalFor(complaint: string): Refusal {
    const text = this.#text;
    const at = Math.min(this.#parser.position, text.length) - 1;
    const ampersand = text.lastIndexOf("&", at);
    // An & that no ; follows swallows the rest of the file, and the parser complains at its end.
    const swallowed =
      /unclosed tag|unexpected end/u.test(complaint) && !text.includes(";", ampersand);
    if (ampersand >= 0 && (swallowed || complaint.includes("entity"))) {
      const { message, mend } = faultOf(swallowed ? "entity" : complaint, "");
      return new Refusal(message, mend, this.#placeAt(ampersand));
    }
    const { message, mend } = faultOf(complaint, this.#closed);
    return new Refusal(message, mend, this.#placeAt(at));
  }

  #guardSize(): void {
    this.#elements += 1;
    this.#attributes = 0;
    if (this.#elements > MOST_ELEMENTS) {
      throw new Refusal(
        `it has more than ${MOST_ELEMENTS / 1_000_000} million elements`,
        "divide it into several files",
      );
    }
    if (this.#open.length >= DEEPEST) {
      throw this.#refusalHere(`elements are nested more than ${DEEPEST} deep`);
    }
  }

  #refusalHere(message: string): Refusal {
    return new Refusal(message, "look whether it is the right file", this.#start);
  }

  #openElement(tag: SaxesTagNS): void {
    const element: OpenElement = {
      type: "element",
      name: tag.local,
      prefix: tag.prefix,
      space: tag.uri,
      attributes: attributesOf(tag),
      children: [],
      place: this.#start ?? this.#placeAt(0),
    };
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
    this.#root ??= element;
    this.#markupEnds();
  }

  #closeElement(): void {
    this.#closed = this.#open.pop()?.name ?? "";
    this.#markupEnds();
  }

  #addText(value: string, offset: number): void {
    const parent = this.#open.at(-1);
    if (parent && value !== "") {
      parent.children.push({ type: "text", value, place: this.#placeAt(offset) });
    }
    this.#markupEnds();
  }

  #markupEnds(): void {
    this.#textStart = this.#parser.position;
  }

  /** Offsets come in rising order but for faults, so that counting lines is linear. */
  #placeAt(offset: number): Place {
    const at = Math.max(0, offset);
    let { line, lineStart } = this.#counted;
    let from = this.#counted.offset;
    if (at < from) [line, lineStart, from] = [1, 0, 0];
    for (;;) {
      const end = this.#text.indexOf("\n", from);
      if (end < 0 || end >= at) break;
      line += 1;
      lineStart = end + 1;
      from = lineStart;
    }
    this.#counted = { offset: from, line, lineStart };
    return { file: this.#file, line, column: at - lineStart + 1 };
  }
}
