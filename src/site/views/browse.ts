import type { Document } from "../../edition/edition.ts";
import { byDate } from "../../apparatus/edition-order.ts";
import type { Desk } from "../desk.ts";
import { relativeAddress } from "../addresses.ts";
import { type ExportLinkView, exportLinks } from "../exports.ts";
import type { PagePlan, PageView } from "../page-plan.ts";
import { type RunView, runViews, runsOf } from "./contents.ts";
import { type SummaryView, summaryOf } from "./summary.ts";

/** One page of the list of all documents. */
export interface BrowseView extends PageView {
  /** "111–120 of 174" */
  readonly range: string;
  /** Under the headings of volumes and parts, where the list keeps to their order. */
  readonly runs: readonly RunView<SummaryView>[];
  readonly orders: readonly LinkView[];
  /** Pages of this order: the first, the last and those around this one. */
  readonly pages: readonly PageLinkView[];
  readonly previous?: string;
  readonly next?: string;
  /** All documents, for reference managers. */
  readonly exports: readonly ExportLinkView[];
}

/** A link that may be the page itself. */
export interface LinkView {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
}

/** A link to a page of the list. */
export interface PageLinkView extends LinkView {
  /** Whether pages are left out before it. */
  readonly afterGap: boolean;
}

/** An order of the list: a row for each, with the name of its pages. */
interface Order {
  readonly label: string;
  /** `by-title`; the pages after the first are `by-title-2`, … */
  readonly name: string;
  /** The list's own first page and the name of its other pages are plainer. */
  readonly first: string;
  readonly sorted: (desk: Desk) => readonly Document[];
  /** Whether it is the order of the edition, in which parts keep together. */
  readonly inParts?: boolean;
}

const PAGE_LENGTH = 10;

const inEditionOrder: Omit<Order, "label"> = {
  name: "page",
  first: "index",
  sorted: ({ apparatus }) => apparatus.documents,
  inParts: true,
};

/** The documents of volumes stand by their numbers; by date they stand in an order of its own. */
const firstOrders = {
  withVolumes: [
    { label: "By number", ...inEditionOrder },
    { label: "Earliest first", name: "by-date", first: "by-date", sorted: earliestFirst },
  ],
  withoutVolumes: [{ label: "Earliest first", ...inEditionOrder }],
} as const;

const otherOrders: readonly Order[] = [
  {
    label: "Latest first",
    name: "by-date-descending",
    first: "by-date-descending",
    sorted: (desk) => latestFirst(earliestFirst(desk)),
  },
  {
    label: "Title, A to Z",
    name: "by-title",
    first: "by-title",
    sorted: (desk) => byTitle(desk),
  },
  {
    label: "Title, Z to A",
    name: "by-title-descending",
    first: "by-title-descending",
    sorted: (desk) => [...byTitle(desk)].reverse(),
  },
];

function ordersOf({ volumes }: Desk): readonly Order[] {
  const first = volumes.size > 0 ? firstOrders.withVolumes : firstOrders.withoutVolumes;
  return [...first, ...otherOrders];
}

/** The list of documents in every order, ten to a page; one empty page where there are none. */
export function browsePages(desk: Desk): readonly PagePlan[] {
  return ordersOf(desk).flatMap((order) => {
    const documents = order.sorted(desk);
    const count = Math.max(1, Math.ceil(documents.length / PAGE_LENGTH));
    return Array.from({ length: count }, (_, position) => ({
      address: pageAddress(order, position + 1),
      template: "pages/browse.njk",
      view: () => browseView(desk, order, documents, position + 1, count),
    }));
  });
}

function browseView(
  desk: Desk,
  order: Order,
  documents: readonly Document[],
  page: number,
  count: number,
): BrowseView {
  const address = pageAddress(order, page);
  const first = (page - 1) * PAGE_LENGTH;
  const shown = documents.slice(first, first + PAGE_LENGTH);
  const link = (to: number) => relativeAddress(address, pageAddress(order, to));
  return {
    address,
    section: "documents",
    title: page === 1 ? "Documents" : `Documents, page ${page}`,
    description: `All documents of the edition: ${order.label.toLowerCase()}.`,
    range: rangeWords(first + 1, first + shown.length, documents.length),
    runs: runViews(
      order.inParts
        ? runsOf(desk, shown, (document) => document)
        : [{ path: [], begins: [], listed: shown }],
      2,
      (document) => summaryOf(desk, document, address),
    ),
    orders: ordersOf(desk).map((other) => ({
      text: other.label,
      href: relativeAddress(address, pageAddress(other, 1)),
      current: other === order,
    })),
    pages: pagesAround(page, count).map((number, position, numbers) => ({
      text: String(number),
      href: link(number),
      current: number === page,
      afterGap: number - (numbers[position - 1] ?? number - 1) > 1,
    })),
    exports: documents.length === 0 ? [] : exportLinks(desk, address),
    ...(page > 1 ? { previous: link(page - 1) } : {}),
    ...(page < count ? { next: link(page + 1) } : {}),
  };
}

/** "111–120 of 174", "11 of 11", "No documents yet". */
export function rangeWords(first: number, last: number, total: number): string {
  if (total === 0) return "No documents yet";
  return first === last ? `${first} of ${total}` : `${first}–${last} of ${total}`;
}

/** The first page, the last, and two on each side of this one. */
function pagesAround(page: number, count: number): readonly number[] {
  return Array.from({ length: 5 }, (_, offset) => page - 2 + offset)
    .filter((number) => number > 1 && number < count)
    .concat(1, count)
    .filter((number, position, numbers) => numbers.indexOf(number) === position)
    .sort((a, b) => a - b);
}

function pageAddress(order: Order, page: number): string {
  return `documents/${page === 1 ? order.first : `${order.name}-${page}`}.html`;
}

function earliestFirst({ apparatus }: Desk): readonly Document[] {
  // Those of one day keep the order of the edition.
  return [...apparatus.documents].sort(byDate);
}

/** Undated documents stay last: that nothing is known of their date does not make them recent. */
function latestFirst(documents: readonly Document[]): readonly Document[] {
  const dated = documents.filter(({ matter }) => matter.date);
  const undated = documents.filter(({ matter }) => !matter.date);
  return [...dated.reverse(), ...undated];
}

function byTitle({ apparatus, edition }: Desk): readonly Document[] {
  const collator = new Intl.Collator(edition.settings.language, { numeric: true });
  return [...apparatus.documents].sort(
    (a, b) => collator.compare(a.matter.title, b.matter.title) || a.number - b.number,
  );
}
