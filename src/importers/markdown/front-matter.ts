import { parse } from "yaml";
import type { DocumentFields } from "../../edition/document-matter.ts";
import type { FieldDoubt } from "../../source/writing/markdown-file.ts";
import type { LeftBehind, Original } from "../ledger.ts";
import { dateOf } from "../reading/dates.ts";
import { type Passage, passageOf } from "../reading/passage.ts";

/** What stands above a text between two lines of hyphens. */
export interface FrontMatter {
  readonly title: Passage | undefined;
  readonly layout: string;
  readonly matter: Partial<Omit<DocumentFields, "id" | "title" | "number">>;
  readonly doubts: readonly FieldDoubt[];
  readonly originals: readonly Original[];
  readonly left: readonly LeftBehind[];
  /** Its words. */
  readonly text: string;
  /** How many lines it has. */
  readonly lines: number;
}

const NONE: FrontMatter = {
  title: undefined,
  layout: "",
  matter: {},
  doubts: [],
  originals: [],
  left: [],
  text: "",
  lines: 0,
};

/** Reads the fields above a text, if it has any. What this edition has no field for is left and told. */
export function readFrontMatter(markdown: string, file: string): FrontMatter {
  const raw = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(
    markdown.slice(0, LONGEST),
  );
  if (!raw) return NONE;
  const lines = raw[0].split("\n").length - 1;
  const fields = fieldsOf(raw[1] ?? "");
  const place = { file, line: 1, column: 1 };
  if (!fields) {
    const text = raw[1] ?? "";
    const left = { what: "front matter", why: "it is no YAML that can be read", text, place };
    return { ...NONE, left: [left], text, lines };
  }
  const reading = new Reading();
  const left: LeftBehind[] = [];
  let title: Passage | undefined;
  for (const [key, value] of Object.entries(fields)) {
    const words = wordsIn(value);
    const known = key === "title" ? undefined : readers.get(key.toLowerCase());
    if (key === "title" && words.length === 1 && words[0] !== undefined && words[0].trim() !== "")
      title = passageOf(words[0], place);
    else if (!known || words.length === 0 || !known(reading, words))
      left.push({
        what: `front matter: ${key}`,
        why: "this edition has no such field",
        text: [key, ...words].join(" "),
        place,
      });
    else reading.said.push(words.join("\n"));
  }
  const { matter, source, doubts, originals } = reading;
  return {
    title,
    layout: wordsIn(fields["layout"]).join(" "),
    matter: { ...matter, ...(Object.keys(source).length === 0 ? {} : { source }) },
    doubts,
    originals,
    left,
    text: [title?.letters ?? "", ...reading.said, ...left.map(({ text }) => text)].join("\n"),
    lines,
  };
}

/** No front matter is longer. */
const LONGEST = 200_000;

function fieldsOf(yaml: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = parse(yaml, {
      maxAliasCount: 20,
      logLevel: "silent",
      schema: "failsafe",
    });
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The words of a field, also of one within one. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, inner]: readonly [string, unknown]) =>
      Array.isArray(value) ? wordsIn(inner) : [key, ...wordsIn(inner)],
    );
  return [];
}

/** Fields in the making. */
class Reading {
  readonly matter: Partial<Omit<DocumentFields, "id" | "title" | "number" | "source">> = {};
  readonly source: NonNullable<DocumentFields["source"]> = {};
  readonly doubts: FieldDoubt[] = [];
  readonly originals: Original[] = [];
  readonly said: string[] = [];
  readonly #taken = new Set<string>();

  /** Whether a field is still free; from now on it is taken. */
  take(field: string, words: readonly string[]): boolean {
    if (this.#taken.has(field)) return false;
    this.#taken.add(field);
    this.originals.push({ text: words.join("\n"), order: "field", fields: [field] });
    return true;
  }
}

/** Takes words into a field; false where it cannot. */
type Reader = (reading: Reading, words: readonly string[]) => boolean;

const readers: ReadonlyMap<string, Reader> = new Map([
  ...row(
    "author authors creator by",
    list("authors", (to, words) => (to.matter.authors = words)),
  ),
  ...row(
    "editor editors contributor contributors",
    list("contributors", (to, words) => (to.matter.contributors = words)),
  ),
  ...row(
    "translator translators",
    list("translators", (to, words) => (to.matter.translators = words)),
  ),
  ...row(
    "recipient recipients to",
    list("recipients", (to, words) => (to.matter.recipients = words)),
  ),
  ...row(
    "subject subjects tags keywords categories",
    list("subjects", (to, words) => (to.matter.subjects = words)),
  ),
  ...row(
    "source publisher repository",
    one("source.repository", (to, words) => (to.source.repository = words)),
  ),
  ...row(
    "archive",
    one("source.archive", (to, words) => (to.source.archive = words)),
  ),
  ...row(
    "collection",
    one("source.collection", (to, words) => (to.source.collection = words)),
  ),
  ...row(
    "rights copyright license licence",
    one("rights.statement", (to, words) => (to.matter.rights = { statement: words })),
  ),
  ...row(
    "place location",
    one("place", (to, words) => (to.matter.place = words)),
  ),
  ...row(
    "kind type genre",
    one("kind", (to, words) => (to.matter.kind = words)),
  ),
  ...row(
    "publication-date published uploaded",
    dated("source.uploaded", (to, edtf) => (to.source.uploaded = edtf)),
  ),
  ...row(
    "date created",
    dated("date", (to, edtf) => (to.matter.date = edtf)),
  ),
]);

function row(keys: string, reader: Reader): readonly (readonly [string, Reader])[] {
  return keys.split(" ").map((key) => [key, reader] as const);
}

function list(field: string, set: (reading: Reading, words: string[]) => void): Reader {
  return (reading, words) => {
    if (!reading.take(field, words)) return false;
    set(reading, [...words]);
    return true;
  };
}

function one(field: string, set: (reading: Reading, words: string) => void): Reader {
  return (reading, words) => {
    const [only, ...others] = words;
    if (only === undefined || others.length > 0 || !reading.take(field, words)) return false;
    set(reading, only);
    return true;
  };
}

/** A date stands in its field only where EDTF writes it with the same letters. */
function dated(field: string, set: (reading: Reading, edtf: string) => void): Reader {
  return (reading, words) => {
    const [only = "", ...others] = words;
    const edtf = dateOf(only);
    if (others.length > 0) return false;
    if (edtf === undefined) {
      reading.doubts.push({
        field,
        message: `the date does not parse: ${only.slice(0, 100).replaceAll(/\s+/gu, " ")}`,
      });
      return false;
    }
    if (edtf !== only.trim()) {
      set(reading, edtf);
      return false;
    }
    if (!reading.take(field, words)) return false;
    set(reading, edtf);
    return true;
  };
}
