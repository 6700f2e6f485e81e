import type { EdtfDate } from "../../edition/date.ts";
import {
  type Dating,
  type IntervalSide,
  type Moment,
  type Season,
  readDating,
} from "../../edition/dating.ts";

/** A date as BibLaTeX has it; in words as well where that says less than the date does. */
export interface BiblatexDate {
  readonly date?: string;
  readonly words?: string;
}

/**
 * A date for BibLaTeX, which knows of EDTF what levels 0 and 1 say: days, months, years, seasons, decades, stretches with open ends,
 * and a mark at the end for what is about so, uncertain, or both. Anything else is the years between which it lies, as uncertain, and words.
 */
export function biblatexDate({ edtf, shown, earliest, latest }: EdtfDate): BiblatexDate {
  const dating = readDating(edtf);
  const date = dating && written(dating);
  if (date !== undefined) return { date };
  const [from, to] = [yearOf(earliest), yearOf(latest)];
  if (from === undefined || to === undefined) return { words: shown };
  return { date: from === to ? `${from}?` : `${from}?/${to}?`, words: shown };
}

function written(dating: Dating): string | undefined {
  switch (dating.kind) {
    case "moment":
      return ofMoment(dating);
    case "season":
      return ofSeason(dating);
    case "interval": {
      const [from, to] = [ofSide(dating.from), ofSide(dating.to)];
      return from === undefined || to === undefined ? undefined : `${from}/${to}`;
    }
    case "choice":
      return undefined;
  }
}

function ofSide(side: IntervalSide): string | undefined {
  if (side === "open") return "..";
  if (side === "unknown") return "";
  return side.kind === "season" ? ofSeason(side) : ofMoment(side);
}

function ofMoment({ year, month, day, circa, doubtful }: Moment): string | undefined {
  const known = [month, day].filter((part) => part !== undefined);
  if (known.some(({ from, to }) => from !== to)) return undefined;
  const digits = yearDigits(year);
  // Biber has no month of a decade.
  if (digits === undefined || (digits.includes("X") && known.length > 0)) return undefined;
  const rest = known.map(({ from }) => String(from).padStart(2, "0"));
  return [digits, ...rest].join("-") + mark(circa, doubtful.length > 0);
}

/** A year, a decade, a century. */
function yearDigits({ from, to }: Moment["year"]): string | undefined {
  if (from < 1) return undefined;
  const [first, last] = [from, to].map((year) => String(year).padStart(4, "0"));
  if (first === undefined || last === undefined) return undefined;
  if (first === last) return first;
  const known = /^(\d{2,3})0+$/u.exec(first)?.[1]?.slice(0, to - from === 9 ? 3 : 2);
  const whole = known !== undefined && last === known.padEnd(4, "9");
  return whole ? known.padEnd(4, "X") : undefined;
}

/** The four seasons; quarters and halves are not known there. */
function ofSeason({ year, season, circa, doubtful }: Season): string | undefined {
  if (year < 1 || season < 21 || season > 24) return undefined;
  return `${String(year).padStart(4, "0")}-${season}${mark(circa, doubtful)}`;
}

function mark(circa: boolean, doubtful: boolean): string {
  if (circa) return doubtful ? "%" : "~";
  return doubtful ? "?" : "";
}

function yearOf(day: string): string | undefined {
  const year = day.slice(0, 4);
  return /^\d{4}$/u.test(year) && year !== "0000" ? year : undefined;
}
