import { letters } from "../letters.ts";
import type { ReaderLayout } from "../paginate.ts";
import type { ProofFailure } from "./proof-failure.ts";
import type { ReadPdf } from "./read-pdf.ts";

/**
 * Compares a finished PDF with the pages that it was printed from: on each page the same letters, every
 * link and bookmark leading to its target's page, pages named as they are numbered.
 */
export function provePdf(reader: ReaderLayout, pdf: ReadPdf): readonly ProofFailure[] {
  const { sheets, whereabouts } = reader.numbered;
  if (pdf.pages.length !== sheets.length) {
    const message = `the PDF has ${pdf.pages.length} pages, not ${sheets.length}`;
    return [{ rule: "print-text", message }];
  }
  const failures: ProofFailure[] = [];
  reader.pages.forEach((surveyed, at) => {
    const sheet = sheets[at];
    const page = pdf.pages[at];
    if (!sheet || !page) return;
    const wrong = (rule: ProofFailure["rule"], message: string): void => {
      const chunk = sheet.content?.chunk;
      failures.push({ rule, message, ...(chunk === undefined ? {} : { chunk }) });
    };
    const difference = differingLetters(capitals(surveyed.text), capitals(page.text));
    if (difference !== "") {
      wrong("print-text", `page ${sheet.label} of the PDF ${difference}`);
    }
    const linked = new Set(page.links.map(({ name }) => name));
    for (const target of new Set(surveyed.links)) {
      if (!linked.has(target)) {
        wrong("print-number", `the link to “${target}” on page ${sheet.label} is dead in the PDF`);
      }
    }
    for (const { name, page: leadsTo } of page.links) {
      const right = whereabouts.sheetOf.get(name);
      if (leadsTo !== right) {
        wrong("print-number", `the link to “${name}” on page ${sheet.label} misses its page`);
      }
    }
    if (pdf.labels[at] !== sheet.label) {
      wrong(
        "print-number",
        `page ${sheet.label} is named ${pdf.labels[at] ?? "nothing"} in the PDF`,
      );
    }
  });
  return [...failures, ...proveBookmarks(reader, pdf)];
}

/** Every heading has its bookmark, in order, and each leads to the heading's page. */
function proveBookmarks(reader: ReaderLayout, pdf: ReadPdf): readonly ProofFailure[] {
  const headings = reader.pages.flatMap((page, sheet) =>
    page.headings.map(({ bookmark }) => ({ bookmark, sheet })),
  );
  return headings.flatMap(({ bookmark, sheet }, at) => {
    const found = pdf.bookmarks[at];
    if (found?.title === bookmark && found.page === sheet) return [];
    const message = `the bookmark “${bookmark}” is missing or does not lead to its heading`;
    return [{ rule: "print-number" as const, message }];
  });
}

/** Its letters as capitals: where a font has no small capitals, a browser draws large ones small. */
function capitals(text: string): string {
  return letters(text).toUpperCase();
}

/** Which letters one text has and the other has not; their order may differ, since a PDF is written in the order of painting. */
function differingLetters(expected: string, found: string): string {
  if (expected === found) return "";
  const surplus = new Map<string, number>();
  for (const letter of found) surplus.set(letter, (surplus.get(letter) ?? 0) + 1);
  for (const letter of expected) surplus.set(letter, (surplus.get(letter) ?? 0) - 1);
  const lacking = [...surplus].filter(([, count]) => count < 0).map(([letter]) => letter);
  const added = [...surplus].filter(([, count]) => count > 0).map(([letter]) => letter);
  if (lacking.length > 0) {
    const foreign = lacking.every((letter) => !/\p{Script=Latin}|\p{N}/u.test(letter));
    const font = foreign ? "; is there a font for them on this computer?" : "";
    return `lacks letters of the page: ${lacking.slice(0, 20).join(" ")}${font}`;
  }
  if (added.length > 0) return `has letters that the page lacks: ${added.slice(0, 20).join(" ")}`;
  return "";
}
