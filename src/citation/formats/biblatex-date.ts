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
 * A date for BibLaTeX: of EDTF days, months, years, seasons, stretches with open ends, and a mark at the end for what is
 * about so or uncertain. BibLaTeX knows decades and a mark for both as well, but other programs that read its files do
 * not: a decade is a stretch, and words say what it was. So do they of anything else, with the years between which it lies.
 */
export function biblatexDate({ edtf, shown, earliest, latest }: EdtfDate): BiblatexDate {
  const dating = readDating(edtf);
  const date = dating && written(dating);
  if (date !== undefined) return { date, ...(saysLess(dating) ? { words: shown } : {}) };
  const [from, to] = [yearOf(earliest), yearOf(latest)];
  if (from === undefined || to === undefined) return { words: shown };
  return { date: from === to ? `${from}?` : `${from}?/${to}?`, words: shown };
}

/** Whether a date is one of which a part is not said: digits, or that it is uncertain beside being about so. */
function saysLess(dating: Dating | undefined): boolean {
  if (dating?.kind !== "moment") return false;
  const { year, circa, doubtful } = dating;
  return year.from !== year.to || (circa && doubtful.length > 0);
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
  const date = side.kind === "season" ? ofSeason(side) : ofMoment(side);
  return date?.includes("/") ? undefined : date;
}

function ofMoment({ year, month, day, circa, doubtful }: Moment): string | undefined {
  const known = [month, day].filter((part) => part !== undefined);
  if (known.some(({ from, to }) => from !== to)) return undefined;
  const [first, last] = [yearDigits(year.from), yearDigits(year.to)];
  if (first === undefined || last === undefined) return undefined;
  const rest = known.map(({ from }) => String(from).padStart(2, "0"));
  const marked = mark(circa, doubtful.length > 0);
  if (first === last) return [first, ...rest].join("-") + marked;
  return rest.length > 0 ? undefined : `${first}${marked}/${last}${marked}`;
}

function yearDigits(year: number): string | undefined {
  return year < 1 ? undefined : String(year).padStart(4, "0");
}

/** The four seasons; quarters and halves are not known there. */
function ofSeason({ year, season, circa, doubtful }: Season): string | undefined {
  if (year < 1 || season < 21 || season > 24) return undefined;
  return `${String(year).padStart(4, "0")}-${season}${mark(circa, doubtful)}`;
}

function mark(circa: boolean, doubtful: boolean): string {
  if (circa) return "~";
  return doubtful ? "?" : "";
}

function yearOf(day: string): string | undefined {
  const year = day.slice(0, 4);
  return /^\d{4}$/u.test(year) && year !== "0000" ? year : undefined;
}
