import { didYouMean } from "../diagnostics/suggest.ts";
import {
  type DivisionName,
  type DivisionOption,
  divisionNamed,
  questionKinds,
} from "../edition/divisions.ts";
import type { Entity } from "../edition/edition.ts";
import { readRanges } from "../edition/paragraph-ranges.ts";
import type { Block, Division, WrittenOption } from "../edition/text.ts";
import { type TextNode, childrenOf } from "../edition/walk.ts";
import type { Report } from "./markdown/reading.ts";

/** Divisions that hold questions, and so their answers. */
const ASKS: ReadonlySet<DivisionName> = new Set(["questions", "comparison", "worksheet"]);

/** What can hold divisions. */
const HOLDS_BLOCKS: ReadonlySet<TextNode["type"]> = new Set(["quotation", "list", "definitions"]);

/** Sees whether the parts of readers and the answers to questions stand where they can, and whether what divisions say of themselves can be read. */
export function checkDivisions(
  blocks: readonly Block[],
  kind: Entity["kind"],
  report: Report,
): void {
  const check = (node: TextNode, outer: readonly Division[]): void => {
    if (node.type === "division") {
      checkStanding(node, outer, kind, report);
      checkOptions(node, report);
    } else if (!HOLDS_BLOCKS.has(node.type)) return;
    const around = node.type === "division" ? [...outer, node] : outer;
    for (const inner of childrenOf(node)) check(inner, around);
  };
  for (const block of blocks) check(block, []);
}

function checkStanding(
  { name, place }: Division,
  outer: readonly Division[],
  kind: Entity["kind"],
  report: Report,
): void {
  const within = outer.at(-1)?.name;
  if (divisionNamed(name)?.side === "reader") {
    if (kind !== "reader")
      report(
        "division-misplaced",
        place,
        `a "${name}" outside of a reader`,
        "move it to a file in documents/readers/",
      );
    else if (within !== undefined && !(name === "reading" && within === "week"))
      report(
        "division-misplaced",
        place,
        `a "${name}" inside "${within}"`,
        `close "${within}" before it`,
      );
  }
  if (name === "answer" && !outer.some((one) => ASKS.has(one.name)))
    report(
      "division-misplaced",
      place,
      "an answer outside of questions",
      "put it under its question, inside ::: questions",
    );
}

/** What is wrong with an attribute's value, and how to mend it; nothing where it can be read. */
type CheckValue = (
  value: string,
) => { readonly message: string; readonly mend: string } | undefined;

const wholeNumber =
  (most: number): CheckValue =>
  (value) =>
    /^[1-9]\d*$/u.test(value) && Number(value) <= most
      ? undefined
      : { message: `"${value}" is not a number from 1 to ${most}`, mend: "write a whole number" };

const values: Readonly<Partial<Record<DivisionOption, CheckValue>>> = {
  paragraphs(value) {
    if (value.trim() === "")
      return { message: "an excerpt of nothing", mend: "name its paragraphs: p3-p7, p9" };
    const read = readRanges(value);
    return "ranges" in read
      ? undefined
      : {
          message: `"${read.unreadable}" cannot be read as paragraphs in ascending order`,
          mend: 'write paragraphs=p3, or paragraphs="p3-p7, p9"',
        };
  },
  minutes: wholeNumber(1000),
  lines: wholeNumber(40),
  kind(value) {
    const kinds = [...questionKinds.keys()];
    return kinds.includes(value)
      ? undefined
      : {
          message: `no kind of question "${value}"`,
          mend: didYouMean(value, kinds, `use one of ${kinds.join(", ")}`),
        };
  },
  purpose: plainWords,
};

/** Fields of words are shown to students as they are written. */
function plainWords(value: string): ReturnType<CheckValue> {
  if (!/\[\^|:::/u.test(value)) return undefined;
  return {
    message: "a note or a division inside an attribute, which students read as it is written",
    mend: "put it into the text below",
  };
}

/** What a division must say, by its name. */
const needed: ReadonlyMap<DivisionName, DivisionOption> = new Map([
  ["reading", "of"],
  ["comparison", "of"],
  ["worksheet", "name"],
]);

function checkOptions(division: Division, report: Report): void {
  const options: ReadonlyMap<DivisionOption, WrittenOption> = division.options ?? new Map();
  for (const [name, { value, place }] of options) {
    const wrong = values[name]?.(value);
    if (wrong) report("attribute-invalid", place, wrong.message, wrong.mend);
  }
  const wrongTitle = plainWords(division.title ?? "");
  if (wrongTitle) report("attribute-invalid", division.place, wrongTitle.message, wrongTitle.mend);
  const missing = needed.get(division.name);
  if (missing !== undefined && (options.get(missing)?.value ?? "").trim() === "")
    report(
      "attribute-missing",
      division.place,
      `a "${division.name}" that does not say ${missing === "name" ? "which" : "of what"}`,
      `write ::: {.${division.name} ${missing}=…}`,
    );
}
