import type { Reader } from "../../edition/edition.ts";
import { courseLine } from "../../reader/packet-names.ts";
import { addressOf, relativeAddress } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import { filesOfReader, pagesAddress, printedAddress } from "../printed-files.ts";

/** A reader as a list shows it. */
export interface ReaderLinkView {
  readonly title: string;
  readonly subtitle: string;
  readonly course: string;
  readonly description: string;
  readonly href: string;
  /** Where the first of its printed files is; empty where none is made. */
  readonly pdf: string;
  /** Where the preview shows its pages as they will be printed, those of its first file; empty outside of the preview. */
  readonly pages: string;
}

/** A reader as lists on a page show it. */
export function readerLink(desk: Desk, reader: Reader, address: string): ReaderLinkView {
  const { matter } = reader;
  const [first] = filesOfReader(desk, reader);
  return {
    title: matter.title,
    subtitle: matter.subtitle ?? "",
    course: courseLine(reader),
    description: matter.description ?? "",
    href: relativeAddress(address, addressOf(reader)),
    pdf: desk.pdf && first ? relativeAddress(address, printedAddress(first)) : "",
    pages: desk.pages && first ? relativeAddress(address, pagesAddress(first)) : "",
  };
}
