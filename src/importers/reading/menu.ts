/** Words of a page about itself: what its menus and buttons say. */
const MENU: ReadonlySet<string> = new Set(
  [
    "Skip to content; Skip to main content; Skip to navigation; Skip navigation; Jump to content; Jump to navigation; Main menu; Menu; Home; Search",
    "Toggle navigation; Navigation; Breadcrumb; Open menu; Close menu; Close; Log in; Sign in; Register; Donate; Subscribe; Contact us; Contact; About; About us",
    "Share; Share this; Share this page; Share on Facebook; Share on Twitter; Tweet; Email; Email this; Print; Print this page; Download; Download PDF; View PDF; PDF; Cite; Cite this; Citation; Cite this document; Citations; Copy; Copy link; Copy citation; Bookmark; Save; Permalink",
    "Expand; Collapse; Expand all; Collapse all; Read more; Show more; Show less; See more; More; Less; View more; Back; Back to top; Back to results; Back to search results; Return to top; Return to results; Top; Previous; Next; Previous page; Next page; First page; Last page; « Previous; Next »; ‹ Previous; Next ›; « First; Last »; ‹‹; ››; «; »; ‹; ›; …",
    "English Transcription; English Translation; English; Original Scan; Original Language; Original PDF; Original Document; Transcription; Transcript; Translation; Scan; View Original; View Original Scan; Download Original; Download Translation; PDF Version; Image",
    "Sort by; Sort; Filter; Filters; Filter by; Refine; Refine results; Refine your search; Apply; Reset; Clear; Clear all; Items per page; Results per page; Results; Search results; Grid; List; Relevance; Date; Title; Table of Contents; Contents; Details; Summary view",
    "Accept; Accept all; Accept cookies; Decline; Cookie settings; Privacy; Privacy Policy; Terms of Use; All rights reserved; Loading; Loading…; Loading...",
  ]
    .join("; ")
    .split("; ")
    .map((words) => words.toLowerCase()),
);

/** Whether a line is a page's own: a menu's words, a number of pages. */
export function isMenuLine(line: string): boolean {
  const words = line.trim().toLowerCase();
  return MENU.has(words) || PAGER.test(words);
}

const PAGER = /^(?:current )?page \d+(?: of \d+)?$|^\d{1,4}$/u;
