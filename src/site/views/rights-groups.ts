import type { NumberOf } from "../../apparatus/document-numbers.ts";
import type { Document } from "../../edition/edition.ts";

/** Documents that share a statement of rights, and whom their archive thanks. */
export interface RightsGroup {
  /** "Documents 1–3 and 5", "Document 4". */
  readonly documents: string;
  readonly source: string;
  readonly credits: string;
  readonly statement: string;
  /** Which of them are printed in part: "Document 2 in part: ¶¶ 3–7 of 13."; empty where none is. */
  readonly excerpts: string;
}

/** The rights and sources of documents, each statement once. */
export function groupRights(
  documents: readonly Document[],
  numberOf: NumberOf,
  extentOf: (document: Document) => string = () => "",
): readonly RightsGroup[] {
  type Shared = Omit<RightsGroup, "documents" | "excerpts">;
  const groups = new Map<string, { same: Document[]; group: Shared }>();
  for (const document of documents) {
    const { rights, source } = document.matter;
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
    const known = groups.get(key);
    if (known) known.same.push(document);
    else groups.set(key, { same: [document], group });
  }
  return [...groups.values()].map(({ same, group }) => ({
    documents: `${same.length === 1 ? "Document" : "Documents"} ${numberRanges(same, numberOf)}`,
    excerpts: same
      .map((document) => ({ number: numberOf(document), extent: extentOf(document) }))
      .filter(({ extent }) => extent !== "")
      .map(({ number, extent }) => `Document ${number} in part: ${extent}.`)
      .join(" "),
    ...group,
  }));
}

/** Numbers as they are listed in prose: 1, 2, 3, 5 is "1–3 and 5"; each range under the siglum of its volume: "V:1–3 and VI:2". */
export function numberRanges(documents: readonly Document[], numberOf: NumberOf): string {
  const volumes = new Map<string, { siglum: string; numbers: number[] }>();
  for (const document of documents) {
    const id = document.matter.volume ?? "";
    const shown = numberOf(document);
    const siglum = shown.slice(0, shown.length - String(document.number).length);
    const volume = volumes.get(id) ?? { siglum, numbers: [] };
    volume.numbers.push(document.number);
    volumes.set(id, volume);
  }
  const shown = [...volumes.values()].flatMap(({ siglum, numbers }) =>
    rangesIn(numbers).map((range) => siglum + range),
  );
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}

function rangesIn(numbers: readonly number[]): readonly string[] {
  const ranges: { first: number; last: number }[] = [];
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const range = ranges.at(-1);
    if (range && number === range.last + 1) range.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
}
