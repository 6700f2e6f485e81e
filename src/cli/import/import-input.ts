import type { ImportContext, Importer, ImportedWork } from "../../importers/importer.ts";
import type { Input } from "../../importers/input.ts";
import { inputOf } from "../../importers/input.ts";
import { type LeftBehind, countWords, heldTogether } from "../../importers/ledger.ts";
import { isBinary } from "../../importers/decode-text.ts";
import { recognize } from "../../importers/recognize.ts";
import { Refusal } from "../../importers/refusal.ts";
import { describeMachineFailure } from "../failure.ts";
import type { FoundInput } from "./find-inputs.ts";
import type { LeftKind, Made } from "./import-report.ts";
import { readBytes, readerBeside } from "./read-bytes.ts";

/** What came of reading an input. */
export type ReadInput =
  | { readonly kind: "read"; readonly importer: Importer; readonly work: ImportedWork }
  /** Of no form that is known: of a folder's file that is no fault. */
  | { readonly kind: "unknown"; readonly why: string }
  | { readonly kind: "refused"; readonly importer: Importer | undefined; readonly why: string };

/** How inputs are read. */
export interface Reading {
  readonly importers: readonly Importer[];
  /** The form that the editor named. */
  readonly form: Importer | undefined;
  readonly context: ImportContext;
}

/** Reads one input: never throws, whatever is in it. */
export async function readInput(found: FoundInput, reading: Reading): Promise<ReadInput> {
  let importer = reading.form;
  try {
    const input = await open(found);
    if (input.bytes.length === 0) return empty(found);
    importer ??= recognize(input, reading.importers);
    if (!importer) return unknown(found, input);
    return { kind: "read", importer, work: await importer.read(input, reading.context) };
  } catch (error) {
    return { kind: "refused", importer, why: describeRefusal(error) };
  }
}

async function open({ name, path, root }: FoundInput): Promise<Input> {
  const bytes = await readBytes(path ?? process.stdin);
  return inputOf(name, bytes, path === undefined ? undefined : readerBeside(path, root));
}

/** Text that cannot even be decoded is refused with that word, since it may well be of a form that is known. */
function unknown({ isNamed }: FoundInput, input: Input): ReadInput {
  if (!isBinary(input.bytes)) input.text();
  if (!isNamed) return { kind: "unknown", why: "not of a form that is known" };
  throw new Refusal("it is not of a form that is known", "name its form: --form NAME");
}

function empty({ isNamed }: FoundInput): ReadInput {
  if (!isNamed) return { kind: "unknown", why: "empty" };
  throw new Refusal("it is empty", "see whether it is the right file");
}

/** Why something could not be read or made, in a line. */
export function describeRefusal(error: unknown): string {
  if (error instanceof RangeError)
    return "a line or a paragraph of it is too long; break it into several";
  if (error instanceof Refusal) {
    const { place, message, mend } = error;
    const at = place === undefined ? "" : `line ${place.line}, column ${place.column}: `;
    return `${at}${message}; ${mend}`;
  }
  const machine = describeMachineFailure(error);
  if (machine !== undefined) return machine;
  if (process.env.SCHOLIUM_DEBUG) console.error(error);
  const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return `it could not be read, which is a fault of the importer and not of the file: ${reason}; please report it`;
}

/** What was left behind, each kind once, in the order in which it first came. */
export function leftKinds(left: readonly LeftBehind[]): readonly LeftKind[] {
  const kinds = new Map<string, LeftKind>();
  for (const { what, why, text, holds = {} } of left) {
    const key = `${what}\n${why}`;
    const known = kinds.get(key) ?? { what, why, words: 0, holds: {}, times: 0 };
    kinds.set(key, {
      ...known,
      words: known.words + countWords(text),
      holds: heldTogether(known.holds, holds),
      times: known.times + 1,
    });
  }
  return [...kinds.values()];
}

/** What a work holds, by its nouns. */
export function madeOf(work: ImportedWork): readonly Made[] {
  const entriesOf = (register: string): number =>
    work.registers
      .filter((draft) => draft.register === register)
      .reduce((sum, { entries }) => sum + entries.length, 0);
  return [
    { number: work.documents.length, one: "document", several: "documents" },
    { number: work.essays.length, one: "essay", several: "essays" },
    { number: entriesOf("people"), one: "person", several: "people" },
    { number: entriesOf("places"), one: "place", several: "places" },
    { number: entriesOf("organizations"), one: "organization", several: "organizations" },
    { number: entriesOf("terms"), one: "term", several: "terms" },
    { number: work.images.length, one: "picture", several: "pictures" },
  ].filter(({ number }) => number > 0);
}
