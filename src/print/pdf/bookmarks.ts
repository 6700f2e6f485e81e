import { PDFDict, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { PDFDocument } from "@cantoo/pdf-lib";
import { letters } from "../letters.ts";

/** A heading of the printed pages. */
export interface PrintedHeading {
  /** As it stands on the page. */
  readonly text: string;
  /** As it is shown among the bookmarks. */
  readonly bookmark: string;
}

/** Chromium's bookmarks run words together where a heading's line ends: they are written anew from the headings. */
export function nameBookmarks(document: PDFDocument, headings: readonly PrintedHeading[]): void {
  let next = 0;
  for (const item of bookmarksOf(document)) {
    const title = item.get(PDFName.of("Title"));
    if (!(title instanceof PDFString || title instanceof PDFHexString)) continue;
    const wanted = letters(title.decodeText());
    const at = headings.findIndex(
      (heading, index) => index >= next && letters(heading.text) === wanted,
    );
    const heading = headings[at];
    if (!heading) continue;
    item.set(PDFName.of("Title"), PDFHexString.fromText(heading.bookmark));
    next = at + 1;
  }
}

/** Every bookmark in the order in which they are shown. */
function* bookmarksOf(document: PDFDocument): Generator<PDFDict> {
  const root = document.catalog.lookupMaybe(PDFName.of("Outlines"), PDFDict);
  if (root) yield* below(root);
}

function* below(parent: PDFDict): Generator<PDFDict> {
  let item = parent.lookupMaybe(PDFName.of("First"), PDFDict);
  while (item) {
    yield item;
    yield* below(item);
    item = item.lookupMaybe(PDFName.of("Next"), PDFDict);
  }
}
