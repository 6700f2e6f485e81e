/// <reference lib="dom" />
import type { CitePanel } from "./cite-panel.ts";
import type { Passage } from "./read-passage.ts";

/** Runs in the page: copies passages without marks and numbers, and with their citation where the reader wants it. */
export function citeInPassages({
  panel,
  readPassage,
}: {
  readonly panel: CitePanel | undefined;
  readonly readPassage: (range: Range) => Passage;
}): void {
  document.addEventListener("copy", (event) => {
    const selection = document.getSelection();
    if (!event.clipboardData || !selection || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const around = range.commonAncestorContainer;
    const main = document.querySelector("main");
    const within = around instanceof Element ? around : around.parentElement;
    if (!main?.contains(around) || within?.closest(".cite, dialog, input, textarea")) return;
    const { html, plain, place } = readPassage(range);
    if (plain === "") return;
    // What a packet says before and behind a document is not the document's.
    const isPackets = within?.closest(".reading-before, .reading-after");
    const citation = isPackets ? undefined : panel?.added(place);
    const cited = citation
      ? { html: `${html}<p>${citation.html}</p>`, plain: `${plain}\n\n${citation.plain}` }
      : { html, plain };
    event.clipboardData.setData("text/html", cited.html);
    event.clipboardData.setData("text/plain", cited.plain);
    event.preventDefault();
  });
}
