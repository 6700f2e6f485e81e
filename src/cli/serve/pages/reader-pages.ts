import { diagnose } from "../../../diagnostics/diagnostic.ts";
import { startOf } from "../../../diagnostics/place.ts";
import { streamsOf } from "../../../edition/own-streams.ts";
import type {
  PagePreview,
  PreviewedPages,
  PreviewedSheet,
} from "../../../print/preview/page-preview.ts";
import { PrintFailure } from "../../../print/print-failure.ts";
import type { ReadersToPrint } from "../../../site/print-source.ts";
import {
  type PrintedReaderFile,
  filesOfReader,
  printSourceAddress,
} from "../../../site/printed-files.ts";
import { describeFailure } from "../../failure.ts";
import { type LatestOnly, latestOnly } from "../latest-only.ts";
import { problemsPanel, troublePanel } from "../problems-panel.ts";

/** What an open page is told. */
export type PagesNews =
  | { readonly kind: "progress"; readonly pages: number; readonly expected: number }
  /** Its pages, or what is wrong, are others now. */
  | { readonly kind: "changed" };

/** A file's pages as they are now. */
export interface PagesState {
  /** Counts the layouts: what was asked of one is not answered by another. */
  readonly version: number;
  readonly sheets: readonly PreviewedSheet[];
  /** HTML set above the pages: what is wrong. Empty for nothing. */
  readonly panel: string;
}

/** The pages of an edition's readers, laid out when somebody looks at them; each file of a reader by its name: `readers/missiles/week-2`. */
export interface ReaderPages {
  /** The edition is another now; waits until readers that somebody looks at are laid out anew. */
  readonly edit: (next: ReadersToPrint) => Promise<void>;
  /** Waits until those who look at readers see them as they are laid out now. */
  readonly untilSeen: () => Promise<void>;
  /** Says above all pages what is wrong with the edition; empty when it is good again. */
  readonly warn: (panel: string) => void;
  /** A file of a reader, if there is such a one. */
  readonly fileNamed: (name: string) => PrintedReaderFile | undefined;
  /** All files of the same reader. */
  readonly filesBeside: (file: PrintedReaderFile) => readonly PrintedReaderFile[];
  /** Waits until the file's pages are laid out as the edition is now, or cannot be. */
  readonly stateOf: (name: string) => Promise<PagesState | undefined>;
  /** The pages that were last laid out. */
  readonly pagesOf: (name: string) => LaidOut | undefined;
  /** Somebody sees the pages of a layout. */
  readonly seen: (name: string, version: number) => void;
  /** Tells of a file's pages from now on, until what it gives is called. */
  readonly watch: (name: string, listener: (news: PagesNews) => void) => () => void;
  readonly close: () => Promise<void>;
}

/** Pages with the number of their layout. */
export interface LaidOut {
  readonly version: number;
  readonly pages: PreviewedPages;
}

/** What is known of a file that somebody has looked at. */
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
  let current: ReadersToPrint | undefined;
  let files = new Map<string, PrintedReaderFile>();
  let round = 0;
  let warning = "";

  const tell = ({ listeners }: Looked, news: PagesNews): void => {
    for (const listener of listeners) listener(news);
  };

  const layOut = async (file: PrintedReaderFile, known: Looked): Promise<void> => {
    if (!current) return;
    const { desk, source } = current;
    try {
      const made = source(file);
      if ("problem" in made) {
        known.trouble = problemsPanel([made.problem]);
        return;
      }
      known.pages = await preview.layOut({
        name: file.name,
        path: printSourceAddress(file),
        html: made.html,
        streams: streamsOf(desk.edition.settings),
        onProgress: (pages, expected) => tell(known, { kind: "progress", pages, expected }),
      });
      known.version += 1;
      known.trouble = "";
    } catch (error) {
      known.trouble =
        error instanceof PrintFailure
          ? problemsPanel([
              diagnose("print-failed", startOf(file.of.file), error.message, error.mend),
            ])
          : troublePanel(describeFailure(error, false));
    }
  };

  const lookAt = (name: string): Looked => {
    const known: Looked = looked.get(name) ?? {
      listeners: new Set(),
      round: -1,
      version: 0,
      seen: 0,
      waiting: new Set(),
      trouble: "",
      work: latestOnly(async () => {
        const now = round;
        const file = files.get(name);
        if (file && known.round !== now) await layOut(file, known);
        known.round = now;
        tell(known, { kind: "changed" });
      }),
    };
    looked.set(name, known);
    return known;
  };

  return {
    async edit(next) {
      current = next;
      files = new Map(
        next.desk.edition.readers
          .flatMap((reader) => filesOfReader(next.desk, reader))
          .map((file) => [file.name, file]),
      );
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
    fileNamed: (name) => files.get(name),
    filesBeside: ({ of }) => (current ? filesOfReader(current.desk, of) : []),
    async stateOf(name) {
      if (!files.has(name)) return undefined;
      const known = lookAt(name);
      if (known.round !== round) known.work.request();
      await known.work.settled();
      const { version, pages, trouble } = known;
      return { version, sheets: pages?.sheets ?? [], panel: warning === "" ? trouble : warning };
    },
    pagesOf(name) {
      const { version = 0, pages } = looked.get(name) ?? {};
      return pages && { version, pages };
    },
    seen(name, version) {
      const known = looked.get(name);
      if (!known || !(version > known.seen)) return;
      known.seen = version;
      wake(known);
    },
    watch(name, listener) {
      const known = lookAt(name);
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
