import { setImmediate } from "node:timers/promises";
import { streamsOf } from "../../edition/own-streams.ts";
import type { SettingsFields } from "../../edition/settings.ts";
import type { Streams } from "../../edition/streams.ts";
import { balanceOf } from "../../importers/balance.ts";
import { findDoubts } from "../../importers/find-doubts.ts";
import type { Importer, ImportedWork } from "../../importers/importer.ts";
import { type Holdings, holdingsOf } from "../../importers/plan/holdings.ts";
import { type PlacedFile, placeWork } from "../../importers/plan/place-work.ts";
import { firstFree } from "../../importers/plan/safe-names.ts";
import { proveFile } from "../../importers/proof/prove-file.ts";
import type { Discrepancy } from "../../importers/proof/prove-originals.ts";
import { proveWork } from "../../importers/proof/prove-work.ts";
import { contentOf } from "../../importers/write-file.ts";
import { listEdition } from "../../source/edition-folder.ts";
import { readEdition } from "../../source/read-edition.ts";
import { writeReader } from "../../source/writing/write-reader.ts";
import { writeSettings } from "../../source/writing/write-settings.ts";
import { titleOf } from "../new/read-from.ts";
import type { Progress } from "../progress.ts";
import type { FoundInputs } from "./find-inputs.ts";
import { describeRefusal, leftKinds, madeOf, readInput } from "./import-input.ts";
import type { FileReport, ImportReport, InputReport, PlacedDoubt } from "./import-report.ts";
import { type Putting, clearLeftovers, putFile } from "./put-file.ts";

/** What to import, and into what. */
export interface ImportOrder {
  readonly found: Extract<FoundInputs, { readonly kind: "found" }>;
  /** The edition's folder; it may not be there yet. */
  readonly folder: string;
  /** Folders below `documents/texts/`; empty for none. */
  readonly texts: string;
  readonly importers: readonly Importer[];
  readonly form: Importer | undefined;
  readonly force: boolean;
  readonly dryRun: boolean;
  readonly progress: Progress;
}

/** Imports one input after the other; each file is proved and then written whole. */
export async function importEdition(order: ImportOrder): Promise<ImportReport> {
  const { found, folder, progress, dryRun } = order;
  const putting: Putting = { folder, force: order.force, dryRun };
  if (!dryRun) clearLeftovers(folder);
  const { edition } = await readEdition(folder);
  const { files } = await listEdition(folder);
  const holdings = holdingsOf(edition, Object.values(files).flat());
  const streams = streamsOf(edition.settings);
  const reading = {
    importers: order.importers,
    form: order.form,
    context: { language: edition.settings.language },
  };
  const stage = progress.begin("Importing");
  const inputs: InputReport[] = [];
  const passedOver = [...found.passedOver];
  const settings: SettingsFields[] = [];
  let isFinal = false;
  for (const [index, input] of found.inputs.entries()) {
    if (isFinal) break;
    const step = (now: string): void =>
      stage.step({ done: index, total: found.inputs.length, of: "inputs", now });
    step(input.name);
    // Lets an interrupt in.
    await setImmediate();
    const read = await readInput(input, reading);
    if (read.kind === "unknown") {
      passedOver.push({ name: input.name, why: read.why, isWrong: false });
      continue;
    }
    if (read.kind === "refused") {
      inputs.push({
        ...nothingOf(input.name),
        ...(read.importer && { form: read.importer }),
        refusal: read.why,
      });
      continue;
    }
    const { importer, work } = read;
    if (work.settings) settings.push(work.settings);
    const taken = await takeIn(work, {
      holdings,
      order,
      putting,
      step,
      name: input.name,
      streams,
    });
    isFinal = taken.isFinal;
    const { name, label } = importer;
    inputs.push({ ...taken.report, input: input.name, form: { name, label } });
  }
  const hasMade = inputs.some((input) => input.files.some(({ outcome }) => outcome !== "failed"));
  const whole = hasMade && !isFinal ? await completeEdition(settings, holdings, putting) : [];
  progress.clear();
  return { inputs, passedOver, files: whole, dryRun };
}

function nothingOf(input: string): InputReport {
  return { input, made: [], balance: [], left: [], remarks: [], doubts: [], files: [], errors: [] };
}

interface Taking {
  readonly holdings: Holdings;
  readonly order: ImportOrder;
  readonly putting: Putting;
  readonly step: (now: string) => void;
  readonly name: string;
  /** Of notes, to read back what was written. */
  readonly streams: Streams;
}

/** Proves, places and writes what one input gave. */
async function takeIn(
  work: ImportedWork,
  { holdings, order, putting, step, name, streams }: Taking,
): Promise<{ readonly report: InputReport; readonly isFinal: boolean }> {
  const proof = proveWork(work);
  const placed = placeWork(work, { holdings, folder: order.texts });
  const images = new Set(
    [...holdings.planned, ...[...holdings.files.values()].map((file) => file.path)]
      .filter((file) => file.startsWith("documents/images/"))
      .map((file) => file.slice("documents/".length)),
  );
  const errors: string[] = [];
  const files: FileReport[] = [];
  const unwritten = new Set<object>();
  const doubts: PlacedDoubt[] = [];
  let isFinal = false;
  if (proof.unaccounted !== 0)
    errors.push(
      proof.unaccounted > 0
        ? `${proof.unaccounted} letters of the input stand in no file and are not told as left behind`
        : `${-proof.unaccounted} letters more are told of than the input has`,
    );
  for (const [index, file] of placed.files.entries()) {
    step(`${name}: ${index} of ${placed.files.length} files`);
    await setImmediate();
    const made = madeFile(file, images, streams);
    if (made.kind === "unmade") {
      errors.push(`${file.path}: ${made.why}`);
      files.push({ path: file.path, outcome: "failed", why: "it could not be made" });
      unwritten.add(file.source);
      continue;
    }
    const { content, back } = made;
    const wrong = [
      ...(proof.drafts.get(file.source) ?? []).map(describeDiscrepancy),
      ...(back.difference
        ? [
            `what was written is not read as it was meant, at ${back.difference.path}: ${back.difference.wanted} became ${back.difference.got}`,
          ]
        : []),
    ];
    if (wrong.length > 0) {
      errors.push(...wrong.map((sentence) => `${file.path}: ${sentence}`));
      files.push({ path: file.path, outcome: "failed", why: "it could not be proved" });
      unwritten.add(file.source);
      continue;
    }
    const put = putFile(file.path, content, putting);
    files.push({ path: file.path, ...put });
    if (put.outcome === "failed" && put.isFinal) {
      isFinal = true;
      break;
    }
    if (file.kind !== "image" && put.outcome !== "kept" && put.outcome !== "failed")
      for (const doubt of findDoubts(Buffer.from(content).toString("utf8")))
        doubts.push({ file: file.path, ...doubt });
  }
  const report: InputReport = {
    ...nothingOf(name),
    made: madeOf(work),
    balance: balanceOf(work, proof, unwritten),
    left: leftKinds(work.left),
    remarks: [
      ...work.remarks.map(({ place, message }) =>
        place === undefined ? message : `line ${place.line}: ${message}`,
      ),
      ...placed.remarks,
      ...(placed.files.length === 0 ? ["nothing in it makes a document"] : []),
    ],
    doubts,
    files,
    errors,
  };
  return { report, isFinal };
}

type MadeFile =
  | {
      readonly kind: "made";
      readonly content: Uint8Array;
      readonly back: ReturnType<typeof proveFile>;
    }
  | { readonly kind: "unmade"; readonly why: string };

/** A file's bytes, read back; a text so long that a library cannot do it spoils no other file. */
function madeFile(file: PlacedFile, images: ReadonlySet<string>, streams: Streams): MadeFile {
  try {
    const content = contentOf(file);
    return { kind: "made", content, back: proveFile(file, content, images, streams) };
  } catch (error) {
    return { kind: "unmade", why: describeRefusal(error) };
  }
}

/** `edition.yaml` and a reader of everything, where the edition has none: so that it builds and prints at once. */
async function completeEdition(
  settings: readonly SettingsFields[],
  holdings: Holdings,
  putting: Putting,
): Promise<readonly FileReport[]> {
  const files: FileReport[] = [];
  const own = settingsOf(settings, putting.folder);
  const put = (file: string, text: string): void => {
    files.push({ path: file, ...putFile(file, Buffer.from(text), putting) });
  };
  if (!holdings.hasSettings) put("documents/edition.yaml", writeSettings(own));
  if (!holdings.hasReaders) {
    const id = firstFree("whole", (name) => holdings.ids.has(name));
    const matter = { id, title: own.title };
    put(`documents/readers/${id}.md`, writeReader({ matter, doubts: [], blocks: [], notes: [] }));
  }
  return files;
}

/** What the only work says of itself; of several, only what all say. */
function settingsOf(settings: readonly SettingsFields[], folder: string): SettingsFields {
  const [first, ...others] = settings;
  if (first && others.every(({ title }) => title === first.title)) return first;
  return { title: titleOf(folder) };
}

function describeDiscrepancy({ where, input, draft }: Discrepancy): string {
  return `${where} is not the input's: there ${shown(input)}, here ${shown(draft)}`;
}

function shown(letters: string): string {
  return letters === "" ? "nothing more" : `"${letters}"`;
}
