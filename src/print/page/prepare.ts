/// <reference lib="dom" />

/** Runs in the page before it is set up: gives the texts what styles cannot find once they are cut into pages, and print needs. */
export function prepareTexts(): void {
  const all = (selector: string): HTMLElement[] => [
    ...document.querySelectorAll<HTMLElement>(selector),
  ];

  /** Without its notes, which stand elsewhere. */
  const wordsOf = (element: Element): string => {
    const copy = element.cloneNode(true);
    if (copy instanceof Element) for (const note of copy.querySelectorAll(".note")) note.remove();
    return copy.textContent ?? "";
  };

  // Empty text between blocks is nothing to print, but Paged.js may take a page's end to be in it.
  for (const block of all("section, div, header, ul, ol, dl, table, tr")) {
    const empty = [...block.childNodes].filter(
      (child) => child instanceof Text && !/\S/.test(child.data),
    );
    for (const child of empty) child.remove();
  }

  // A paragraph behind a paragraph is indented, also where the one before stands on another page.
  for (const paragraph of all("p:not([class]) + p:not([class])")) paragraph.classList.add("run");

  // Two marks side by side would be read as one.
  for (const call of all(".call")) {
    const before = call.previousSibling;
    if (before instanceof HTMLElement && before.matches(".note")) call.classList.add("next-call");
  }

  // The number of the original's page goes into the margin; a bar stays where that page begins.
  for (const pageBreak of all(".page-break")) {
    const bar = document.createElement("span");
    bar.className = "page-bar";
    bar.textContent = "|";
    pageBreak.before(bar);
  }

  // “Doc. 5” is not torn apart at a line's end; a title may be.
  for (const reference of all("a.reference")) {
    const words = reference.textContent ?? "";
    if (/\d$/.test(words) && words.length < 16) reference.classList.add("short");
  }

  // What keeps together by its kind, and is taller than a page, must be divided all the same. Of a row only its
  // tallest cell counts, and a narrow cell is the taller; such a row is set as one cell below the other.
  const MOST_LETTERS = 1800;
  for (const whole of all(".part-stamp, .teaching-context, .teaching-questions li, figure")) {
    if ((whole.textContent ?? "").length > MOST_LETTERS) whole.classList.add("tall");
  }
  for (const row of all("tr, .tr")) {
    const cells = [...row.children];
    const most = Math.max(0, ...cells.map((cell) => wordsOf(cell).length));
    if (most * cells.length > MOST_LETTERS) row.classList.add("tall");
  }

  for (const question of all(".teaching-questions li")) {
    const room = document.createElement("div");
    room.className = "writing-room";
    room.setAttribute("aria-hidden", "true");
    for (let line = 0; line < 3; line += 1) room.append(document.createElement("div"));
    question.append(room);
  }

  // What the index counts, and can lead to. Counted within a chunk: what is new in one leaves the others as they are.
  for (const chunk of all("[data-indexed]")) {
    chunk.querySelectorAll<HTMLElement>("a.mention").forEach((link, at) => {
      link.dataset["mention"] = (link.getAttribute("href") ?? "").slice(1);
      link.id = `${chunk.dataset["chunk"] ?? ""}--mention-${at + 1}`;
    });
  }
  // An entry that only a list or another entry names has no page, and no line in the index.
  for (const slot of all("[data-mentions-of]")) {
    const entry = slot.dataset["mentionsOf"] ?? "";
    if (document.querySelector(`[data-mention="${entry}"]`)) continue;
    const group = slot.closest(".index-group");
    slot.closest("li")?.remove();
    if (!group?.querySelector("li")) group?.remove();
  }
}
