import { HOME, addressOf, relativeAddress } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import type { PagePlan, PageView } from "../page-plan.ts";
import { clip } from "./clip.ts";
import { namesInWords } from "./names.ts";
import { type ReaderLinkView, readerLink } from "./readers.ts";
import { type SummaryView, lineOf } from "./summary.ts";

/** The first page. */
export interface HomeView extends PageView {
  readonly subtitle: string;
  readonly editors: string;
  readonly publisher: string;
  readonly text: string;
  readonly essays: readonly {
    readonly title: string;
    readonly href: string;
    readonly description: string;
    readonly authors: string;
  }[];
  /** The first documents. */
  readonly documents: readonly SummaryView[];
  readonly documentCount: number;
  readonly readers: readonly ReaderLinkView[];
}

/** As many documents as the home page lists. */
const LISTED = 12;

/** The home page. */
export function homePages(desk: Desk): readonly PagePlan[] {
  return [{ address: HOME, template: "pages/home.njk", view: () => homeView(desk) }];
}

function homeView(desk: Desk): HomeView {
  const { settings } = desk.edition;
  return {
    address: HOME,
    section: "home",
    title: settings.title,
    description: clip(settings.description ?? ""),
    subtitle: settings.subtitle ?? "",
    editors: namesInWords(desk, settings.editors),
    publisher: settings.publisher ?? "",
    text: settings.description ?? "",
    essays: desk.essays.map((essay) => ({
      title: essay.matter.title,
      href: relativeAddress(HOME, addressOf(essay)),
      description: essay.matter.description ?? "",
      authors: namesInWords(desk, essay.matter.authors),
    })),
    documents: desk.apparatus.documents
      .slice(0, LISTED)
      .map((document) => lineOf(desk, document, HOME)),
    documentCount: desk.apparatus.documents.length,
    readers: desk.edition.readers.map((reader) => readerLink(desk, reader, HOME)),
  };
}
