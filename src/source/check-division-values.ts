import { didYouMean } from "../diagnostics/suggest.ts";
import { comparedIds } from "../edition/compared-ids.ts";
import { type DivisionName, type DivisionOption, questionKinds } from "../edition/divisions.ts";
import { readRanges } from "../edition/paragraph-ranges.ts";
import type { Division, WrittenOption } from "../edition/text.ts";
import type { Report } from "./markdown/reading.ts";

/** What is wrong with an attribute's value, and how to mend it; nothing where it can be read. */
type CheckValue = (
  value: string,
) => { readonly message: string; readonly mend: string } | undefined;

const wholeNumber =
  (least: number, most: number): CheckValue =>
  (value) =>
    /^\d{1,4}$/u.test(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : {
          message: `"${value}" is not a number from ${least} to ${most}`,
          mend: "write a whole number",
        };

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
  minutes: wholeNumber(1, 1000),
  lines: wholeNumber(0, 40),
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

/** Sees whether a division says what it must, and whether what it says can be read. */
export function checkDivisionValues(division: Division, report: Report): void {
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
  const of = options.get("of");
  if (of && division.name === "comparison" && comparedIds(division).length === 1)
    report(
      "attribute-invalid",
      of.place,
      "a comparison of one document",
      'name two at least, with a space between: of="first second"',
    );
}
