import type { ReaderLayout } from "../paginate.ts";
import type { ProofFailure } from "./proof-failure.ts";
import { isAt } from "./link-proof.ts";
import type { ReadPdf } from "./read-pdf.ts";

/** Every heading has its bookmark, in order, below that of what it stands in, and each leads to the heading's place. */
export function proveBookmarks(reader: ReaderLayout, pdf: ReadPdf): readonly ProofFailure[] {
  const headings = reader.pages.flatMap((page, sheet) =>
    page.headings.map((heading) => ({ ...heading, sheet })),
  );
  const failures: ProofFailure[] = [];
  let next = 0;
  const open: number[] = [];
  for (const { bookmark, level, sheet, left, top } of headings) {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    const chunk = reader.numbered.sheets[sheet]?.content?.chunk;
    const wrong = (what: string): void => {
      const message = `the bookmark “${bookmark}” ${what}`;
      failures.push({ rule: "print-number", message, ...(chunk === undefined ? {} : { chunk }) });
    };
    const found = pdf.bookmarks[next];
    if (found?.title !== bookmark) {
      wrong("is missing in the PDF");
      continue;
    }
    next += 1;
    const box = { left, top, right: left, bottom: top };
    if (found.level !== open.length) {
      wrong(`stands ${found.level} deep among the bookmarks of the PDF, not ${open.length}`);
    }
    if (found.page !== sheet) {
      wrong(
        `leads to page ${pdf.labels[found.page ?? -1] ?? "none"} of the PDF, not to its heading’s`,
      );
    } else if (!isAt(found, box)) wrong("does not lead to its heading’s place on the page");
  }
  for (const { title } of pdf.bookmarks.slice(next)) {
    failures.push({ rule: "print-number", message: `the PDF has a bookmark “${title}” too many` });
  }
  return failures;
}
