/** A note's stream: who speaks in it. */
export type StreamName = "source" | "original" | "textual" | "translator" | "editor" | "instructor";

/** One row of the table of streams. */
export interface Stream {
  readonly name: StreamName;
  /** What stands before the colon of a label: `tr` in `[^tr:1]`. Empty for the editor's. */
  readonly prefix: string;
  /** First letters of a note's coordinate: `tr` in `tr2`, `n` in `n2`. */
  readonly code: string;
  /** Who speaks, for one note: "Translator’s note". */
  readonly label: string;
  /** The same for several. */
  readonly plural: string;
  /** What the stream holds, one sentence for the editorial method. */
  readonly meaning: string;
  /** The mark by which a note is called, from its number in its stream: `1`, `a`, `*`. */
  readonly mark: (number: number) => string;
}

/** The six streams, in the order in which they stand where notes of several are listed together. */
export const streams: readonly Stream[] = [
  {
    name: "source",
    prefix: "src",
    code: "s",
    label: "Source note",
    plural: "Source notes",
    meaning: "Where the document lies, who holds it, and how it came here.",
    mark: (number) => `S${number}`,
  },
  {
    name: "original",
    prefix: "orig",
    code: "o",
    label: "Original note",
    plural: "Original notes",
    meaning: "A note that the document’s own author wrote.",
    mark: (number) => symbols(number),
  },
  {
    name: "textual",
    prefix: "tx",
    code: "tx",
    label: "Textual note",
    plural: "Textual notes",
    meaning: "What the editor saw in the text itself: its state, its slips, its variants.",
    mark: (number) => letters(number),
  },
  {
    name: "translator",
    prefix: "tr",
    code: "tr",
    label: "Translator’s note",
    plural: "Translator’s notes",
    meaning: "A note by the document’s translator.",
    mark: (number) => `T${number}`,
  },
  {
    name: "editor",
    prefix: "",
    code: "n",
    label: "Editor’s note",
    plural: "Editor’s notes",
    meaning: "The commentary of this edition.",
    mark: (number) => String(number),
  },
  {
    name: "instructor",
    prefix: "in",
    code: "in",
    label: "Instructor’s note",
    plural: "Instructor’s notes",
    meaning: "For those who teach; never in what students get.",
    mark: (number) => `I${number}`,
  },
];

/** The row of a stream. */
export function streamNamed(name: StreamName): Stream {
  const stream = streams.find((row) => row.name === name);
  if (!stream) throw new Error(`no stream ${name}`);
  return stream;
}

/** The stream that a note's label names: `tr:1` the translator's, `1` and `anadyr` the editor's, `src` the source's. Nothing for an unknown prefix. */
export function streamOfLabel(label: string): Stream | undefined {
  const colon = label.indexOf(":");
  if (colon >= 0) {
    const prefix = label.slice(0, colon);
    return prefix === "" ? undefined : streams.find((row) => row.prefix === prefix);
  }
  return streams.find((row) => row.prefix === label && label === "src") ?? streamNamed("editor");
}

/** Order of the classical marks: Chicago Manual of Style, 18th edition, on footnote symbols. */
const SYMBOLS = ["*", "†", "‡", "§"];

function symbols(number: number): string {
  const symbol = SYMBOLS[(number - 1) % SYMBOLS.length] ?? "*";
  return symbol.repeat(Math.ceil(number / SYMBOLS.length));
}

/** 1 → a, 26 → z, 27 → aa. */
function letters(number: number): string {
  let rest = number;
  let written = "";
  while (rest > 0) {
    rest -= 1;
    written = String.fromCharCode(97 + (rest % 26)) + written;
    rest = Math.floor(rest / 26);
  }
  return written;
}
