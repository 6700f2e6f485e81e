import { inflateSync } from "node:zlib";
import { PrintFailure } from "../print-failure.ts";
import {
  type PdfDictionary,
  type PdfList,
  PdfName,
  type PdfObject,
  PdfReference,
  PdfText,
  type PdfValue,
} from "./objects.ts";

/** A file's objects by their numbers, and what its last lines say of it. */
export interface PdfFile {
  readonly trailer: PdfDictionary;
  /** The object of a number; null where there is none. */
  readonly object: (number: number) => PdfObject;
  /** What a value means: the object's own where it refers to one. */
  readonly meant: (value: PdfValue | undefined) => PdfValue;
  /** The dictionary that is meant; an empty one where it is something else. */
  readonly dictionary: (value: PdfValue | undefined) => PdfDictionary;
  /** The row that is meant; an empty one where it is something else. */
  readonly list: (value: PdfValue | undefined) => PdfList;
}

/**
 * Opens a PDF as Chromium writes it: one table of plain objects, no older states, no objects packed into
 * others. A library that can read any PDF takes ten times as long.
 */
export function readObjects(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const reader = new Tokens(text);
  reader.at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-60))?.[1] ?? Number.NaN);
  const places = readTable(reader);
  const trailer = reader.value();
  if (!(trailer instanceof Map)) throw unreadable("has no trailer");
  const known = new Map<number, PdfObject>();
  const object = (number: number): PdfObject => {
    const before = known.get(number);
    if (before) return before;
    const place = places.get(number);
    const found = place === undefined ? { value: null } : readObject(reader, place, bytes, object);
    known.set(number, found);
    return found;
  };
  const meant = (value: PdfValue | undefined): PdfValue =>
    value instanceof PdfReference ? object(value.number).value : (value ?? null);
  return {
    trailer,
    object,
    meant,
    dictionary: (value) => {
      const found = meant(value);
      return found instanceof Map ? found : new Map<string, PdfValue>();
    },
    list: (value) => {
      const found = meant(value);
      return Array.isArray(found) ? found : [];
    },
  };
}

/** What a stream says, a letter for each byte; nothing where the object is none. */
export function streamText(file: PdfFile, reference: PdfReference): string {
  const { value, stream } = file.object(reference.number);
  if (!stream) return "";
  const packed = value instanceof Map && value.has("Filter");
  return Buffer.from(packed ? inflateSync(stream) : stream).toString("latin1");
}

function unreadable(why: string): PrintFailure {
  return new PrintFailure(
    `the browser's PDF ${why}`,
    "print with the browser that comes with Scholium, or name another with --browser",
  );
}

/** Where each object begins. */
function readTable(reader: Tokens): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  if (reader.word() !== "xref") throw unreadable("has no table of its objects");
  for (let word = reader.word(); word !== "trailer"; word = reader.word()) {
    const first = Number(word);
    const count = Number(reader.word());
    if (!Number.isInteger(first + count)) throw unreadable("has a broken table");
    for (let number = first; number < first + count; number += 1) {
      const place = Number(reader.word());
      reader.word();
      if (reader.word() === "n") places.set(number, place);
    }
  }
  return places;
}

function readObject(
  reader: Tokens,
  place: number,
  bytes: Uint8Array,
  other: (number: number) => PdfObject,
): PdfObject {
  reader.at = place;
  reader.word();
  reader.word();
  if (reader.word() !== "obj") throw unreadable("has no object at a place");
  const value = reader.value();
  if (!(value instanceof Map) || reader.word() !== "stream") return { value };
  const { text } = reader;
  let start = reader.at;
  if (text[start] === "\r") start += 1;
  if (text[start] === "\n") start += 1;
  const length = value.get("Length");
  const size = length instanceof PdfReference ? other(length.number).value : length;
  if (typeof size !== "number") throw unreadable("has a stream without a length");
  return { value, stream: bytes.subarray(start, start + size) };
}

const ESCAPED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Reads values one after the other; also the words of content streams. */
export class Tokens {
  readonly text: string;
  at = 0;
  constructor(text: string) {
    this.text = text;
  }

  /** Goes past blanks and remarks. */
  skip(): void {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === 0x25) {
        while (this.at < text.length && text[this.at] !== "\n" && text[this.at] !== "\r")
          this.at += 1;
      } else if (isBlank(code)) this.at += 1;
      else return;
    }
  }

  /** A row of regular letters: a number, an operator, a keyword. */
  word(): string {
    this.skip();
    const start = this.at;
    while (this.at < this.text.length && isRegular(this.text.charCodeAt(this.at))) this.at += 1;
    return this.text.slice(start, this.at);
  }

  /** The next value; a keyword that is none counts as null. */
  value(): PdfValue {
    this.skip();
    const { text } = this;
    switch (text[this.at] ?? "") {
      case "/":
        this.at += 1;
        return new PdfName(unescapedName(this.regular()));
      case "(":
        return this.literal();
      case "[":
        return this.list();
      case "<":
        return text[this.at + 1] === "<" ? this.dictionary() : this.hexadecimal();
      default:
        return this.plain();
    }
  }

  private regular(): string {
    const start = this.at;
    while (this.at < this.text.length && isRegular(this.text.charCodeAt(this.at))) this.at += 1;
    return this.text.slice(start, this.at);
  }

  private plain(): PdfValue {
    const word = this.word();
    if (word === "") this.at += 1;
    if (word === "true" || word === "false") return word === "true";
    const number = Number(word);
    if (word === "" || Number.isNaN(number)) return null;
    if (!Number.isInteger(number) || number < 0) return number;
    const back = this.at;
    if (isDigit(this.text.charCodeAt(back + 1)) && this.word() === "0" && this.word() === "R") {
      return new PdfReference(number);
    }
    this.at = back;
    return number;
  }

  private list(): PdfList {
    const list: PdfList = [];
    this.at += 1;
    for (this.skip(); this.more("]"); this.skip()) list.push(this.value());
    this.at += 1;
    return list;
  }

  private dictionary(): PdfDictionary {
    const dictionary: PdfDictionary = new Map();
    this.at += 2;
    for (this.skip(); this.more(">"); this.skip()) {
      const key = this.value();
      const value = this.value();
      if (key instanceof PdfName) dictionary.set(key.name, value);
    }
    this.at += 2;
    return dictionary;
  }

  private more(end: string): boolean {
    return this.at < this.text.length && this.text[this.at] !== end;
  }

  private hexadecimal(): PdfText {
    const end = this.text.indexOf(">", this.at);
    const digits = this.text.slice(this.at + 1, end).replaceAll(/\s+/g, "");
    this.at = end + 1;
    return new PdfText(
      Buffer.from(digits.padEnd(digits.length + (digits.length % 2), "0"), "hex").toString(
        "latin1",
      ),
    );
  }

  private literal(): PdfText {
    const { text } = this;
    let found = "";
    let depth = 1;
    for (this.at += 1; this.at < text.length; this.at += 1) {
      const sign = text[this.at] ?? "";
      if (sign === "\\") {
        this.at += 1;
        const next = text[this.at] ?? "";
        const octal = /^[0-7]{1,3}/.exec(text.slice(this.at, this.at + 3))?.[0];
        if (octal !== undefined) {
          found += String.fromCharCode(parseInt(octal, 8) & 0xff);
          this.at += octal.length - 1;
        } else if (next === "\r" && text[this.at + 1] === "\n") this.at += 1;
        else if (next !== "\n" && next !== "\r") found += ESCAPED[next] ?? next;
        continue;
      }
      if (sign === "(") depth += 1;
      if (sign === ")") depth -= 1;
      if (depth === 0) break;
      found += sign;
    }
    this.at += 1;
    return new PdfText(found);
  }
}

function unescapedName(name: string): string {
  return name.includes("#")
    ? name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
    : name;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0;
}

/** Neither a blank nor one of `( ) < > [ ] { } / %`. */
function isRegular(code: number): boolean {
  switch (code) {
    case 0x28:
    case 0x29:
    case 0x3c:
    case 0x3e:
    case 0x5b:
    case 0x5d:
    case 0x7b:
    case 0x7d:
    case 0x2f:
    case 0x25:
      return false;
    default:
      return !isBlank(code);
  }
}
