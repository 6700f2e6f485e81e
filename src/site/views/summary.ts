import type { Document } from "../../edition/edition.ts";
import { addressOf, relativeAddress } from "../addresses.ts";
import { type Desk, renderText } from "../desk.ts";
import { type DateView, dateView } from "./dates.ts";

/** A document as lists show it. */
export interface SummaryView {
  /** As it is shown: "53", "VI:53". */
  readonly number: string;
  readonly href: string;
  readonly title: string;
  readonly titleSupplied: boolean;
  /** Absent where the document is undated. */
  readonly date?: DateView;
  readonly kind?: string;
  /** HTML; empty where there is none, or where the list goes without. */
  readonly abstract: string;
  /** Said where not all of the document is given: "Abstract only"; empty otherwise. */
  readonly status: string;
}

/** What lists say of a document that is not given in full. */
const STATUS_WORDS: Readonly<Record<Document["matter"]["status"], string>> = {
  full: "",
  excerpt: "Excerpt",
  calendared: "Abstract only",
  withheld: "Withheld",
};

/** A document as a list on some page shows it, with its abstract. */
export function summaryOf(desk: Desk, document: Document, address: string): SummaryView {
  const abstract = renderText(desk, document.abstract, { owner: document, address });
  return { ...lineOf(desk, document, address), abstract };
}

/** The same without its abstract. */
export function lineOf(desk: Desk, document: Document, address: string): SummaryView {
  const { matter } = document;
  return {
    number: desk.apparatus.numberOf(document),
    href: relativeAddress(address, addressOf(document)),
    title: matter.title,
    titleSupplied: matter.titleSupplied,
    ...(matter.date ? { date: dateView(matter.date) } : {}),
    ...(matter.kind === undefined ? {} : { kind: matter.kind }),
    abstract: "",
    status: STATUS_WORDS[matter.status],
  };
}
