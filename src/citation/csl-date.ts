import { type EdtfDate, readDate } from "../edition/date.ts";
import { type IntervalSide, type Moment, readDating } from "../edition/dating.ts";
import type { CslDate } from "../edition/csl-item.ts";

/**
 * A date for CSL. Exact days, months and years, stretches between them, seasons and what is about or doubtful have a
 * form of their own there; whatever else EDTF can say ("1961 or 1962", "1960s") stands as it is shown.
 */
export function cslDate({ edtf, shown }: EdtfDate): CslDate {
  const dating = readDating(edtf);
  if (dating?.kind === "moment") {
    const parts = partsOf(dating);
    if (parts)
      return { "date-parts": [parts], ...circa(dating.circa || dating.doubtful.length > 0) };
  }
  if (dating?.kind === "season" && dating.season >= 21 && dating.season <= 24) {
    const season = dating.season - 20;
    return { "date-parts": [[dating.year]], season, ...circa(dating.circa || dating.doubtful) };
  }
  if (dating?.kind === "interval") {
    const [from, to] = [endOf(dating.from), endOf(dating.to)];
    if (from && to) {
      const parts = [from.parts, to.parts];
      return { "date-parts": parts, ...circa(from.about || to.about) };
    }
  }
  return { literal: shown };
}

function circa(about: boolean): Pick<CslDate, "circa"> {
  return about ? { circa: true } : {};
}

function endOf(
  side: IntervalSide,
): { readonly parts: number[]; readonly about: boolean } | undefined {
  if (typeof side === "string" || side.kind === "season") return undefined;
  const parts = partsOf(side);
  return parts && { parts, about: side.circa || side.doubtful.length > 0 };
}

/** Year, month and day as far as they are known; nothing where one of them may be several. */
function partsOf({ year, month, day }: Moment): number[] | undefined {
  const spans = [year, month, day].filter((span) => span !== undefined);
  if (spans.some(({ from, to }) => from !== to)) return undefined;
  // CSL has no year 0, and writes years before it in its own way.
  return year.from < 1 ? undefined : spans.map(({ from }) => from);
}

/** A day that is written as YYYY-MM-DD, such as an edition's own. */
export function cslDay(day: string): CslDate | undefined {
  const date = readDate(day);
  return date && cslDate(date);
}
