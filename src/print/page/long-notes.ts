/// <reference lib="dom" />

/**
 * Runs in the page before it is set up: notes for which a page's foot has no room. Paged.js loses or doubles
 * text around a note that is taller than the room for it, so that a long one is printed behind its text,
 * and the foot says where. In the chunks that are to be set in the plainest way, since Paged.js failed in
 * them, all notes stand behind the text and nothing at the foot.
 */
export function setLongNotesAside(plainChunks: readonly string[]): void {
  /** About two fifths of a page's height. */
  const MOST_LETTERS = 1600;
  /** In a table, where a row keeps together with all its notes. */
  const MOST_LETTERS_IN_TABLE = 600;
  /** In a row of a table whose notes fill more than that together. */
  const MOST_LETTERS_IN_FULL_ROW = 160;
  const FULL_ROW = 1600;

  const KEPT_WHOLE = "tr, figure, .part-stamp, .teaching-context, .teaching-questions li";
  const plain = new Set(plainChunks);
  const lengthOf = (note: Element): number => (note.textContent ?? "").length;
  const mostLetters = (note: Element): number => {
    const row = note.closest("tr");
    if (!row) return MOST_LETTERS;
    const together = [...row.querySelectorAll(".note")].reduce(
      (sum, each) => sum + lengthOf(each),
      0,
    );
    return together > FULL_ROW ? MOST_LETTERS_IN_FULL_ROW : MOST_LETTERS_IN_TABLE;
  };
  const make = (name: string, className: string, ...content: readonly (Node | string)[]) => {
    const element = document.createElement(name);
    if (className !== "") element.className = className;
    element.append(...content);
    return element;
  };

  const texts = document.querySelectorAll(".document, [data-chunk]:not(.calendar)");
  for (const text of texts) {
    if (text.matches("[data-chunk]") && text.querySelector(".document")) continue;
    const chunk = text.closest<HTMLElement>("[data-chunk]");
    const isPlain = plain.has(chunk?.dataset["chunk"] ?? "");
    if (isPlain) {
      // Nothing in it must keep together.
      for (const whole of text.querySelectorAll(KEPT_WHOLE)) whole.classList.add("tall");
    }
    const notes = [...text.querySelectorAll<HTMLElement>(".note")];
    const limits = new Map(notes.map((note) => [note, mostLetters(note)]));
    const long = notes.filter((note) => isPlain || lengthOf(note) > (limits.get(note) ?? 0));
    if (long.length === 0) continue;
    const aside = make("section", "long-notes", make("h2", "", isPlain ? "Notes" : "Longer notes"));
    for (const note of long) {
      const { id } = note;
      const foot = `${id}--foot`;
      const marks = [...note.querySelectorAll(".note-mark, .note-label")].slice(0, 2);
      const body = make("div", "long-note");
      body.id = id;
      body.append(...note.childNodes);
      aside.append(body);
      if (isPlain) {
        note.remove();
        continue;
      }
      const slot = make("span", "page-of");
      slot.dataset["pageOf"] = id;
      const link = make("a", "", "behind the text");
      link.setAttribute("href", `#${id}`);
      const stub = marks.flatMap((mark) => [mark.cloneNode(true), " "]);
      note.append(make("span", "p", ...stub, "A long note, printed ", link, slot, "."));
      note.id = foot;
      note.dataset["ref"] = foot;
      note.previousElementSibling?.setAttribute("href", `#${foot}`);
    }
    const transcription = text.querySelector(":scope > .transcription");
    if (transcription) transcription.after(aside);
    else text.append(aside);
  }
}
