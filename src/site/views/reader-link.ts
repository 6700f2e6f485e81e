import type { Reader } from "../../edition/edition.ts";
import { courseLine } from "../../reader/packet-names.ts";
import { addressOf, pagesAddress, pdfAddress, relativeAddress } from "../addresses.ts";
import type { Desk } from "../desk.ts";

/** A reader as a list shows it. */
export interface ReaderLinkView {
  readonly title: string;
  readonly subtitle: string;
  readonly course: string;
  readonly description: string;
  readonly href: string;
  /** Where the printed reader is; empty where none is made. */
  readonly pdf: string;
  /** Where the preview shows its pages as they will be printed; empty outside of the preview. */
  readonly pages: string;
}

/** A reader as lists on a page show it. */
export function readerLink(desk: Desk, reader: Reader, address: string): ReaderLinkView {
  const { matter } = reader;
  return {
    title: matter.title,
    subtitle: matter.subtitle ?? "",
    course: courseLine(reader),
    description: matter.description ?? "",
    href: relativeAddress(address, addressOf(reader)),
    pdf: desk.pdf ? relativeAddress(address, pdfAddress(reader.id)) : "",
    pages: desk.pages ? relativeAddress(address, pagesAddress(reader.id)) : "",
  };
}
