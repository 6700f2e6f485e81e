import type { Dating, IntervalSide, Moment, Season } from "./dating.ts";
import { compareDays, isoDay, lastDay } from "./days.ts";
import { seasonNumbered } from "./seasons.ts";

/** The first and the last day that something may mean, ISO 8601. */
export interface Bounds {
  readonly earliest: string;
  readonly latest: string;
}

/**
 * The days between which a date lies. An open or unknown side gives no day of its own: then both are the
 * known side's, so that “until 28 October” is sorted with that day. Nothing where a stretch runs backwards.
 */
export function boundsOf(dating: Dating): Bounds | undefined {
  switch (dating.kind) {
    case "moment":
      return boundsOfMoment(dating);
    case "season":
      return boundsOfSeason(dating);
    case "interval":
      return between(boundsOfSide(dating.from), boundsOfSide(dating.to));
    case "choice": {
      let all: Bounds | undefined;
      for (const { from, to } of dating.stretches) {
        const stretch = between(boundsOfMoment(from), boundsOfMoment(to));
        if (!stretch) return undefined;
        all = all ? around(all, stretch) : stretch;
      }
      return all;
    }
  }
}

/** The days of a moment, without regard to “circa”. */
export function boundsOfMoment({ year, month, day }: Moment): Bounds {
  const [first, last] = month ? [month.from, month.to] : [1, 12];
  const end = lastDay({ from: year.to, to: year.to }, { from: last, to: last });
  return {
    earliest: isoDay(year.from, first, day?.from ?? 1),
    latest: isoDay(year.to, last, Math.min(day?.to ?? end, end)),
  };
}

function boundsOfSeason({ year, season }: Season): Bounds {
  const { from, to } = seasonNumbered(season);
  const lastYear = to < from ? year + 1 : year;
  const end = lastDay({ from: lastYear, to: lastYear }, { from: to, to });
  return { earliest: isoDay(year, from, 1), latest: isoDay(lastYear, to, end) };
}

function boundsOfSide(side: IntervalSide): Bounds | undefined {
  if (side === "open" || side === "unknown") return undefined;
  return side.kind === "season" ? boundsOfSeason(side) : boundsOfMoment(side);
}

function between(from: Bounds | undefined, to: Bounds | undefined): Bounds | undefined {
  if (!from || !to) return from ?? to;
  if (compareDays(from.earliest, to.latest) > 0) return undefined;
  return { earliest: from.earliest, latest: to.latest };
}

function around(a: Bounds, b: Bounds): Bounds {
  return {
    earliest: compareDays(a.earliest, b.earliest) <= 0 ? a.earliest : b.earliest,
    latest: compareDays(a.latest, b.latest) >= 0 ? a.latest : b.latest,
  };
}
