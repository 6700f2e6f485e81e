import { inclusiveWhole } from "../numbering/inclusive-numbers.ts";
import type { ReaderLayout } from "../paginate.ts";
import type { ProofFailure } from "./proof-failure.ts";

/** Reads the printed index as a reader would: its numbers and ranges name each page that mentions an entry, once and in order, and no other. */
export function proveIndex({ pages, numbered }: Pick<ReaderLayout, "pages" | "numbered">) {
  const labels = numbered.sheets.map(({ label }) => label);
  const sheetOf = new Map(labels.map((label, sheet) => [label, sheet]));
  const mentioning = new Map<string, number[]>();
  pages.forEach(({ mentions }, sheet) => {
    for (const entry of new Set(mentions)) {
      const sheets = mentioning.get(entry);
      if (sheets) sheets.push(sheet);
      else mentioning.set(entry, [sheet]);
    }
  });
  return pages.flatMap(({ indexed }, sheet) =>
    indexed.flatMap(({ entry, pages: written }): readonly ProofFailure[] => {
      const named = pagesNamed(written, labels, sheetOf).join(", ");
      const right = (mentioning.get(entry) ?? []).map((at) => labels[at] ?? "").join(", ");
      if (named === right) return [];
      const message = `the index on page ${labels[sheet] ?? ""} gives “${entry}” the pages ${written || "none"}; it is mentioned on ${right || "none"}`;
      return [{ rule: "print-number", message }];
    }),
  );
}

/** The label of each page that a line of the index names; what is no page stays as it is written. */
function pagesNamed(
  written: string,
  labels: readonly string[],
  sheetOf: ReadonlyMap<string, number>,
): readonly string[] {
  if (written === "") return [];
  return written.split(", ").flatMap((part) => {
    const [first = "", end] = part.split("–");
    if (end === undefined) return [first];
    const from = sheetOf.get(first);
    const to = sheetOf.get(inclusiveWhole(first, end));
    // A range leads forward, within one way of counting.
    const wrong = from === undefined || to === undefined || to <= from;
    return wrong || /^\d/.test(first) !== /^\d/.test(end) ? [part] : labels.slice(from, to + 1);
  });
}
