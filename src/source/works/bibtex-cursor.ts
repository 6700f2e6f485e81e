/** Something that is no BibTeX, and where. */
export interface BibtexFault {
  readonly at: number;
  readonly message: string;
  readonly mend?: string;
}

const SPACE = /(?:\s|%[^\n]*)*/y;
/** Where the next entry begins, whatever stands before it. */
const NEXT_ENTRY = /\n[ \t]*@[a-z]+[ \t]*[{(]/giy;

/** A place in a file of BibTeX that moves on as it is read, and what was wrong on the way. */
export class BibtexCursor {
  readonly source: string;
  readonly faults: BibtexFault[] = [];
  at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** The sign that stands here; nothing at the end. */
  sign(): string {
    return this.source[this.at] ?? "";
  }

  /** Goes on behind space and comments. */
  space(): void {
    this.take(SPACE);
  }

  /** What a sticky pattern finds here; goes on behind it. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [taken] = pattern.exec(this.source) ?? [];
    if (taken !== undefined) this.at += taken.length;
    return taken;
  }

  fault(at: number, message: string, mend?: string): void {
    this.faults.push({ at, message, ...(mend === undefined ? {} : { mend }) });
  }

  /** Whether the line behind a line's end begins an entry: what is open there was meant to end before. */
  beginsEntry(lineEnd: number): boolean {
    NEXT_ENTRY.lastIndex = lineEnd;
    return NEXT_ENTRY.test(this.source);
  }

  /** What stands in the braces here, which may hold more of them; goes on behind them. */
  group(message: string): string | undefined {
    const from = this.at;
    const end = this.endOfGroup(from, false);
    if (end === undefined) {
      this.fault(from, message, "put } where it ends");
      return undefined;
    }
    this.at = end;
    return this.source.slice(from + 1, end - 1);
  }

  /** The offset behind the brace or bracket that closes the one at an offset. */
  endOfGroup(from: number, holdsEntries: boolean): number | undefined {
    const isRound = this.source[from] === "(";
    let depth = 0;
    for (let at = from; at < this.source.length; at += 1) {
      const sign = this.source[at];
      if (sign === "\\") at += 1;
      else if (sign === "{" || (at === from && isRound)) depth += 1;
      else if (sign === "}" || (sign === ")" && isRound && depth === 1)) {
        depth -= 1;
        if (depth === 0) return at + 1;
      } else if (sign === "\n" && !holdsEntries && this.beginsEntry(at)) return undefined;
    }
    return undefined;
  }
}
