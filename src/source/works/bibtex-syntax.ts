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

/** Something that is no BibTeX, and where. */
export interface BibtexFault {
  readonly at: number;
  readonly message: string;
  readonly mend?: string;
}

/** A file of BibTeX as far as it could be read. */
export interface BibtexFile {
  readonly entries: readonly BibtexEntry[];
  readonly faults: readonly BibtexFault[];
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const SPACE = /(?:\s|%[^\n]*)*/y;
const COMMENT = /[ \t]*%/y;
const NAME = /[^\s{}()",=#%'\\@]+/y;
const KEY = /[^\s,{}()"\\%#]+/y;
/** Where the next entry begins, whatever stands before it. */
const NEXT_ENTRY = /\n[ \t]*@[a-z]+[ \t]*[{(]/giy;
const ENTRY = /@([a-z]+)\s*([{(])/iy;

/** Reads BibTeX. Never throws. */
export function readBibtex(source: string): BibtexFile {
  return new BibtexReader(source).read();
}

class BibtexReader {
  readonly #entries: BibtexEntry[] = [];
  readonly #faults: BibtexFault[] = [];
  readonly #strings = new Map(MONTHS.map((month) => [month, month]));
  readonly #source: string;
  #at = 0;
  #hasOpenComment = false;
  /** The line that was looked at last. */
  #line = { start: -1, end: -1, isComment: false };

  constructor(source: string) {
    this.#source = source;
  }

  read(): BibtexFile {
    for (let at = this.#nextSign(); at >= 0; at = this.#nextSign()) {
      ENTRY.lastIndex = at;
      const [opening, type = "", bracket = "{"] = ENTRY.exec(this.#source) ?? [];
      if (opening === undefined) {
        this.#at = at + 1;
        if (/^@(?:book|article|incollection|misc|online)\b/iu.test(this.#source.slice(at, at + 14)))
          this.#fault(at, "an entry without a brace behind its type", "write @book{key, …}");
        continue;
      }
      this.#at = at + opening.length;
      const faults = this.#faults.length;
      const isWhole = this.#entry(type.toLowerCase(), at, bracket === "{" ? "}" : ")");
      if (!isWhole || this.#faults.length > faults) this.#recover(at, isWhole);
    }
    return { entries: this.#entries, faults: this.#faults };
  }

  /** The next at sign outside of entries, those in lines of comment aside. */
  #nextSign(): number {
    for (;;) {
      const at = this.#source.indexOf("@", this.#at);
      if (at < 0) return -1;
      this.#findLineOf(at);
      if (!this.#line.isComment) return at;
      if (this.#line.end === this.#source.length) return -1;
      this.#at = this.#line.end;
    }
  }

  /** Goes on, line by line, to the one in which an offset lies. */
  #findLineOf(at: number): void {
    let { start, end, isComment } = this.#line;
    while (end <= at || start < 0) {
      start = end + 1;
      const next = this.#source.indexOf("\n", start);
      end = next < 0 ? this.#source.length : next;
      COMMENT.lastIndex = start;
      isComment = COMMENT.test(this.#source);
    }
    this.#line = { start, end, isComment };
  }

  /** Goes on at the next entry behind a broken one. */
  #recover(from: number, isWhole: boolean): void {
    if (isWhole) return;
    for (let at = this.#source.indexOf("\n", from); at >= 0;) {
      if (this.#beginsEntry(at)) {
        this.#at = at;
        return;
      }
      at = this.#source.indexOf("\n", at + 1);
    }
    this.#at = this.#source.length;
  }

  /** Reads what stands behind `@type{`; whether its end was found. */
  #entry(type: string, typeAt: number, closing: string): boolean {
    if (type === "comment") return this.#comment();
    if (type === "preamble") {
      this.#at -= 1;
      return this.#group("@preamble is not closed") !== undefined;
    }
    this.#space();
    if (type === "string") return this.#string(closing);
    const keyAt = this.#at;
    const key = this.#take(KEY);
    this.#space();
    const isKey = key !== undefined && [",", closing].includes(this.#sign());
    if (!isKey) {
      this.#fault(
        this.#sign() === "=" || key === undefined ? typeAt : this.#at,
        this.#sign() === "=" || key === undefined
          ? `an entry @${type} without a key`
          : `no comma behind the key "${key}"`,
        `write @${type}{key, title = {…}, …}`,
      );
      return false;
    }
    const fields: BibtexField[] = [];
    const before = this.#faults.length;
    const isWhole = this.#fields(fields, closing, `"${key}"`, typeAt);
    const broken = this.#faults.length > before;
    this.#entries.push({ type, typeAt, key, keyAt, fields, broken });
    return isWhole;
  }

  /** A comment may hold entries. One that is not closed is a line. */
  #comment(): boolean {
    const from = this.#at - 1;
    const end = this.#hasOpenComment ? undefined : this.#endOfGroup(from, true);
    this.#hasOpenComment ||= end === undefined;
    const lineEnd = this.#source.indexOf("\n", from);
    this.#at = end ?? (lineEnd < 0 ? this.#source.length : lineEnd);
    return true;
  }

  #string(closing: string): boolean {
    const fields: BibtexField[] = [];
    const isWhole = this.#fields(fields, closing, "@string", this.#at);
    for (const { name, value } of fields) this.#strings.set(name, value);
    return isWhole;
  }

  /** Reads fields up to the closing sign. */
  #fields(fields: BibtexField[], closing: string, whose: string, opensAt: number): boolean {
    for (;;) {
      this.#space();
      while (this.#sign() === ",") {
        this.#at += 1;
        this.#space();
      }
      if (this.#sign() === closing) {
        this.#at += 1;
        return true;
      }
      const at = this.#at;
      const isNext = this.#sign() === "@" && this.#beginsEntry(this.#source.lastIndexOf("\n", at));
      if (this.#sign() === "" || isNext) {
        this.#fault(opensAt, `${whose} is not closed`, `put ${closing} behind its last field`);
        return false;
      }
      const name = this.#take(NAME)?.toLowerCase();
      this.#space();
      if (name === undefined || this.#sign() !== "=") {
        const found = name ?? this.#sign();
        const message = `in ${whose} no field can begin with ${JSON.stringify(found)}`;
        this.#fault(at, message, "write fields as name = {value}, with a comma between them");
        return false;
      }
      this.#at += 1;
      this.#space();
      const valueAt = this.#at;
      const value = this.#value(name);
      if (value === undefined) return false;
      fields.push({ name, value, at, valueAt });
      this.#space();
      if (![",", closing, "", "@"].includes(this.#sign()))
        this.#fault(
          this.#at,
          `in ${whose} no comma stands behind the value of "${name}"`,
          "put a comma there",
        );
    }
  }

  /** Values with `#` between them. */
  #value(name: string): string | undefined {
    let value = "";
    for (;;) {
      const part = this.#part(name);
      if (part === undefined) return undefined;
      value += part;
      this.#space();
      if (this.#sign() !== "#") return value;
      this.#at += 1;
      this.#space();
    }
  }

  #part(name: string): string | undefined {
    const at = this.#at;
    if (this.#sign() === "{") return this.#group(`the brace of "${name}" is not closed`);
    if (this.#sign() === '"') return this.#quoted(name);
    const word = this.#take(NAME);
    if (word === undefined) {
      this.#fault(at, `"${name}" has no value`, `write ${name} = {…}`);
      return undefined;
    }
    const known = this.#strings.get(word.toLowerCase());
    if (known === undefined && !/^\d+$/u.test(word))
      this.#fault(at, `no @string is called "${word}"`, `put words in braces: {${word}}`);
    return known ?? word;
  }

  /** What stands in braces that may hold more of them. */
  #group(message: string): string | undefined {
    const from = this.#at;
    const end = this.#endOfGroup(from, false);
    if (end === undefined) {
      this.#fault(from, message, "put } where it ends");
      return undefined;
    }
    this.#at = end;
    return this.#source.slice(from + 1, end - 1);
  }

  /** The offset behind the brace or bracket that closes the one at an offset. */
  #endOfGroup(from: number, holdsEntries: boolean): number | undefined {
    const isRound = this.#source[from] === "(";
    let depth = 0;
    for (let at = from; at < this.#source.length; at += 1) {
      const sign = this.#source[at];
      if (sign === "\\") at += 1;
      else if (sign === "{" || (at === from && isRound)) depth += 1;
      else if (sign === "}" || (sign === ")" && isRound && depth === 1)) {
        depth -= 1;
        if (depth === 0) return at + 1;
      } else if (sign === "\n" && !holdsEntries && this.#beginsEntry(at)) return undefined;
    }
    return undefined;
  }

  #quoted(name: string): string | undefined {
    const from = this.#at;
    let depth = 0;
    for (let at = from + 1; at < this.#source.length; at += 1) {
      const sign = this.#source[at];
      if (sign === "\\") at += 1;
      else if (sign === "{") depth += 1;
      else if (sign === "}") depth -= 1;
      else if (sign === '"' && depth === 0) {
        this.#at = at + 1;
        return this.#source.slice(from + 1, at);
      } else if (sign === "\n" && this.#beginsEntry(at)) break;
    }
    this.#fault(from, `the quotation mark of "${name}" is not closed`, 'put " where it ends');
    return undefined;
  }

  /** Whether the line behind a line's end begins an entry: what is open there was meant to end before. */
  #beginsEntry(lineEnd: number): boolean {
    NEXT_ENTRY.lastIndex = lineEnd;
    return NEXT_ENTRY.test(this.#source);
  }

  #space(): void {
    this.#take(SPACE);
  }

  #sign(): string {
    return this.#source[this.#at] ?? "";
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [taken] = pattern.exec(this.#source) ?? [];
    if (taken !== undefined) this.#at += taken.length;
    return taken;
  }

  #fault(at: number, message: string, mend?: string): void {
    this.#faults.push({ at, message, ...(mend === undefined ? {} : { mend }) });
  }
}
