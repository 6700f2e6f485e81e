import type { Document } from "../../edition/edition.ts";

/** Documents that share a statement of rights, and whom their archive thanks. */
export interface RightsGroup {
  /** "Documents 1–3 and 5", "Document 4". */
  readonly documents: string;
  readonly source: string;
  readonly credits: string;
  readonly statement: string;
}

/** The rights and sources of documents, each statement once. */
export function groupRights(documents: readonly Document[]): readonly RightsGroup[] {
  const groups = new Map<string, { numbers: number[]; group: Omit<RightsGroup, "documents"> }>();
  for (const { number, matter } of documents) {
    const { rights, source } = matter;
    const group = {
      source: [source.archive, source.repository].filter((part) => part !== undefined).join(", "),
      credits: [
        ...(source.contributedBy === undefined ? [] : [`Contributed by ${source.contributedBy}.`]),
        ...source.credits,
      ].join(" "),
      statement: [
        rights.statement,
        rights.holder === undefined ? undefined : `Rights: ${rights.holder}.`,
        rights.licence,
        rights.url,
      ]
        .filter((part) => part !== undefined)
        .join(" "),
    };
    const key = JSON.stringify(group);
    const same = groups.get(key);
    if (same) same.numbers.push(number);
    else groups.set(key, { numbers: [number], group });
  }
  return [...groups.values()].map(({ numbers, group }) => ({
    documents: `${numbers.length === 1 ? "Document" : "Documents"} ${numberRanges(numbers)}`,
    ...group,
  }));
}

/** Numbers as they are listed in prose: 1, 2, 3, 5 is "1–3 and 5". */
export function numberRanges(numbers: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const range = ranges.at(-1);
    if (range && number === range.last + 1) range.last = number;
    else ranges.push({ first: number, last: number });
  }
  const shown = ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
