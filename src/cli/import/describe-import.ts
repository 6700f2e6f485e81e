import { count } from "../progress.ts";
import type { Voice } from "../terminal.ts";
import type { BalanceRow } from "../../importers/balance.ts";
import { heldKinds, heldTogether } from "../../importers/ledger.ts";
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
  const { balance, made, refusal, remarks, errors } = input;
  if (refusal !== undefined) return [input.input, `  error: ${refusal}`];
  const held = [
    ...made.map(({ number, one, several }) => count(number, one, several)),
    ...balance
      .filter(({ kind, out }) => kind === "words" || (kind === "notes" && out > 0))
      .map(({ kind, out }) => count(out, ...nouns[kind])),
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
    balance: balancedTogether(read.flatMap(({ balance }) => balance)),
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

function balancedTogether(rows: readonly BalanceRow[]): readonly BalanceRow[] {
  return (["words", ...heldKinds] as const).map((kind) => {
    const row = { kind, in: 0, out: 0, left: 0 };
    for (const one of rows) {
      if (one.kind !== kind) continue;
      row.in += one.in;
      row.out += one.out;
      row.left += one.left;
    }
    return row;
  });
}

function togetherLeft(left: readonly LeftKind[]): readonly LeftKind[] {
  const kinds = new Map<string, LeftKind>();
  for (const kind of left) {
    const key = `${kind.what}\n${kind.why}`;
    const { words, holds, times } = kinds.get(key) ?? { words: 0, holds: {}, times: 0 };
    kinds.set(key, {
      ...kind,
      words: words + kind.words,
      holds: heldTogether(holds, kind.holds),
      times: times + kind.times,
    });
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

/** What is counted, as it is called of one and of several. */
const nouns: Readonly<Record<BalanceRow["kind"], readonly [one: string, several: string]>> = {
  words: ["word", "words"],
  notes: ["note", "notes"],
  references: ["reference", "references"],
  pages: ["page", "pages"],
  people: ["mention of a person", "mentions of people"],
};

/** `words 1200 in, 1180 out, 20 left behind; notes 3 in, 3 out`: what went in and what became of it. */
function countLines({ balance }: InputReport): readonly string[] {
  const rows = balance.filter((row) => row.kind === "words" || row.in > 0 || row.out > 0);
  return rows.length === 0 ? [] : [`  ${rows.map(describeRow).join("; ")}`];
}

/** Where a row does not add up it says so. */
function describeRow({ kind, in: before, out, left }: BalanceRow): string {
  const missing = before - out - left;
  return [
    `${kind === "people" ? nouns.people[1] : kind} ${before} in`,
    `${out} out`,
    ...(left > 0 ? [`${left} left behind`] : []),
    ...(missing > 0 ? [`${missing} not found again`] : []),
    ...(missing < 0 ? [`${-missing} of them not seen in the input`] : []),
  ].join(", ");
}

/** `left behind: menu, 2 times, 12 words, 3 references: it is the site's`. */
function leftLines({ left }: InputReport): readonly string[] {
  return left.map(({ what, why, words, holds, times }) => {
    const held = heldKinds.flatMap((kind) => {
      const number = holds[kind] ?? 0;
      return number > 0 ? [count(number, ...nouns[kind])] : [];
    });
    const isBare = words === 0 && held.length > 0;
    return `  left behind: ${[
      what,
      ...(times > 1 && !isBare ? [`${times} times`] : []),
      ...(isBare ? [] : [count(words, "word")]),
      ...held,
    ].join(", ")}: ${why}`;
  });
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
