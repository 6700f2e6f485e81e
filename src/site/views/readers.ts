import { READERS, addressOf } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import type { PagePlan, PageView } from "../page-plan.ts";
import { type ReaderLinkView, readerLink } from "./reader-link.ts";
import { readerView } from "./reader.ts";
import { readingPages } from "./reading.ts";

/** The list of readers. */
export interface ReadersView extends PageView {
  readonly readers: readonly ReaderLinkView[];
}

/** The list of readers, a page for each, and a page for each of their readings; nothing where there are none. */
export function readerPages(desk: Desk): readonly PagePlan[] {
  const { readers } = desk.edition;
  if (readers.length === 0) return [];
  return [
    { address: READERS, template: "pages/readers.njk", view: () => readersView(desk) },
    ...readers.flatMap((reader) => [
      {
        address: addressOf(reader),
        template: "pages/reader.njk",
        view: () => readerView(desk, reader),
      },
      ...readingPages(desk, reader),
    ]),
  ];
}

function readersView(desk: Desk): ReadersView {
  return {
    address: READERS,
    section: "readers",
    title: "Readers",
    description: "Course packets made from the edition, to print or to read.",
    readers: desk.edition.readers.map((reader) => readerLink(desk, reader, READERS)),
  };
}
