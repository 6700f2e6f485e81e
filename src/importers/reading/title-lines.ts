/** A title with the number that a printed volume gave it: `53. Informal Communication`. */
export interface TitleLine {
  readonly number?: number;
  readonly title: string;
  /** Where the title begins in the line. */
  readonly at: number;
}

const NUMBERED =
  /^\s*(?:(?:[Nn]o|NO|[Dd]oc|[Dd]ocument|DOCUMENT|[Nn]r)\.?\s*)?(\d{1,4})[.)]\s+(?=\p{Lu}|["“‘«])/u;

/** Parts a title's number from its words. */
export function readTitleLine(line: string): TitleLine {
  const match = NUMBERED.exec(line);
  const number = Number(match?.[1] ?? 0);
  if (!match || number === 0) return { title: line.trim(), at: 0 };
  return { number, title: line.slice(match[0].length).trim(), at: match[0].length };
}
