import type { EdtfDate } from "../../edition/date.ts";
import type { CitedDocument } from "../cited-document.ts";
import { namesInWords } from "../cited-names.ts";
import { placeInEdition } from "../cited-place.ts";
import { cslDate } from "../csl-date.ts";
import { onlyYear } from "../only-year.ts";
import { inSmallLetters } from "../small-letters.ts";
import { extraLines, rightsLine } from "./extra-lines.ts";
import { plainLine } from "./plain-line.ts";
import { simpleDate } from "./simple-date.ts";
import { undividedName } from "./undivided-name.ts";

/** Documents as RIS, a record behind the other. Lines end as Windows ends them, which the form asks for. */
export function writeRis(documents: readonly CitedDocument[]): string {
  return documents.map(risRecord).join("\r\n");
}

type Field = readonly [tag: string, value: string | undefined];

/**
 * A record. MANSCPT, since of the kinds that fit this is the one that reference managers keep with archive and
 * translator; the kind itself stands in M3. In M2 is what only Zotero takes: lines for its field Extra, with the names
 * that CSL has for them. Nothing is wrapped, since programs take the end of a line for the end of a word, or for nothing.
 */
function risRecord(document: CitedDocument): string {
  const { authors, translators, source, date, kind } = document;
  const fields: readonly Field[] = [
    ["TY", "MANSCPT"],
    ["ID", document.id],
    ["TI", document.title],
    ["ST", document.shortTitle],
    ...authors.map((name): Field => ["AU", undividedName(name)]),
    ...translators.map((name): Field => ["A4", undividedName(name)]),
    ...(date ? dateFields(date) : []),
    ["M3", kind && inSmallLetters(kind)],
    ["DB", source.archive],
    ["AV", source.location],
    ["DP", document.edition.title],
    ["CN", source.recordId],
    ["LA", document.language],
    ["AB", document.abstract],
    ...keywords(document.subjects).map((subject): Field => ["KW", subject]),
    ...extraLines(document).map((line): Field => ["M2", line]),
    ["N1", remark(document)],
    ["CR", rightsLine(document)],
    ["UR", document.url],
    ["L1", document.pdf],
  ];
  const lines = fields.flatMap(([tag, value]) => {
    const line = plainLine(value ?? "");
    return line === "" ? [] : [`${tag}  - ${line}`];
  });
  return `${[...lines, "ER  - "].join("\r\n")}\r\n`;
}

/** Programs divide keywords at semicolons, and one that is alone at commas. */
function keywords(subjects: readonly string[]): readonly string[] {
  const undivided = subjects.map((subject) => subject.replaceAll(";", ","));
  const [only, further] = undivided;
  if (only === undefined || further !== undefined) return undivided;
  return [only.replaceAll(/,\s*/gu, " – ")];
}

/**
 * A day, month or year in the form's own way; whatever else as historians write it, with the year in which all of it lies.
 * What is about so has no year: programs would take that for the date.
 */
function dateFields(date: EdtfDate): readonly Field[] {
  const [year, month = "", day = ""] = simpleDate(date) ?? [];
  if (year === undefined)
    return [
      ["DA", inRisWords(date)],
      ["PY", cslDate(date).circa ? undefined : onlyYear(date)],
    ];
  return [
    ["DA", `${year}/${month}/${day}/`],
    ["PY", year],
  ];
}

/** Words with a year of four digits in them: of a date that has none Zotero makes the year 0000. */
function inRisWords({ shown, earliest, latest }: EdtfDate): string | undefined {
  if (/\b\d{4}\b/u.test(shown)) return shown;
  const years = [earliest, latest].flatMap((day) => /^\d{4}/u.exec(day) ?? []);
  return years.length === 2 && !years.includes("0000") ? years.join("–") : undefined;
}

/** What no other field holds, in words. */
function remark(document: CitedDocument): string {
  const { recipients, contributors, source, edition, date } = document;
  const { archive, collection, place } = source;
  // Alone, an archive stands in its own field.
  const kept = (collection ?? place) ? [collection, archive, place] : [];
  const sentences = [
    recipients.length === 0 ? "" : `To ${namesInWords(recipients)}`,
    contributors.length === 0 ? "" : `With ${namesInWords(contributors)}`,
    kept.length === 0 ? "" : `Kept in ${kept.filter((part) => part !== undefined).join(", ")}`,
    date && inRisWords(date) === undefined ? `Dated ${date.shown}` : "",
    `Document ${placeInEdition(document)} in ${edition.title}`,
  ];
  return sentences
    .filter((sentence) => sentence !== "")
    .map((sentence) => (/[.!?…]$/u.test(sentence) ? sentence : `${sentence}.`))
    .join(" ");
}
