import { count } from "../progress.ts";
import type { Voice } from "../terminal.ts";
import type { FileReport, ImportReport, InputReport } from "./import-report.ts";

/** How much is said. */
export interface Telling {
  /** Everything, instead of the first few of many. */
  readonly verbose: boolean;
}

/** How many of many are named where not everything is said. */
const FEW = 5;

/** Says what an import has done, input by input. */
export function sayImport(voice: Voice, report: ImportReport, telling: Telling): void {
  for (const input of report.inputs)
    for (const line of linesOf(input, report, telling)) voice.say(line);
  if (report.passedOver.length > 0) {
    voice.say("left aside");
    const byWhy = new Map<string, string[]>();
    for (const { name, why } of report.passedOver)
      byWhy.set(why, [...(byWhy.get(why) ?? []), name]);
    for (const [why, names] of byWhy) {
      voice.say(`  ${count(names.length, "file")}: ${why}`);
      for (const line of few(names, telling)) voice.say(`    ${line}`);
    }
  }
  if (report.files.length > 0) {
    voice.say("the edition");
    for (const line of filesLines(report.files, report.dryRun, { verbose: true })) voice.say(line);
  }
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
