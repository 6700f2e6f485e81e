import { diagnose } from "../../../diagnostics/diagnostic.ts";
import { startOf } from "../../../diagnostics/place.ts";
import type { Edition, Reader } from "../../../edition/edition.ts";
import { streamsOf } from "../../../edition/own-streams.ts";
import type {
  PagePreview,
  PreviewedPages,
  PreviewedSheet,
} from "../../../print/preview/page-preview.ts";
import { PrintFailure } from "../../../print/print-failure.ts";
import type { PrintSource } from "../../../site/print-source.ts";
import { describeFailure } from "../../failure.ts";
import { type LatestOnly, latestOnly } from "../latest-only.ts";
import { problemsPanel, troublePanel } from "../problems-panel.ts";

/** An edition as it is now, and what its readers are printed from. */
export interface PrintableEdition {
  readonly edition: Edition;
  readonly source: (readerId: string) => PrintSource;
}

/** What an open page is told. */
export type PagesNews =
  | { readonly kind: "progress"; readonly pages: number; readonly expected: number }
  /** Its pages, or what is wrong, are others now. */
  | { readonly kind: "changed" };

/** A reader's pages as they are now. */
export interface PagesState {
  /** Counts the layouts: what was asked of one is not answered by another. */
  readonly version: number;
  readonly sheets: readonly PreviewedSheet[];
  /** HTML set above the pages: what is wrong. Empty for nothing. */
  readonly panel: string;
}

/** The pages of an edition's readers, laid out when somebody looks at them. */
export interface ReaderPages {
  /** The edition is another now; waits until readers that somebody looks at are laid out anew. */
  readonly edit: (next: PrintableEdition) => Promise<void>;
  /** Waits until those who look at readers see them as they are laid out now. */
  readonly untilSeen: () => Promise<void>;
  /** Says above all pages what is wrong with the edition; empty when it is good again. */
  readonly warn: (panel: string) => void;
  /** The title of a reader, if there is such a one. */
  readonly titleOf: (readerId: string) => string | undefined;
  /** Waits until the reader's pages are laid out as the edition is now, or cannot be. */
  readonly stateOf: (readerId: string) => Promise<PagesState | undefined>;
  /** The pages that were last laid out. */
  readonly pagesOf: (readerId: string) => LaidOut | undefined;
  /** Somebody sees the pages of a layout. */
  readonly seen: (readerId: string, version: number) => void;
  /** Tells of a reader's pages from now on, until what it gives is called. */
  readonly watch: (readerId: string, listener: (news: PagesNews) => void) => () => void;
  readonly close: () => Promise<void>;
}

/** Pages with the number of their layout. */
export interface LaidOut {
  readonly version: number;
  readonly pages: PreviewedPages;
}

/** What is known of a reader that somebody has looked at. */
interface Looked {
  readonly listeners: Set<(news: PagesNews) => void>;
  readonly work: LatestOnly;
  /** Of which edition its pages are; none at first. */
  round: number;
  version: number;
  /** The last layout that somebody sees, and who waits for one that is not seen yet. */
  seen: number;
  readonly waiting: Set<() => void>;
  pages?: PreviewedPages;
  trouble: string;
}

/** Waits until somebody sees the last layout, or nobody looks any more. */
async function untilSeen(known: Looked): Promise<void> {
  while (known.seen < known.version && known.listeners.size > 0)
    await new Promise<void>((resolve) => known.waiting.add(resolve));
}

function wake({ waiting }: Looked): void {
  const all = [...waiting];
  waiting.clear();
  for (const resolve of all) resolve();
}

/** Opens the pages of readers over a preview that lays them out. */
export function openReaderPages(preview: PagePreview): ReaderPages {
  const looked = new Map<string, Looked>();
  let current: PrintableEdition | undefined;
  let round = 0;
  let warning = "";

  const readerOf = (id: string): Reader | undefined =>
    current?.edition.readers.find((reader) => reader.id === id);
  const tell = ({ listeners }: Looked, news: PagesNews): void => {
    for (const listener of listeners) listener(news);
  };

  const layOut = async (reader: Reader, known: Looked): Promise<void> => {
    if (!current) return;
    const { edition, source } = current;
    try {
      const made = source(reader.id);
      if ("problem" in made) {
        known.trouble = problemsPanel([made.problem]);
        return;
      }
      known.pages = await preview.layOut({
        id: reader.id,
        html: made.html,
        streams: streamsOf(edition.settings),
        onProgress: (pages, expected) => tell(known, { kind: "progress", pages, expected }),
      });
      known.version += 1;
      known.trouble = "";
    } catch (error) {
      known.trouble =
        error instanceof PrintFailure
          ? problemsPanel([
              diagnose("print-failed", startOf(reader.file), error.message, error.mend),
            ])
          : troublePanel(describeFailure(error, false));
    }
  };

  const lookAt = (id: string): Looked => {
    const known: Looked = looked.get(id) ?? {
      listeners: new Set(),
      round: -1,
      version: 0,
      seen: 0,
      waiting: new Set(),
      trouble: "",
      work: latestOnly(async () => {
        const now = round;
        const reader = readerOf(id);
        if (reader && known.round !== now) await layOut(reader, known);
        known.round = now;
        tell(known, { kind: "changed" });
      }),
    };
    looked.set(id, known);
    return known;
  };

  return {
    async edit(next) {
      current = next;
      round += 1;
      warning = "";
      const watched = [...looked.values()].filter(({ listeners }) => listeners.size > 0);
      for (const { work } of watched) work.request();
      for (const { work } of watched) await work.settled();
    },
    async untilSeen() {
      for (const known of looked.values()) await untilSeen(known);
    },
    warn(panel) {
      warning = panel;
      for (const known of looked.values()) tell(known, { kind: "changed" });
    },
    titleOf: (id) => readerOf(id)?.matter.title,
    async stateOf(id) {
      if (!readerOf(id)) return undefined;
      const known = lookAt(id);
      if (known.round !== round) known.work.request();
      await known.work.settled();
      const { version, pages, trouble } = known;
      return { version, sheets: pages?.sheets ?? [], panel: warning === "" ? trouble : warning };
    },
    pagesOf(id) {
      const { version = 0, pages } = looked.get(id) ?? {};
      return pages && { version, pages };
    },
    seen(id, version) {
      const known = looked.get(id);
      if (!known || !(version > known.seen)) return;
      known.seen = version;
      wake(known);
    },
    watch(id, listener) {
      const known = lookAt(id);
      known.listeners.add(listener);
      return () => {
        known.listeners.delete(listener);
        wake(known);
      };
    },
    async close() {
      for (const known of looked.values()) await known.work.settled();
      await preview.close();
    },
  };
}
