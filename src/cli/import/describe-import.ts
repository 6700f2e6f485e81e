import { count } from "../progress.ts";
import type { Voice } from "../terminal.ts";
import type { Counted } from "../../importers/importer.ts";
import type { Tally } from "../../importers/tally.ts";
import type { FileReport, ImportReport, InputReport, LeftKind } from "./import-report.ts";

/** How much is said. */
export interface Telling {
  /** Everything, instead of the first few of many. */
  readonly verbose: boolean;
}

/** How many of many are named where not everything is said. */
const FEW = 5;

/** More inputs than these are told in a line each, with what they have in common behind them. */
const MANY = 4;

/** Says what an import has done, input by input. */
export function sayImport(voice: Voice, report: ImportReport, telling: Telling): void {
  const { inputs, passedOver, files, dryRun } = report;
  const isShort = inputs.length >= MANY && !telling.verbose;
  const lines = [
    ...inputs.flatMap((input) =>
      isShort ? shortLinesOf(input, telling) : linesOf(input, report, telling),
    ),
    ...(isShort ? togetherLines(report, telling) : []),
    ...passedOverLines(passedOver, telling),
    ...(files.length > 0 ? ["the edition", ...filesLines(files, dryRun, { verbose: true })] : []),
  ];
  for (const line of lines) voice.say(line);
}

/** `letter.docx: 1 document, 706 words, 2 notes`, and below it only what is the input's own. */
function shortLinesOf(input: InputReport, telling: Telling): readonly string[] {
  const { tally, made, refusal, remarks, errors } = input;
  if (refusal !== undefined) return [input.input, `  error: ${refusal}`];
  const held = [
    ...made.map(({ number, one, several }) => count(number, one, several)),
    ...(tally ? [count(tally.words, "word")] : []),
    ...(tally && tally.notes > 0 ? [count(tally.notes, "note")] : []),
  ];
  return [
    `${input.input}: ${held.join(", ")}`,
    ...remarks.map((remark) => `  note: ${remark}`),
    ...doubtLines(input, telling),
    ...errors.map((error) => `  error: ${error}`),
  ];
}

/** What many inputs have in common: all that went in and came out, was left behind, and was written. */
function togetherLines({ inputs, dryRun }: ImportReport, telling: Telling): readonly string[] {
  const read = inputs.filter(({ refusal }) => refusal === undefined);
  const together: InputReport = {
    input: "",
    made: [],
    remarks: [],
    doubts: [],
    errors: [],
    counted: sumOf(read.map(({ counted }) => counted)),
    tally: sumOf(read.map(({ tally }) => tally)),
    left: togetherLeft(read.flatMap(({ left }) => left)),
    files: read.flatMap(({ files }) => files),
  };
  const refused = inputs.length - read.length;
  const doubts = read.reduce((sum, input) => sum + input.doubts.length, 0);
  return [
    `together ${count(read.length, "input")}${refused > 0 ? `; ${refused} refused` : ""}${doubts > 0 ? `; ${count(doubts, "doubt")}` : ""}`,
    ...countLines(together),
    ...leftLines(together),
    ...filesLines(together.files, dryRun, telling),
  ];
}

function sumOf(counts: readonly (Tally | Counted | undefined)[]): Counted {
  const sum = { letters: 0, words: 0, notes: 0, references: 0, pages: 0, people: 0 };
  for (const one of counts) {
    sum.words += one?.words ?? 0;
    sum.notes += one?.notes ?? 0;
    sum.references += one?.references ?? 0;
    sum.pages += one?.pages ?? 0;
    sum.people += one?.people ?? 0;
  }
  return sum;
}

function togetherLeft(left: readonly LeftKind[]): readonly LeftKind[] {
  const kinds = new Map<string, LeftKind>();
  for (const kind of left) {
    const key = `${kind.what}\n${kind.why}`;
    const { words, times } = kinds.get(key) ?? { words: 0, times: 0 };
    kinds.set(key, { ...kind, words: words + kind.words, times: times + kind.times });
  }
  return [...kinds.values()];
}

function passedOverLines(
  passedOver: ImportReport["passedOver"],
  telling: Telling,
): readonly string[] {
  const byWhy = new Map<string, string[]>();
  for (const { name, why } of passedOver) {
    const names = byWhy.get(why) ?? [];
    byWhy.set(why, names);
    names.push(name);
  }
  if (byWhy.size === 0) return [];
  return [
    "left aside",
    ...[...byWhy].flatMap(([why, names]) => [
      `  ${count(names.length, "file")}: ${why}`,
      ...few(names, telling).map((name) => `    ${name}`),
    ]),
  ];
}

function linesOf(
  input: InputReport,
  { dryRun }: ImportReport,
  telling: Telling,
): readonly string[] {
  const { form, refusal } = input;
  const read = form === undefined ? "" : `: ${form.label} (${form.name})`;
  if (refusal !== undefined) return [`${input.input}${read}`, `  error: ${refusal}`];
  return [
    `${input.input}${read}`,
    ...(input.made.length > 0
      ? [
          `  ${input.made.map(({ number, one, several }) => count(number, one, several)).join(", ")}`,
        ]
      : []),
    ...countLines(input),
    ...leftLines(input),
    ...input.remarks.map((remark) => `  note: ${remark}`),
    ...doubtLines(input, telling),
    ...input.errors.map((error) => `  error: ${error}`),
    ...filesLines(input.files, dryRun, telling),
  ];
}

/** `words 1200 in, 1180 out, 20 left behind; notes 3 in, 3 out`: what went in and what came out. */
function countLines({ counted, tally, left }: InputReport): readonly string[] {
  if (!counted || !tally) return [];
  const words = left.reduce((sum, kind) => sum + kind.words, 0);
  const rows = (["words", "notes", "references", "pages", "people"] as const)
    .filter((kind) => kind === "words" || counted[kind] > 0 || tally[kind] > 0)
    .map((kind) => {
      const behind = kind === "words" && words > 0 ? `, ${words} left behind` : "";
      return `${kind} ${counted[kind]} in, ${tally[kind]} out${behind}`;
    });
  return [`  ${rows.join("; ")}`];
}

function leftLines({ left }: InputReport): readonly string[] {
  return left.map(
    ({ what, why, words, times }) =>
      `  left behind: ${what}${times > 1 ? `, ${times} times` : ""}, ${count(words, "word")}: ${why}`,
  );
}

function doubtLines({ doubts }: InputReport, telling: Telling): readonly string[] {
  if (doubts.length === 0) return [];
  const lines = doubts.map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
  );
  return [
    `  ${count(doubts.length, "doubt")} for an editor to decide:`,
    ...few(lines, telling).map((line) => `    ${line}`),
  ];
}

/** What each outcome is called, and what it would be. */
const outcomes: readonly {
  readonly outcome: FileReport["outcome"];
  readonly done: string;
  readonly planned: string;
  readonly isNamed: boolean;
}[] = [
  { outcome: "written", done: "written", planned: "would be written", isNamed: false },
  { outcome: "swapped", done: "swapped", planned: "would be swapped", isNamed: true },
  { outcome: "unchanged", done: "unchanged", planned: "unchanged", isNamed: false },
  {
    outcome: "kept",
    done: "left as it is, since it is there already (--force swaps it)",
    planned: "would be left as it is, since it is there already (--force swaps it)",
    isNamed: true,
  },
];

function filesLines(
  files: readonly FileReport[],
  dryRun: boolean,
  telling: Telling,
): readonly string[] {
  const lines: string[] = [];
  for (const { outcome, done, planned, isNamed } of outcomes) {
    const paths = files.filter((file) => file.outcome === outcome).map((file) => file.path);
    if (paths.length === 0) continue;
    const words = dryRun ? planned : done;
    if (paths.length === 1) {
      lines.push(`  ${words}: ${paths.join()}`);
      continue;
    }
    lines.push(`  ${words}: ${count(paths.length, "file")}`);
    if (isNamed || telling.verbose) lines.push(...few(paths, telling).map((path) => `    ${path}`));
  }
  for (const { path, outcome, why } of files)
    if (outcome === "failed") lines.push(`  error: ${path} was not written: ${why ?? ""}`);
  return lines;
}

function few(lines: readonly string[], { verbose }: Telling): readonly string[] {
  if (verbose || lines.length <= FEW + 1) return lines;
  return [...lines.slice(0, FEW), `and ${lines.length - FEW} more; --verbose names them all`];
}
