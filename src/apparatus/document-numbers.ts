import type { Document, Edition } from "../edition/edition.ts";

/** A document's number as it is shown: "53"; "VI:53" where the edition gathers several volumes. */
export type NumberOf = (document: Pick<Document, "number" | "matter">) => string;

/**
 * How an edition shows the numbers of its documents: with the siglum of their volume where there is more
 * than one volume, or where some documents are of none; otherwise numbers alone.
 */
export function numbersIn({ documents, volumes }: Edition): NumberOf {
  const sigla = new Map(volumes.map(({ id, matter }) => [id, matter.siglum]));
  const mixed = documents.some(({ matter }) => matter.volume === undefined);
  const plain = volumes.length < 2 && !mixed;
  return ({ number, matter }) => {
    const siglum = plain ? undefined : sigla.get(matter.volume ?? "");
    return siglum === undefined ? String(number) : `${siglum}:${number}`;
  };
}

/** How a document is called in a sentence and in lists: "Doc. 53", "Doc. VI:53". */
export function documentName(number: string): string {
  return `Doc. ${number}`;
}

/** Documents that stand one behind the other, by their numbers: "Document 3", "Documents 3–5", "Documents 10, 5". */
export function documentsInRow(numbers: readonly string[]): string {
  const [first = "", last = first] = [numbers[0], numbers.at(-1)];
  if (first === last) return `Document ${first}`;
  const ascends = numbers.every(
    (number, at) => at === 0 || count(number) > count(numbers[at - 1] ?? ""),
  );
  return `Documents ${ascends ? `${first}–${last}` : numbers.join(", ")}`;
}

/** A number without the siglum of its volume. */
function count(number: string): number {
  return Number(/\d+$/.exec(number)?.[0]);
}
