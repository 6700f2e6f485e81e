import type { Document } from "../../edition/edition.ts";
import { HOME } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import type { PagePlan, PageView } from "../page-plan.ts";
import { clip } from "./clip.ts";
import { type RunView, runViews, runsOf } from "./contents.ts";
import { type EssayEntryView, essayEntry } from "./essay-entry.ts";
import { namesInWords } from "./names.ts";
import { type ReaderLinkView, readerLink } from "./reader-link.ts";
import { type SummaryView, lineOf } from "./summary.ts";
import { type VolumeEntryView, volumeEntry } from "./volume.ts";

/** The first page. */
export interface HomeView extends PageView {
  readonly subtitle: string;
  readonly editors: string;
  readonly publisher: string;
  readonly text: string;
  readonly essays: readonly EssayEntryView[];
  /** The volumes, where there are any. */
  readonly volumes: readonly VolumeEntryView[];
  /** The first documents, of an edition without volumes, of no volume, or of the only one that has no parts. */
  readonly documents: readonly SummaryView[];
  /** The same under the headings of their parts. */
  readonly runs: readonly RunView<SummaryView>[];
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
  const volumes = [...desk.volumes.values()].map((contents) => volumeEntry(contents, HOME));
  const listed = documentsListed(desk, volumes).slice(0, LISTED);
  return {
    address: HOME,
    section: "home",
    title: settings.title,
    description: clip(settings.description ?? ""),
    subtitle: settings.subtitle ?? "",
    editors: namesInWords(desk, settings.editors),
    publisher: settings.publisher ?? "",
    text: settings.description ?? "",
    essays: desk.essays
      .filter(({ matter }) => matter.volume === undefined || desk.volumes.size < 2)
      .map((essay) => essayEntry(desk, essay, HOME)),
    volumes,
    documents: listed.map((document) => lineOf(desk, document, HOME)),
    runs: runViews(
      runsOf(desk, listed, (document) => document),
      3,
      (document) => lineOf(desk, document, HOME),
    ),
    documentCount: desk.apparatus.documents.length,
    readers: desk.edition.readers.map((reader) => readerLink(desk, reader, HOME)),
  };
}

/** A volume's documents are listed on its own page, where the way there has something to tell. */
function documentsListed(
  { apparatus }: Desk,
  volumes: readonly VolumeEntryView[],
): readonly Document[] {
  const [only, another] = volumes;
  if (!another && (only?.parts ?? []).length === 0) return apparatus.documents;
  return apparatus.documents.filter(({ matter }) => matter.volume === undefined);
}
