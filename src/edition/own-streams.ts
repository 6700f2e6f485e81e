import { z } from "zod";
import { didYouMean } from "../diagnostics/suggest.ts";
import { ID, words } from "./fields.ts";
import {
  type Marks,
  type Stream,
  type StreamName,
  type Streams,
  standardStreams,
  streamTable,
} from "./streams.ts";

const smallLetters = (most: number) =>
  z
    .string({ error: "must be small letters" })
    .regex(new RegExp(`^[a-z]{1,${most}}$`), { error: `must be 1 to ${most} small letters, a–z` });

/** The streams of notes that an edition adds, by their names. */
export const ownStreamsSchema = z.record(
  z.string(),
  z.strictObject({
    /** What stands before the colon of a label: `mar` in `[^mar:1]`; the stream's name where left out. */
    prefix: smallLetters(16).optional(),
    /** First letters of a note's coordinate: `mar` in `mar2`; the prefix where left out. */
    code: smallLetters(8).optional(),
    /** Who speaks, for one note: "Marginal note"; made from the name where left out. */
    label: words().optional(),
    /** The same for several; the label with an s where left out. */
    plural: words().optional(),
    /** What the stream holds, one sentence for the key of marks. */
    meaning: words().optional(),
    /** How its notes are called: `numbers`, `letters`, `symbols`, or letters that stand before a number. */
    marks: z
      .string({ error: "must be numbers, letters, symbols, or letters before a number: M" })
      .regex(/^(?:numbers|letters|symbols|\p{L}{1,3})$/u, {
        error: "must be numbers, letters, symbols, or one to three letters before a number: M",
      })
      .optional(),
    /** The stream before which it stands where notes of several are listed together. */
    before: words().optional(),
    /** Whose words they are: the document's, or those of people who edit it. */
    voice: z
      .enum(["document", "editors"], { error: "must be document or editors" })
      .default("editors"),
    /** Who gets them. */
    for: z
      .enum(["everyone", "instructors"], { error: "must be everyone or instructors" })
      .default("everyone"),
  }),
);

/** The streams that an edition adds, as its settings hold them. */
export type OwnStreams = z.output<typeof ownStreamsSchema>;

/** Why a stream cannot be added as it is written. */
export interface StreamFault {
  readonly stream: StreamName;
  /** The field that is at fault; absent for the name itself. */
  readonly field?: "prefix" | "code" | "marks" | "before";
  readonly message: string;
  readonly mend: string;
}

/** The streams of an edition: Scholium's and its own. */
export function streamsOf({ streams }: { readonly streams: OwnStreams }): Streams {
  return addStreams(streams).streams;
}

/** What is wrong with the streams that an edition adds. */
export function streamFaults(added: OwnStreams): readonly StreamFault[] {
  return addStreams(added).faults;
}

/** Names that would make a class of the pages' own: `note-mark`. */
const RESERVED: readonly StreamName[] = ["mark", "label", "own"];

/** Before which an own stream stands where it says nothing: behind the editor's. */
const LAST = "instructor";

const OTHER_LETTERS = "choose other letters";

/**
 * Adds rows to the six, in the order of the file. A row that clashes is changed until it does not, so that
 * its notes can still be read while the fault is mended.
 */
function addStreams(added: OwnStreams): {
  readonly streams: Streams;
  readonly faults: readonly StreamFault[];
} {
  const rows = [...standardStreams.rows];
  const faults: StreamFault[] = [];
  const takenBy = (pick: (row: Stream) => string | undefined): Map<string, StreamName> =>
    new Map(rows.map((row) => [pick(row) ?? "", row.name]));
  const names = takenBy(({ name }) => name);
  for (const name of RESERVED) names.set(name, name);
  const prefixes = takenBy(({ prefix }) => prefix);
  const codes = takenBy(({ code }) => code).set("p", "");
  const leads = takenBy(({ marks }) => leadOf(marks));

  for (const [written, fields] of Object.entries(added)) {
    const fault = (field: StreamFault["field"], message: string, mend = OTHER_LETTERS): void => {
      faults.push({ stream: written, message, mend, ...(field ? { field } : {}) });
    };
    if (!ID.test(written))
      fault(undefined, `"${written}" cannot be a stream's name`, "use a–z, 0–9 and hyphens");
    if (names.has(written))
      fault(undefined, `"${written}" is a name of Scholium's own`, "choose another name");

    const prefix = fields.prefix ?? lettersOf(written);
    const samePrefix = prefixes.get(prefix);
    if (samePrefix !== undefined)
      fault("prefix", `the prefix "${prefix}" is taken by the stream "${samePrefix}"`);

    const code = fields.code ?? prefix.slice(0, 8);
    const sameCode = codes.get(code);
    if (code === "p") fault("code", 'the letter "p" counts paragraphs');
    // Where the code is the prefix, one message is enough.
    else if (sameCode !== undefined && (samePrefix === undefined || fields.code !== undefined))
      fault("code", `the letters "${code}" are taken by the stream "${sameCode}"`);

    const marks = marksOf(fields.marks) ?? freeMarks(prefix, leads);
    const lead = leadOf(marks);
    const sameLead = lead === undefined ? undefined : leads.get(lead);
    if (sameLead !== undefined)
      fault("marks", `the marks "${lead}1" are taken by the stream "${sameLead}"`);

    const { before = LAST } = fields;
    const at = rows.findLastIndex((row) => row.name === before);
    if (at < 0)
      fault(
        "before",
        `no stream "${before}" stands above this one`,
        didYouMean(before, names.keys(), "name one of the six, or one that stands above"),
      );

    const label = fields.label ?? labelOf(written);
    const row: Stream = {
      name: free(written, names),
      prefix: free(prefix, prefixes),
      code: free(code, codes),
      label,
      plural: fields.plural ?? `${label}s`,
      meaning: fields.meaning ?? "",
      marks,
      voice: fields.voice,
      audience: fields.for,
      own: true,
    };
    rows.splice(at < 0 ? rows.length - 1 : at, 0, row);
    names.set(row.name, row.name);
    prefixes.set(row.prefix, row.name);
    codes.set(row.code, row.name);
    if (lead !== undefined) leads.set(lead, row.name);
  }
  return { streams: streamTable(rows), faults };
}

/** A word that nobody has yet: the word itself, if it can be. */
function free(word: string, taken: ReadonlyMap<string, StreamName>): string {
  let found = word;
  while (taken.has(found)) found += "x";
  return found;
}

/** The small letters of a name. */
function lettersOf(name: string): string {
  const letters = name.toLowerCase().replaceAll(/[^a-z]/g, "");
  return letters === "" ? "x" : letters.slice(0, 16);
}

function labelOf(name: string): string {
  const spaced = name.replaceAll("-", " ");
  return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)} note`;
}

function marksOf(written: string | undefined): Marks | undefined {
  if (written === undefined) return undefined;
  if (written === "numbers" || written === "letters" || written === "symbols") return written;
  return { before: written };
}

/** The first letters of a prefix that no other stream has before its numbers. */
function freeMarks(prefix: string, leads: ReadonlyMap<string, StreamName>): Marks {
  const word = prefix.charAt(0).toUpperCase() + prefix.slice(1);
  const before = [1, 2, 3].map((length) => word.slice(0, length)).find((lead) => !leads.has(lead));
  return { before: before ?? word.slice(0, 3) };
}

/** What stands before the numbers of a stream's marks. */
function leadOf(marks: Marks): string | undefined {
  return typeof marks === "string" ? undefined : marks.before;
}
