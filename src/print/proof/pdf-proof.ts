import type { ReaderLayout } from "../paginate.ts";
import type { ExpectedReading } from "./expected-text.ts";
import { proveLinks } from "./link-proof.ts";
import { type NamedPart, readText, surveyedText, wholeText } from "./page-text.ts";
import { proveBookmarks } from "./bookmark-proof.ts";
import { proveHyphens } from "./hyphen-proof.ts";
import { provePlaces } from "./place-proof.ts";
import type { ProofFailure } from "./proof-failure.ts";
import type { ReadPdf } from "./read-pdf.ts";
import { inReadingOrder } from "./reading-order.ts";
import { proveText } from "./text-proof.ts";

/**
 * Compares a finished PDF with the pages that it was printed from, letter for letter in the order of reading:
 * every paragraph, note and heading once, in its order and at its place on its page, nothing outside of the
 * page; every link and bookmark leading to its target's place, every number of a page true, pages named as
 * they are numbered. `known` are pages of which both what was printed and what is read are those of an earlier
 * build, which has compared them: of these only the links and the numbers are looked at.
 */
export function provePdf(
  reader: ReaderLayout,
  pdf: ReadPdf,
  readings: readonly ExpectedReading[] = [],
  known: ReadonlySet<number> = new Set(),
): readonly ProofFailure[] {
  const { sheets } = reader.numbered;
  const named = new Map<string, NamedPart>();
  for (const { paragraphs, notes } of readings) {
    for (const { id, name, place } of [...paragraphs, ...notes]) named.set(id, { name, place });
  }
  const nameOf = (id: string, words: string): NamedPart =>
    named.get(id) ?? { name: `“${words.slice(0, 40)}”` };
  const counted = pdf.pages.length === sheets.length;
  const isKnown = (at: number): boolean => counted && known.has(at);
  const expected = reader.pages.map((page, at) => (isKnown(at) ? undefined : surveyedText(page)));
  const read = pdf.pages.map((page, at) => {
    const surveyed = reader.pages[at];
    if (isKnown(at)) return undefined;
    return readText(surveyed ? inReadingOrder(surveyed, page) : page);
  });
  const moved = movedPages(
    expected.map((text, at) => ({
      label: sheets[at]?.label ?? "",
      expected: text ? wholeText(text) : "",
    })),
    read.map((text) => (text ? wholeText(text) : "")),
  );
  if (!counted) {
    const message = `the PDF has ${pdf.pages.length} pages, not ${sheets.length}`;
    return [{ rule: "print-text", message }, ...moved.values()];
  }

  const failures: ProofFailure[] = [];
  sheets.forEach(({ content, label }, at) => {
    const [text, found, page] = [expected[at], read[at], pdf.pages[at]];
    const chunk = content?.chunk;
    const add = (some: readonly ProofFailure[]): void => {
      for (const failure of some) {
        failures.push(chunk === undefined ? failure : { chunk, ...failure });
      }
    };
    const elsewhere = moved.get(at);
    if (elsewhere) {
      add([elsewhere]);
    } else if (text && found && page) {
      const compared = { label, expected: text, read: found, nameOf };
      const wrong = proveText(compared);
      add(wrong.length > 0 ? wrong : provePlaces(compared, page));
      const surveyed = reader.pages[at];
      if (surveyed) add(proveHyphens(label, surveyed, page));
    }
    if (pdf.labels[at] !== label) {
      const message = `page ${label} is named ${pdf.labels[at] ?? "nothing"} in the PDF`;
      add([{ rule: "print-number", message }]);
    }
  });
  return [...failures, ...proveLinks(reader, pdf), ...proveBookmarks(reader, pdf)];
}

/** Pages of which nothing is whole where they should stand, though others are: lacking, or moved. */
function movedPages(
  pages: readonly { readonly label: string; readonly expected: string }[],
  found: readonly string[],
): ReadonlyMap<number, ProofFailure> {
  const places = new Map<string, number>();
  found.forEach((text, at) => {
    if (text !== pages[at]?.expected) places.set(text, at);
  });
  const failures = new Map<number, ProofFailure>();
  pages.forEach(({ label, expected }, at) => {
    if (found[at] === expected) return;
    const stands = places.get(expected);
    const counted = found.length === pages.length;
    if (stands === undefined && !counted) {
      const message = `page ${label} is not whole in the PDF`;
      failures.set(at, { rule: "print-text", message });
    } else if (stands !== undefined && counted) {
      const message = `page ${label} stands at the place of page ${pages[stands]?.label ?? "none"} in the PDF`;
      failures.set(at, { rule: "print-text", message });
    }
  });
  return failures;
}
