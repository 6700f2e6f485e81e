import { letters, sortedLetters } from "../letters.ts";
import type { ReaderLayout } from "../paginate.ts";
import type { SurveyedBox, SurveyedPage, SurveyedSpan } from "../page/survey.ts";
import { pointsOf } from "./points.ts";
import type { ProofFailure } from "./proof-failure.ts";
import type { ReadPdf, ReadPlace } from "./read-pdf.ts";

/** A link leads to its target's line, or a little above. */
const ABOVE = 40;
const BELOW = 8;

/** Whether a place is about where a box begins. */
export function isAt({ top }: Partial<ReadPlace>, box: SurveyedBox): boolean {
  if (top === undefined) return false;
  const above = pointsOf(box.top) - top;
  return above <= ABOVE && above >= -BELOW;
}

/** Every link of the pages is in the PDF, with its words, and leads to its target's place; every number of a page is that of the page to which it leads. */
export function proveLinks(reader: ReaderLayout, pdf: ReadPdf): readonly ProofFailure[] {
  const { sheets } = reader.numbered;
  const targets = placesOfTargets(reader.pages);
  return reader.pages.flatMap((page, at) => {
    const { content, label } = sheets[at] ?? { label: "" };
    const wrong = (message: string): ProofFailure => ({
      rule: "print-number",
      message,
      ...(content ? { chunk: content.chunk } : {}),
    });
    const failures: ProofFailure[] = [];
    // Beside words from right to left those of links are read in another order, and with the page's are proved in theirs.
    const keyOf = page.words === undefined ? keyInOrder : keyInAnyOrder;
    const found = new Map<string, number>();
    for (const { name, words } of pdf.pages[at]?.links ?? []) {
      const link = keyOf(name, words ?? "");
      found.set(link, (found.get(link) ?? 0) + 1);
    }
    const missed = new Set<string>();
    for (const { kind, id, words } of partsOf(page)) {
      if (kind === "link") {
        const link = keyOf(id, words);
        const left = found.get(link) ?? 0;
        if (left === 0)
          failures.push(
            wrong(`the link “${words}” to “${id}” on page ${label} is dead in the PDF`),
          );
        else if (left === 1) found.delete(link);
        else found.set(link, left - 1);
        const target = targets.get(id);
        const place = pdf.places.get(id);
        if (!target || !place || place.page !== target.page || !isAt(place, target.box)) {
          missed.add(id);
        }
      } else {
        const number = /[0-9ivxlcdm]+$/.exec(words)?.[0] ?? "";
        const leadsTo = pdf.places.get(id)?.page ?? reader.numbered.whereabouts.sheetOf.get(id);
        const right = leadsTo === undefined ? "" : (pdf.labels[leadsTo] ?? "");
        if (number === right) continue;
        failures.push(
          wrong(
            `page ${label} says that “${id}” begins on page ${number || "none"}; it is page ${right || "none"}`,
          ),
        );
      }
    }
    for (const id of missed) {
      failures.push(wrong(`the link to “${id}” on page ${label} misses its target in the PDF`));
    }
    for (const link of found.keys()) {
      const [name = "", words = ""] = link.split(" ");
      failures.push(
        wrong(`page ${label} of the PDF has a link “${words}” to “${name}” that the page lacks`),
      );
    }
    return failures;
  });
}

/** Small capitals may be large ones. */
function keyInOrder(name: string, words: string): string {
  return `${name} ${letters(words).toUpperCase()}`;
}

function keyInAnyOrder(name: string, words: string): string {
  return `${name} ${sortedLetters(letters(words).toUpperCase())}`;
}

interface Part extends Pick<SurveyedSpan, "kind" | "id"> {
  readonly words: string;
}

function partsOf({ area, feet }: SurveyedPage): readonly Part[] {
  return [area, feet].flatMap(({ text, spans }) =>
    spans
      .filter(({ kind }) => kind === "link" || kind === "number")
      .map(({ kind, id, from, to }) => ({ kind, id, words: text.slice(from, to).trim() })),
  );
}

/** Where everything begins that has an id. */
function placesOfTargets(
  pages: readonly SurveyedPage[],
): ReadonlyMap<string, { readonly page: number; readonly box: SurveyedBox }> {
  const places = new Map<string, { page: number; box: SurveyedBox }>();
  pages.forEach(({ area, feet }, page) => {
    for (const { spans } of [area, feet]) {
      for (const { kind, id, box } of spans) {
        if (kind === "target" && box && !places.has(id)) places.set(id, { page, box });
      }
    }
  });
  return places;
}
