import { romanNumeral } from "../../edition/roman-numeral.ts";
import { type XmlElement, visitElements } from "../xml/xml-tree.ts";
import { wordAttribute, wordChild, wordChildren, wordName } from "./word-names.ts";

/** What stands before an item of a list as Word shows it. */
export interface ShownNumber {
  readonly level: number;
  /** `3.`, `(b)`, `2.1`; empty for a bullet. */
  readonly number: string;
}

/** One level of a list's form. */
interface ListLevel {
  readonly format: string;
  /** `%1.`, `%1.%2`. */
  readonly pattern: string;
  readonly start: number;
}

/** A list's levels, and which lists count on with it. */
interface ListForm {
  readonly key: string;
  readonly levels: readonly (ListLevel | undefined)[];
}

/** Counts the items of a file's lists as Word does: call it once an item, in the document's order. */
export type NumberCounter = (list: string, level: number) => ShownNumber | undefined;

/** Reads how a file counts its lists. */
export function readNumbering(root: XmlElement | undefined): NumberCounter {
  const abstracts = new Map<string, XmlElement>();
  for (const element of wordChildren(root, "w:abstractNum")) {
    abstracts.set(wordAttribute(element, "abstractNumId") ?? "", element);
  }
  const forms = new Map<string, ListForm>();
  for (const element of wordChildren(root, "w:num")) {
    const abstract = wordChild(element, "w:abstractNumId");
    const key = (abstract && wordAttribute(abstract, "val")) ?? "";
    forms.set(wordAttribute(element, "numId") ?? "", formOf(element, abstracts.get(key), key));
  }
  const counts = new Map<string, number[]>();
  return (list, level) => {
    const form = forms.get(list);
    const row = form?.levels[level];
    if (!form || !row) return undefined;
    const counted = counts.get(form.key) ?? [];
    counts.set(form.key, counted);
    for (let above = 0; above < level; above += 1) {
      counted[above] ??= form.levels[above]?.start ?? 1;
    }
    const last = counted[level];
    counted[level] = last === undefined ? row.start : last + 1;
    counted.length = level + 1;
    if (row.format === "bullet" || row.format === "none") return { level, number: "" };
    return { level, number: shownNumber(row, form, counted) };
  };
}

function formOf(num: XmlElement, abstract: XmlElement | undefined, key: string): ListForm {
  const levels: (ListLevel | undefined)[] = [];
  for (const element of wordChildren(abstract, "w:lvl")) {
    levels[levelOf(element)] = readLevel(element);
  }
  const overrides = wordChildren(num, "w:lvlOverride");
  for (const override of overrides) {
    const level = levelOf(override);
    const own = wordChild(override, "w:lvl");
    const start = wordChild(override, "w:startOverride");
    const form = own ? readLevel(own) : levels[level];
    if (form) levels[level] = start ? { ...form, start: valueOf(start, form.start) } : form;
  }
  // A list that begins anew somewhere counts for itself.
  const id = wordAttribute(num, "numId") ?? "";
  return { key: overrides.length > 0 ? `own ${id}` : key, levels };
}

function levelOf(element: XmlElement): number {
  const level = Number(wordAttribute(element, "ilvl") ?? "0");
  return Number.isInteger(level) ? Math.min(Math.max(level, 0), 8) : 0;
}

function readLevel(element: XmlElement): ListLevel {
  const format = wordChild(element, "w:numFmt");
  const pattern = wordChild(element, "w:lvlText");
  const start = wordChild(element, "w:start");
  return {
    format: (format && wordAttribute(format, "val")) ?? "decimal",
    pattern: ((pattern && wordAttribute(pattern, "val")) ?? "").slice(0, 60),
    start: start ? valueOf(start, 1) : 1,
  };
}

function valueOf(element: XmlElement, otherwise: number): number {
  const value = Number(wordAttribute(element, "val"));
  return Number.isInteger(value) && value >= 0 && value < 1_000_000 ? value : otherwise;
}

function shownNumber(row: ListLevel, form: ListForm, counted: readonly number[]): string {
  return row.pattern.replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const level = Number(digit) - 1;
    const count = counted[level];
    return count === undefined ? "" : numeral(count, form.levels[level]?.format ?? "decimal");
  });
}

/** A number in one of Word's forms; in figures where the form is not known. */
function numeral(value: number, format: string): string {
  switch (format) {
    case "lowerLetter":
      return letters(value);
    case "upperLetter":
      return letters(value).toUpperCase();
    case "lowerRoman":
      return isRoman(value) ? romanNumeral(value) : String(value);
    case "upperRoman":
      return isRoman(value) ? romanNumeral(value).toUpperCase() : String(value);
    case "decimalZero":
      return String(value).padStart(2, "0");
    default:
      return String(value);
  }
}

/** 1 → a, 26 → z, 27 → aa: Word repeats the letter. */
function letters(value: number): string {
  if (value < 1) return String(value);
  const letter = String.fromCodePoint(97 + ((value - 1) % 26));
  return letter.repeat(Math.min(Math.ceil(value / 26), 50));
}

/** Whether a number can be written in Roman letters, as far as Word writes it so. */
function isRoman(value: number): boolean {
  return value >= 1 && value <= 4999;
}

/** Lists to which only one paragraph belongs: no lists, but numbers that Word took for one. */
export function singleLists(roots: readonly XmlElement[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const root of roots) {
    visitElements(root, (element) => {
      if (wordName(element) !== "w:numId") return;
      const id = wordAttribute(element, "val") ?? "";
      counts.set(id, (counts.get(id) ?? 0) + 1);
    });
  }
  return new Set([...counts].flatMap(([id, count]) => (count === 1 ? [id] : [])));
}
