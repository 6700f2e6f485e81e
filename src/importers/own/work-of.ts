import type { Streams } from "../../edition/streams.ts";
import { plainText } from "../../edition/walk.ts";
import type { ImportedWork } from "../importer.ts";
import type { Input } from "../input.ts";
import { type LeftBehind, type Original, countWords, lettersOf } from "../ledger.ts";
import { proveWork } from "../proof/prove-work.ts";
import { segmentsOf } from "../proof/segments.ts";
import { idOfFile } from "../reading/slug.ts";
import { Refusal } from "../refusal.ts";
import { tallyOf } from "../tally.ts";
import { compareWords, countPlainWords } from "./compare-words.ts";
import { type Given, isObject, listIn, textIn } from "./given-values.ts";
import { type OwnDrafts, ownDrafts } from "./own-drafts.ts";

/**
 * The work that an importer of the editor's own gives. Where it has counted what it read, it is proved as
 * Scholium's own are. Otherwise its texts are Markdown, and their words are compared with the input's here.
 */
export function workOf(given: unknown, input: Input, streams: Streams): ImportedWork {
  if (!isObject(given)) throw new Error('it must give an object with a list of "documents"');
  if (isWhole(given)) {
    proveWork(given);
    tallyOf(given);
    return given;
  }
  const drafts = ownDrafts(given, streams, idOfFile(input.name));
  const told = listIn(given, "left").map(leftBehind);
  const said = listIn(given, "remarks").map(String);
  const text = textOf(input);
  const compared =
    text === undefined
      ? undefined
      : compareWords(text, {
          texts: bodiesOf(drafts),
          taken: [drafts.markdown, fieldWords(drafts), ...told.map((one) => one.text)].join("\n"),
        });
  const added = compared?.added ?? [];
  const missing = compared?.missing ?? [];
  const left: readonly LeftBehind[] = [
    ...told,
    ...(missing.length > 0
      ? [{ what: "words", why: "the importer takes them nowhere", text: missing.join(" ") }]
      : []),
  ];
  const work = {
    documents: drafts.documents.map((draft) => ({ ...draft, originals: originalsOf(draft) })),
    essays: drafts.essays.map((draft) => ({ ...draft, originals: originalsOf(draft) })),
    readers: [],
    registers: [],
    volumes: [],
    images: [],
    left,
    remarks: [
      ...said,
      ...drafts.remarks,
      ...(added.length > 0 ? [`words that are not in the input: ${few(added)}`] : []),
      ...(text === undefined ? ["it is no text, so that its words could not be compared"] : []),
    ].map((message) => ({ message })),
  };
  const pieces = [...work.documents, ...work.essays].flatMap(({ originals }) => originals);
  const counted = {
    letters: [...pieces, ...left].reduce((sum, piece) => sum + lettersOf(piece.text).length, 0),
    words: countWords(text ?? drafts.markdown),
    notes: 0,
    references: 0,
    pages: 0,
    people: 0,
  };
  return {
    ...work,
    counted: { ...counted, ...tallyOf({ ...work, counted }) },
    compared: {
      words: compared?.words ?? counted.words,
      left: missing.length + countPlainWords(told.map((one) => one.text).join("\n")),
    },
  };
}

const LISTS = [
  "documents",
  "essays",
  "readers",
  "registers",
  "volumes",
  "images",
  "left",
  "remarks",
] as const;

/** Whether a work is in the form of Scholium's own importers. What it lacks inside shows when it is proved, and is then the importer's fault. */
function isWhole(given: Given): given is Given & ImportedWork {
  if (!("counted" in given)) return false;
  for (const field of LISTS)
    if (!Array.isArray(given[field])) throw new Error(`"${field}" must be a list`);
  return true;
}

type OwnDraft = OwnDrafts["documents"][number] | OwnDrafts["essays"][number];

function originalsOf({ blocks, notes }: OwnDraft): readonly Original[] {
  const text = segmentsOf(blocks, notes, "inline")
    .map(({ letters }) => letters)
    .join("");
  return text === "" ? [] : [{ text, order: "inline" }];
}

/** The words of the texts and their notes. */
function bodiesOf({ documents, essays }: OwnDrafts): string {
  return [...documents, ...essays]
    .flatMap(({ blocks, notes }) => [blocks, ...notes.map((note) => note.blocks)])
    .map(plainText)
    .join("\n");
}

/** All words of all fields. */
function fieldWords({ documents, essays }: OwnDrafts): string {
  return [...documents, ...essays].map(({ matter }) => JSON.stringify(matter)).join("\n");
}

function textOf(input: Input): string | undefined {
  try {
    return input.text();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function leftBehind(given: unknown): LeftBehind {
  const text = isObject(given) ? textIn(given, "text") : undefined;
  if (!isObject(given) || text === undefined)
    throw new Error('each of "left" must have "what", "why" and "text"');
  return { what: textIn(given, "what") ?? "words", why: textIn(given, "why") ?? "not said", text };
}

function few(words: readonly string[]): string {
  const shown = words.slice(0, 12).join(", ");
  return words.length > 12 ? `${shown}, and ${words.length - 12} more` : shown;
}
