import {
  type ChoiceNode,
  type DateNode,
  type IntervalNode,
  type ParseConstraints,
  type ParsedNode,
  type SeasonNode,
  type SideNode,
  parse,
} from "edtf";
import { lastDay } from "./days.ts";

/*
 * EDTF (the Library of Congress's Extended Date/Time Format, since 2019 part of ISO 8601-2).
 * The edtf package reads the grammar; here its tree becomes one in which every digit that
 * is unspecified is a span of numbers, so that what follows need not know of digits.
 */

/** The numbers that a part of a date may be; both ends equal where it is known. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type DatePart = "year" | "month" | "day";

/** A day, a month, a year, a decade, a century, or digits of one. */
export interface Moment {
  readonly kind: "moment";
  /** Astronomical: 0 is 1 BC. */
  readonly year: Span;
  /** From 1; absent where nothing is known of it. */
  readonly month?: Span;
  readonly day?: Span;
  /** `11:00`, with its zone where one is given: `11:00 UTC+03:00`. */
  readonly time?: string;
  readonly circa: boolean;
  /** The parts that are uncertain. */
  readonly doubtful: readonly DatePart[];
}

/** A part of a year by its number in ISO 8601-2: 22 is summer. */
export interface Season {
  readonly kind: "season";
  readonly year: number;
  readonly season: number;
  readonly circa: boolean;
  readonly doubtful: boolean;
}

/** A side of an interval; `open` is written `..`, `unknown` is left empty. */
export type IntervalSide = Moment | Season | "open" | "unknown";

/** From one date to another. */
export interface Interval {
  readonly kind: "interval";
  readonly from: IntervalSide;
  readonly to: IntervalSide;
}

/** A stretch of time within a choice; both ends the same for a single date. */
export interface Stretch {
  readonly from: Moment;
  readonly to: Moment;
}

/** One of several dates, or all of them. */
export interface Choice {
  readonly kind: "choice";
  readonly all: boolean;
  readonly stretches: readonly Stretch[];
  /** `[..1962]`: the first, or earlier. */
  readonly earlier: boolean;
  /** `[1962..]`: the last, or later. */
  readonly later: boolean;
}

export type Dating = Moment | Season | Interval | Choice;

/** No document's date is longer, and the grammar's time grows with the length. */
const LONGEST = 200;

/**
 * Reads EDTF, levels 0 to 2. Nothing for what is not EDTF, and nothing for what no document is dated by:
 * years of more than four digits, `XXXX`, and ISO 8601's bare `196` and `19`, which in an edition are slips.
 */
export function readDating(text: string): Dating | undefined {
  const plain = plainDate(text);
  if (plain) return plain;
  const node = text.length > LONGEST ? undefined : parsed(text);
  return node && datingOf(node);
}

/** Nearly all dates are a day, a month or a year, and to learn that from the grammar takes longer than to read the whole document. */
function plainDate(text: string): Moment | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(text) ?? [];
  // From 21 on, what stands in the month's place is a season.
  if (year === undefined || Number(month) > 12) return undefined;
  const values = [year, month, day].flatMap((digits) =>
    digits === undefined ? [] : Number(digits),
  );
  return moment({ values: values.map((value, at) => (at === 1 ? value - 1 : value)) });
}

function datingOf(node: ParsedNode): Dating | undefined {
  if (node.type === undefined || node.type === "Date") return moment(node);
  switch (node.type) {
    case "Season":
      return season(node);
    case "Interval":
      return interval(node);
    case "Set":
    case "List":
      return choice(node);
    case "Year":
    case "Decade":
    case "Century":
      return undefined;
  }
}

/** Asked for seasons that are uncertain or make a stretch, the package stumbles over `/1962`: so it is asked twice. */
function parsed(text: string): ParsedNode | undefined {
  return attempt(text, {}) ?? attempt(text, { seasonIntervals: true, seasonUncertainty: true });
}

/** The package throws where a text is not EDTF. */
function attempt(text: string, constraints: ParseConstraints): ParsedNode | undefined {
  try {
    return parse(text, constraints);
  } catch {
    return undefined;
  }
}

/** The bits of a mask for each part's digits, the first digit's first. */
const BITS: Readonly<Record<DatePart, readonly number[]>> = {
  year: [1, 2, 4, 8],
  month: [16, 32],
  day: [64, 128],
};

const PARTS: readonly DatePart[] = ["year", "month", "day"];

function moment(node: DateNode): Moment | undefined {
  const [writtenYear = 0, writtenMonth, writtenDay, hour, minute, second] = node.values;
  const masked = node.unspecified ?? 0;
  const year = yearSpan(writtenYear, masked);
  if (!year) return undefined;
  let month: Span | undefined;
  if (writtenMonth !== undefined) {
    month = twoDigits(writtenMonth + 1, BITS.month, masked, 12);
    if (!month) return undefined;
  }
  let day: Span | undefined;
  if (writtenDay !== undefined && month) {
    day = twoDigits(writtenDay, BITS.day, masked, lastDay(year, month));
    if (!day) return undefined;
  }
  const knowsDay = day && !covers(BITS.day, masked);
  const knowsMonth = month && (knowsDay || !covers(BITS.month, masked));
  return {
    kind: "moment",
    year,
    ...(month && knowsMonth ? { month } : {}),
    ...(day && knowsDay ? { day } : {}),
    ...(hour === undefined || minute === undefined
      ? {}
      : { time: timeOfDay([hour, minute, second ?? 0], node.timeZone) }),
    circa: PARTS.some((part) => touches(BITS[part], node.approximate)),
    doubtful: PARTS.filter((part) => touches(BITS[part], node.uncertain)),
  };
}

/** The package gives the least year: 1900 for `19XX`, -40 for `-004X`. */
function yearSpan(least: number, masked: number): Span | undefined {
  if (covers(BITS.year, masked)) return undefined;
  const unknown = BITS.year.map((bit, index) => (masked & bit ? 9 * 10 ** (3 - index) : 0));
  const range = unknown.reduce((total, places) => total + places, 0);
  return least < 0 ? { from: least - range, to: least } : { from: least, to: least + range };
}

/** The months or days from 1 to `last` that agree with the digits that are known; nothing where none does. */
function twoDigits(
  value: number,
  [tens = 0, ones = 0]: readonly number[],
  masked: number,
  last: number,
): Span | undefined {
  const agreeing: number[] = [];
  for (let number = 1; number <= last; number += 1) {
    const tensAgree = masked & tens || Math.floor(number / 10) === Math.floor(value / 10);
    const onesAgree = masked & ones || number % 10 === value % 10;
    if (tensAgree && onesAgree) agreeing.push(number);
  }
  const [from, to] = [agreeing[0], agreeing.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function covers(bits: readonly number[], mask: number): boolean {
  return bits.every((bit) => (mask & bit) !== 0);
}

function touches(bits: readonly number[], mask: number | boolean | undefined): boolean {
  return mask === true || bits.some((bit) => (Number(mask ?? 0) & bit) !== 0);
}

/** Seconds are shown where there are any. */
function timeOfDay(
  [hour, minute, second]: readonly [number, number, number],
  zone: string | undefined,
): string {
  const clock = (second === 0 ? [hour, minute] : [hour, minute, second])
    .map((number) => String(number).padStart(2, "0"))
    .join(":");
  if (zone === undefined) return clock;
  return zone === "+00:00" ? `${clock} UTC` : `${clock} UTC${zone.replace("-", "−")}`;
}

function season(node: SeasonNode): Season {
  const [year, number] = node.values;
  return {
    kind: "season",
    year,
    season: number,
    circa: touches(BITS.year, node.approximate),
    doubtful: touches(BITS.year, node.uncertain),
  };
}

function interval(node: IntervalNode): Interval | undefined {
  const [from, to] = [side(node.values[0]), side(node.values[1])];
  return from && to && { kind: "interval", from, to };
}

function side(node: SideNode): IntervalSide | undefined {
  if (node === null) return "unknown";
  if (typeof node === "number") return "open";
  return node.type === "Season" ? season(node) : moment(node);
}

function choice(node: ChoiceNode): Choice | undefined {
  const stretches: Stretch[] = [];
  for (const value of node.values) {
    const [first, last] = isPair(value) ? value : [value, value];
    const [from, to] = [moment(first), moment(last)];
    if (!from || !to) return undefined;
    stretches.push({ from, to });
  }
  return {
    kind: "choice",
    all: node.type === "List",
    stretches,
    earlier: node.earlier ?? false,
    later: node.later ?? false,
  };
}

function isPair(value: ChoiceNode["values"][number]): value is readonly [DateNode, DateNode] {
  return Array.isArray(value);
}
