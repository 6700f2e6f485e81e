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

  // A space that stands alone between two elements would be lost where a page goes on with a paragraph.
  const spaces = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const alone: Text[] = [];
  for (let node = spaces.nextNode(); node; node = spaces.nextNode()) {
    if (!(node instanceof Text) || /\S/.test(node.data)) continue;
    if (!(node.previousSibling instanceof Element) || !(node.nextSibling instanceof Element))
      continue;
    if (node.parentElement?.matches("p, li, td, th, dd, dt, span, em, strong, a")) alone.push(node);
  }
  for (const space of alone) {
    const held = document.createElement("span");
    space.replaceWith(held);
    held.append(space);
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

  // Ruled room to answer in: so many lines as are asked for, or three for a question and four for what a worksheet asks.
  const withRoom = (question: HTMLElement, lines: number): void => {
    question.classList.add("question");
    const room = document.createElement("div");
    room.className = "writing-room";
    room.setAttribute("aria-hidden", "true");
    for (let line = 0; line < lines; line += 1) room.append(document.createElement("div"));
    if (lines > 0) question.append(room);
  };
  for (const asked of all(".teaching-questions, .teaching-comparison, .teaching-worksheet")) {
    const said = asked.dataset["lines"];
    const worksheet = asked.matches(".teaching-worksheet");
    const lines = said === undefined ? (worksheet ? 4 : 3) : Number(said);
    const entries = [...asked.querySelectorAll("li")].filter(
      (entry) => !entry.querySelector("li") && !entry.closest(".teaching-answer"),
    );
    for (const entry of entries) {
      // Where the answer is printed nobody writes one.
      withRoom(entry, entry.querySelector(".teaching-answer") ? 0 : lines);
    }
    // What a worksheet asks is in paragraphs; questions that are not numbered have room where they ask for it.
    if (!worksheet && (said === undefined || entries.length > 0)) continue;
    const paragraphs = [...asked.children].filter((child) =>
      child.matches("p:not([class]), p.run"),
    );
    for (const paragraph of paragraphs) {
      const question = document.createElement("div");
      paragraph.classList.remove("run");
      paragraph.replaceWith(question);
      question.append(paragraph);
      withRoom(question, lines);
    }
  }

  // What keeps together by its kind, and is taller than a page, must be divided all the same. Of a row only its
  // tallest cell counts, and a narrow cell is the taller; such a row is set as one cell below the other.
  const MOST_LETTERS = 1800;
  const LETTERS_OF_A_LINE = 80;
  for (const whole of all(".part-stamp, .teaching-context, .question, figure")) {
    const ruled = whole.querySelectorAll(".writing-room > div").length;
    const letters = (whole.textContent ?? "").length + ruled * LETTERS_OF_A_LINE;
    if (letters > MOST_LETTERS) whole.classList.add("tall");
  }
  for (const row of all("tr, .tr")) {
    const cells = [...row.children];
    const most = Math.max(0, ...cells.map((cell) => wordsOf(cell).length));
    if (most * cells.length > MOST_LETTERS) row.classList.add("tall");
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
