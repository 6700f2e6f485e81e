import type { Place } from "../../diagnostics/place.ts";
import type { Work } from "../../edition/edition.ts";
import type { Report } from "../markdown/reading.ts";
import type { TextFile } from "../text-file.ts";
import { readBibtexWorks } from "./bibtex-works.ts";
import { readJsonWorks } from "./json-works.ts";

/** Reads `works.bib` or `works.json`. */
export function readWorks(text: TextFile, report: Report): readonly Work[] {
  const placeAt = placesIn(text);
  const source = text.lines.join("\n");
  return text.file.endsWith(".json")
    ? readJsonWorks(text.file, source, placeAt, report)
    : readBibtexWorks(text.file, source, placeAt, report);
}

/** From an offset in the file's lines to its place. */
export type PlaceAt = (offset: number) => Place;

function placesIn({ file, lines }: TextFile): PlaceAt {
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** The works of all files: of two with one key the first, sorted by key. */
export function uniqueWorks(works: readonly Work[], report: Report): readonly Work[] {
  const byKey = new Map<string, Work>();
  for (const work of works) {
    const first = byKey.get(work.key);
    if (!first) byKey.set(work.key, work);
    else {
      const { file, line } = first.place;
      const where = file === work.file ? `in line ${line}` : `in ${file}, line ${line}`;
      report("work-twice", work.place, `the work "${work.key}" stands ${where} already`);
    }
  }
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
