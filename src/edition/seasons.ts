/** A part of a year that is not a month. */
export interface SeasonKind {
  readonly label: string;
  /** Said of it in parentheses; empty for nothing. */
  readonly remark: string;
  /** First and last month; where the last is before the first, it is of the next year. */
  readonly from: number;
  readonly to: number;
}

const SOUTH = "southern hemisphere";

/**
 * The seasons of ISO 8601-2, 4.8: 21–24 say no hemisphere and are taken for northern, by whole months
 * (spring is March to May), since no calendar says when a writer's “spring” began; winter begins in December.
 */
const seasons: Readonly<Record<number, SeasonKind>> = {
  21: row("spring", 3, 5),
  22: row("summer", 6, 8),
  23: row("autumn", 9, 11),
  24: row("winter", 12, 2),
  25: row("spring", 3, 5),
  26: row("summer", 6, 8),
  27: row("autumn", 9, 11),
  28: row("winter", 12, 2),
  29: row("spring", 9, 11, SOUTH),
  30: row("summer", 12, 2, SOUTH),
  31: row("autumn", 3, 5, SOUTH),
  32: row("winter", 6, 8, SOUTH),
  33: row("first quarter", 1, 3),
  34: row("second quarter", 4, 6),
  35: row("third quarter", 7, 9),
  36: row("fourth quarter", 10, 12),
  37: row("first third", 1, 4),
  38: row("second third", 5, 8),
  39: row("last third", 9, 12),
  40: row("first half", 1, 6),
  41: row("second half", 7, 12),
};

function row(label: string, from: number, to: number, remark = ""): SeasonKind {
  return { label, remark, from, to };
}

/** The row of a season. */
export function seasonNumbered(season: number): SeasonKind {
  const kind = seasons[season];
  if (!kind) throw new Error(`no season ${season}`);
  return kind;
}
