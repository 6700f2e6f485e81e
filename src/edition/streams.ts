/** A note's stream, by its name: one of the six that every edition has, or one that the edition adds. */
export type StreamName = string;

/** How the notes of a stream are called: 1, 2; a, b; *, †; or letters before a number: T1, T2. */
export type Marks = "numbers" | "letters" | "symbols" | { readonly before: string };

/** One row of the table of streams: who speaks in a note. */
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
  readonly marks: Marks;
  /** Whose words they are: the document's, or those of people who edit it. */
  readonly voice: "document" | "editors";
  /** Who gets them. What is for instructors is taken out before anything for students is made. */
  readonly audience: "everyone" | "instructors";
  /** Whether the edition has added it. */
  readonly own: boolean;
}

/** The streams of an edition. */
export interface Streams {
  /** In the order in which they stand where notes of several are listed together. */
  readonly rows: readonly Stream[];
  readonly byName: ReadonlyMap<StreamName, Stream>;
  readonly byPrefix: ReadonlyMap<string, Stream>;
  readonly byCode: ReadonlyMap<string, Stream>;
}

const everyone = { voice: "editors", audience: "everyone", own: false } as const;

/** The stream of notes whose label has no prefix. */
const editors: Stream = {
  ...everyone,
  name: "editor",
  prefix: "",
  code: "n",
  label: "Editor’s note",
  plural: "Editor’s notes",
  meaning: "The commentary of this edition.",
  marks: "numbers",
};

/** The stream that may be called without a colon: `[^src]`. */
const SOURCE = "src";

/** The streams of an edition that adds none. */
export const standardStreams: Streams = streamTable([
  {
    ...everyone,
    name: "source",
    prefix: SOURCE,
    code: "s",
    label: "Source note",
    plural: "Source notes",
    meaning: "Where the document lies, who holds it, and how it came here.",
    marks: { before: "S" },
  },
  {
    ...everyone,
    name: "original",
    prefix: "orig",
    code: "o",
    label: "Original note",
    plural: "Original notes",
    meaning: "A note that the document’s own author wrote.",
    marks: "symbols",
    voice: "document",
  },
  {
    ...everyone,
    name: "textual",
    prefix: "tx",
    code: "tx",
    label: "Textual note",
    plural: "Textual notes",
    meaning: "What the editor saw in the text itself: its state, its slips, its variants.",
    marks: "letters",
  },
  {
    ...everyone,
    name: "translator",
    prefix: "tr",
    code: "tr",
    label: "Translator’s note",
    plural: "Translator’s notes",
    meaning: "A note by the document’s translator.",
    marks: { before: "T" },
  },
  editors,
  {
    ...everyone,
    name: "instructor",
    prefix: "in",
    code: "in",
    label: "Instructor’s note",
    plural: "Instructor’s notes",
    meaning: "For those who teach; never in what students get.",
    marks: { before: "I" },
    audience: "instructors",
  },
]);

/** A table of streams from its rows. */
export function streamTable(rows: readonly Stream[]): Streams {
  return {
    rows,
    byName: new Map(rows.map((row) => [row.name, row])),
    byPrefix: new Map(rows.map((row) => [row.prefix, row])),
    byCode: new Map(rows.map((row) => [row.code, row])),
  };
}

/** The row of a stream; the editor's for a name that the edition does not know. */
export function streamNamed(name: StreamName, streams: Streams = standardStreams): Stream {
  return streams.byName.get(name) ?? editors;
}

/** The stream that a note's label names: `tr:1` the translator's, `1` and `anadyr` the editor's, `src` the source's. Nothing for an unknown prefix. */
export function streamOfLabel(
  label: string,
  streams: Streams = standardStreams,
): Stream | undefined {
  const colon = label.indexOf(":");
  if (colon === 0) return undefined;
  if (colon > 0) return streams.byPrefix.get(label.slice(0, colon));
  return streams.byPrefix.get(label === SOURCE ? SOURCE : "");
}

/** The mark by which a note is called, from its number in its stream: `1`, `a`, `*`, `T1`. */
export function markOf({ marks }: Pick<Stream, "marks">, number: number): string {
  switch (marks) {
    case "numbers":
      return String(number);
    case "letters":
      return letters(number);
    case "symbols":
      return symbols(number);
    default:
      return `${marks.before}${number}`;
  }
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
