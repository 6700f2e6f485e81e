import type { Choice, DatePart, Dating, Interval, IntervalSide, Moment, Season } from "./dating.ts";
import { seasonNumbered } from "./seasons.ts";

/*
 * Dates as historians write them in English: day, month, year without commas; “c.” for about;
 * a query behind what is uncertain; an en dash without spaces in a stretch, whose common parts
 * stand once (Chicago Manual of Style, 18th edition, on dates and on en dashes; New Oxford Style Manual on “c.”).
 */

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A date in pieces, so that two of them can share their ends. */
interface Shown {
  /** `c. `, or nothing. */
  readonly before: string;
  /** `24`, `May`, `1962`. */
  readonly words: readonly string[];
  /** `?`, a time of day. */
  readonly after: string;
}

/** A date as a historian writes it: `22–28 October 1962`. */
export function showDating(dating: Dating): string {
  switch (dating.kind) {
    case "moment":
      return whole(shownMoment(dating));
    case "season":
      return whole(shownSeason(dating));
    case "interval":
      return showInterval(dating);
    case "choice":
      return showChoice(dating);
  }
}

function whole({ before, words, after }: Shown): string {
  return before + words.join(" ") + after;
}

function shownMoment(moment: Moment): Shown {
  const known: Partial<Record<DatePart, string>> = {};
  const year = yearWords(moment);
  if (year !== undefined) known.year = year;
  if (moment.month) known.month = monthName(moment.month.from);
  if (moment.day) known.day = String(moment.day.from);
  const before = moment.circa ? "c. " : "";
  const time = moment.time === undefined ? "" : `, ${moment.time}`;
  const exact = [moment.month, moment.day].every((span) => !span || span.from === span.to);
  if (!exact || year === undefined) {
    const doubt = moment.doubtful.length > 0 ? "?" : "";
    return { before, words: [betweenEnds(moment)], after: doubt + time };
  }
  const parts = (["day", "month", "year"] as const).filter((part) => known[part] !== undefined);
  const allDoubtful = parts.every((part) => moment.doubtful.includes(part));
  const query = (part: DatePart) => (!allDoubtful && moment.doubtful.includes(part) ? "?" : "");
  return {
    before,
    words: parts.map((part) => `${known[part] ?? ""}${query(part)}`),
    after: (allDoubtful ? "?" : "") + time,
  };
}

/** A year, a decade or a century; nothing where the digits leave something else. */
function yearWords({ year, month }: Moment): string | undefined {
  if (year.from === year.to) return showYear(year.from);
  if (month || year.from < 0) return undefined;
  const years = year.to - year.from + 1;
  // “The 1900s” would be the decade or the century: neither is written so.
  if (years === 10 && year.from % 10 === 0 && year.from % 100 !== 0) return `${year.from}s`;
  if (years === 100 && year.from % 100 === 0) return `${ordinal(year.from / 100 + 1)} century`;
  return undefined;
}

/** Astronomical years: 0 is 1 BC. Years of one or two digits could be taken for days. */
function showYear(year: number): string {
  if (year <= 0) return `${1 - year} BC`;
  return year < 100 ? `AD ${year}` : String(year);
}

function ordinal(number: number): string {
  const teens = number % 100 >= 11 && number % 100 <= 13;
  const ending = teens ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}

/** Where single digits are missing, what is known is between which dates it lies. */
function betweenEnds({ year, month, day }: Moment): string {
  const end = (side: "from" | "to"): readonly string[] => [
    ...(day ? [String(day[side])] : []),
    ...(month ? [monthName(month[side])] : []),
    showYear(year[side]),
  ];
  return `between ${sharing([end("from"), end("to")], and)}`;
}

function monthName(number: number): string {
  return MONTHS[number - 1] ?? "";
}

function shownSeason({ year, season, circa, doubtful }: Season): Shown {
  const { label, remark } = seasonNumbered(season);
  return {
    before: circa ? "c. " : "",
    words: [label, showYear(year)],
    after: (doubtful ? "?" : "") + (remark === "" ? "" : ` (${remark})`),
  };
}

function showInterval({ from, to }: Interval): string {
  const [first, last] = [shownSide(from), shownSide(to)];
  if (typeof first === "object" && typeof last === "object") return shared([first, last], dash);
  if (typeof first === "object") {
    return to === "unknown" ? `${whole(first)}–?` : `from ${whole(first)}`;
  }
  if (typeof last === "object") {
    return from === "unknown" ? `?–${whole(last)}` : `until ${whole(last)}`;
  }
  throw new Error("an interval without dates");
}

function shownSide(side: IntervalSide): Shown | "open" | "unknown" {
  if (side === "open" || side === "unknown") return side;
  return side.kind === "season" ? shownSeason(side) : shownMoment(side);
}

function showChoice({ all, stretches, earlier, later }: Choice): string {
  const days = stretches.map(({ from, to }) => [shownMoment(from), shownMoment(to)] as const);
  const [only, second] = days;
  if (only && !second) {
    if (all && earlier) return `until ${shared(only, dash)}`;
    if (all && later) return `from ${shared(only, dash)}`;
    if (!all && whole(only[0]) !== whole(only[1])) return `between ${shared(only, and)}`;
  }
  const join = all ? and : or;
  const single = days.every(([from, to]) => whole(from) === whole(to));
  const listed = single
    ? shared(
        days.map(([from]) => from),
        join,
      )
    : join(days.map((pair) => shared(pair, dash)));
  const word = all ? "and" : "or";
  return listed + (earlier ? ` ${word} earlier` : "") + (later ? ` ${word} later` : "");
}

/** How the pieces of several dates are put together. */
type Join = (pieces: readonly string[]) => string;

const dash: Join = (pieces) => pieces.join("–");
const and: Join = (pieces) => list(pieces, "and");
const or: Join = (pieces) => list(pieces, "or");

/** `22 and 28`; `22, 24, and 28`. */
function list(pieces: readonly string[], word: string): string {
  if (pieces.length <= 2) return pieces.join(` ${word} `);
  return `${pieces.slice(0, -1).join(", ")}, ${word} ${pieces.at(-1) ?? ""}`;
}

/** Several dates, of which equal ones stand once, and so does what all have in common at their ends. */
function shared(dates: readonly Shown[], join: Join): string {
  const [first, ...others] = dates.filter(
    (date, index) => whole(date) !== whole(dates[index - 1] ?? NOTHING),
  );
  if (!first) return "";
  if (others.length === 0) return whole(first);
  const alike = others.every(
    (date) =>
      date.before === first.before &&
      date.after === first.after &&
      date.words.length === first.words.length,
  );
  const all = [first, ...others];
  if (!alike) return join(all.map(whole));
  return (
    first.before +
    sharing(
      all.map((date) => date.words),
      join,
    ) +
    first.after
  );
}

const NOTHING: Shown = { before: "", words: [], after: "" };

/** Lists of as many words each, joined, their common end once: `22` `October` and `28` `October` make `22–28 October`. */
function sharing(dates: readonly (readonly string[])[], join: Join): string {
  const [first = []] = dates;
  let differing = first.length;
  while (differing > 1 && dates.every((words) => words[differing - 1] === first[differing - 1])) {
    differing -= 1;
  }
  const pieces = dates.map((words) => words.slice(0, differing).join(" "));
  return [join(pieces), ...first.slice(differing)].join(" ");
}
