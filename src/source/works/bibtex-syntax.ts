import { BibtexCursor, type BibtexFault } from "./bibtex-cursor.ts";
import { BIBTEX_NAME, readBibtexValue } from "./bibtex-values.ts";

/*
 * The syntax of BibTeX and BibLaTeX, read by ourselves: what is wrong is said where it is, and
 * one broken entry does not take the others with it. What the values mean is left to others.
 */

/** A field of an entry: `title = {…}`. */
export interface BibtexField {
  readonly name: string;
  /** As it is written, without the braces or quotation marks around it; names of strings replaced. */
  readonly value: string;
  /** Where the name stands. */
  readonly at: number;
  readonly valueAt: number;
}

/** One entry: `@book{key, …}`. */
export interface BibtexEntry {
  /** In small letters. */
  readonly type: string;
  readonly typeAt: number;
  readonly key: string;
  readonly keyAt: number;
  readonly fields: readonly BibtexField[];
  /** Whether something is wrong with it, so that fields may be missing. */
  readonly broken: boolean;
}

/** A file of BibTeX as far as it could be read. */
export interface BibtexFile {
  readonly entries: readonly BibtexEntry[];
  readonly faults: readonly BibtexFault[];
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const COMMENT = /[ \t]*%/y;
const KEY = /[^\s,{}()"\\%#]+/y;
const ENTRY = /@([a-z]+)\s*([{(])/iy;

/** Reads BibTeX. Never throws. */
export function readBibtex(source: string): BibtexFile {
  return new BibtexReader(source).read();
}

class BibtexReader {
  readonly #entries: BibtexEntry[] = [];
  readonly #strings = new Map(MONTHS.map((month) => [month, month]));
  readonly #cursor: BibtexCursor;
  #hasOpenComment = false;
  /** The line that was looked at last. */
  #line = { start: -1, end: -1, isComment: false };

  constructor(source: string) {
    this.#cursor = new BibtexCursor(source);
  }

  read(): BibtexFile {
    for (let at = this.#nextSign(); at >= 0; at = this.#nextSign()) {
      ENTRY.lastIndex = at;
      const [opening, type = "", bracket = "{"] = ENTRY.exec(this.#cursor.source) ?? [];
      if (opening === undefined) {
        this.#cursor.at = at + 1;
        if (
          /^@(?:book|article|incollection|misc|online)\b/iu.test(
            this.#cursor.source.slice(at, at + 14),
          )
        )
          this.#cursor.fault(at, "an entry without a brace behind its type", "write @book{key, …}");
        continue;
      }
      this.#cursor.at = at + opening.length;
      const faults = this.#cursor.faults.length;
      const isWhole = this.#entry(type.toLowerCase(), at, bracket === "{" ? "}" : ")");
      if (!isWhole || this.#cursor.faults.length > faults) this.#recover(at, isWhole);
    }
    return { entries: this.#entries, faults: this.#cursor.faults };
  }

  /** The next at sign outside of entries, those in lines of comment aside. */
  #nextSign(): number {
    for (;;) {
      const at = this.#cursor.source.indexOf("@", this.#cursor.at);
      if (at < 0) return -1;
      this.#findLineOf(at);
      if (!this.#line.isComment) return at;
      if (this.#line.end === this.#cursor.source.length) return -1;
      this.#cursor.at = this.#line.end;
    }
  }

  /** Goes on, line by line, to the one in which an offset lies. */
  #findLineOf(at: number): void {
    let { start, end, isComment } = this.#line;
    while (end <= at || start < 0) {
      start = end + 1;
      const next = this.#cursor.source.indexOf("\n", start);
      end = next < 0 ? this.#cursor.source.length : next;
      COMMENT.lastIndex = start;
      isComment = COMMENT.test(this.#cursor.source);
    }
    this.#line = { start, end, isComment };
  }

  /** Goes on at the next entry behind a broken one. */
  #recover(from: number, isWhole: boolean): void {
    if (isWhole) return;
    for (let at = this.#cursor.source.indexOf("\n", from); at >= 0;) {
      if (this.#cursor.beginsEntry(at)) {
        this.#cursor.at = at;
        return;
      }
      at = this.#cursor.source.indexOf("\n", at + 1);
    }
    this.#cursor.at = this.#cursor.source.length;
  }

  /** Reads what stands behind `@type{`; whether its end was found. */
  #entry(type: string, typeAt: number, closing: string): boolean {
    if (type === "comment") return this.#comment();
    if (type === "preamble") {
      this.#cursor.at -= 1;
      return this.#cursor.group("@preamble is not closed") !== undefined;
    }
    this.#cursor.space();
    if (type === "string") return this.#string(closing);
    const keyAt = this.#cursor.at;
    const key = this.#cursor.take(KEY);
    this.#cursor.space();
    const isKey = key !== undefined && [",", closing].includes(this.#cursor.sign());
    if (!isKey) {
      this.#cursor.fault(
        this.#cursor.sign() === "=" || key === undefined ? typeAt : this.#cursor.at,
        this.#cursor.sign() === "=" || key === undefined
          ? `an entry @${type} without a key`
          : `no comma behind the key "${key}"`,
        `write @${type}{key, title = {…}, …}`,
      );
      return false;
    }
    const fields: BibtexField[] = [];
    const before = this.#cursor.faults.length;
    const isWhole = this.#fields(fields, closing, `"${key}"`, typeAt);
    const broken = this.#cursor.faults.length > before;
    this.#entries.push({ type, typeAt, key, keyAt, fields, broken });
    return isWhole;
  }

  /** A comment may hold entries. One that is not closed is a line. */
  #comment(): boolean {
    const from = this.#cursor.at - 1;
    const end = this.#hasOpenComment ? undefined : this.#cursor.endOfGroup(from, true);
    this.#hasOpenComment ||= end === undefined;
    const lineEnd = this.#cursor.source.indexOf("\n", from);
    this.#cursor.at = end ?? (lineEnd < 0 ? this.#cursor.source.length : lineEnd);
    return true;
  }

  #string(closing: string): boolean {
    const fields: BibtexField[] = [];
    const isWhole = this.#fields(fields, closing, "@string", this.#cursor.at);
    for (const { name, value } of fields) this.#strings.set(name, value);
    return isWhole;
  }

  /** Reads fields up to the closing sign. */
  #fields(fields: BibtexField[], closing: string, whose: string, opensAt: number): boolean {
    for (;;) {
      this.#cursor.space();
      while (this.#cursor.sign() === ",") {
        this.#cursor.at += 1;
        this.#cursor.space();
      }
      if (this.#cursor.sign() === closing) {
        this.#cursor.at += 1;
        return true;
      }
      const at = this.#cursor.at;
      const isNext =
        this.#cursor.sign() === "@" &&
        this.#cursor.beginsEntry(this.#cursor.source.lastIndexOf("\n", at));
      if (this.#cursor.sign() === "" || isNext) {
        this.#cursor.fault(
          opensAt,
          `${whose} is not closed`,
          `put ${closing} behind its last field`,
        );
        return false;
      }
      const name = this.#cursor.take(BIBTEX_NAME)?.toLowerCase();
      this.#cursor.space();
      if (name === undefined || this.#cursor.sign() !== "=") {
        const found = name ?? this.#cursor.sign();
        const message = `in ${whose} no field can begin with ${JSON.stringify(found)}`;
        this.#cursor.fault(
          at,
          message,
          "write fields as name = {value}, with a comma between them",
        );
        return false;
      }
      this.#cursor.at += 1;
      this.#cursor.space();
      const valueAt = this.#cursor.at;
      const value = readBibtexValue(this.#cursor, name, this.#strings);
      if (value === undefined) return false;
      fields.push({ name, value, at, valueAt });
      this.#cursor.space();
      if (![",", closing, "", "@"].includes(this.#cursor.sign()))
        this.#cursor.fault(
          this.#cursor.at,
          `in ${whose} no comma stands behind the value of "${name}"`,
          "put a comma there",
        );
    }
  }
}
