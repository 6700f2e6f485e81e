/// <reference lib="dom" />
import type { PagedModule, Previewer } from "./paged-js.ts";
import type { SlotPage } from "./lay-out.ts";

/** What our code keeps in the page from one call to the next. */
export interface PageSession {
  readonly previewer: Previewer;
  /** The pages that Paged.js has finished of the present flow. */
  finished: HTMLElement[];
  /** Pages laid out since the browser has swept away what nobody needs any more. */
  pagesUnswept: number;
  /** More than the present flow can fill. */
  mostPages: number;
  /** Whether an entry of the index goes on in the next column, in the present flow. */
  dividesEntries: boolean;
  /** Finds slots for numbers of pages. */
  readonly slotSelector: string;
  /** Moves a page's end up where it would part what belongs together. */
  betterBreak: (overflow: Range, rendered: HTMLElement) => Range | undefined;
  /** Whether some of a page's text has no room on it: it stands in a column far beside the page's own. */
  readonly runsOver: (page: Element) => boolean;
  /** Gives a page's text one line's height more, at the cost of its notes; false where it has all the height there is. */
  giveRoom: (rendered: HTMLElement) => boolean;
  /** Puts the notes of a page in the order of their streams. */
  readonly groupNotes: (page: HTMLElement) => void;
  /** Writes numbers of pages into a slot. */
  readonly fillSlot: (slot: HTMLElement, pages: readonly SlotPage[]) => void;
}

declare global {
  var Paged: PagedModule;
  var scholium: PageSession;
  /** Tells the program outside of the page that one more page is laid out. */
  var scholiumPage: () => void;
}
