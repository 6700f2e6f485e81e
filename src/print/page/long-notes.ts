/// <reference lib="dom" />

/**
 * Runs in the page before it is set up: notes for which a page's foot has no room. Paged.js loses or doubles
 * text around a note that is taller than the room for it, so that a long one is printed behind its text,
 * and the foot says where.
 */
export function setLongNotesAside(): void {
  /** About two fifths of a page's height. */
  const MOST_LETTERS = 1600;
  /** In a table, where a row keeps together with all its notes. */
  const MOST_LETTERS_IN_TABLE = 600;

  const ordinary = (note: Element): boolean => {
    const most = note.closest("table") ? MOST_LETTERS_IN_TABLE : MOST_LETTERS;
    return (note.textContent ?? "").length <= most;
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
    const long = [...text.querySelectorAll<HTMLElement>(".note")].filter((note) => !ordinary(note));
    if (long.length === 0) continue;
    const aside = make("section", "long-notes", make("h2", "", "Longer notes"));
    for (const note of long) {
      const { id } = note;
      const foot = `${id}--foot`;
      const marks = [...note.querySelectorAll(".note-mark, .note-label")].slice(0, 2);
      const body = make("div", "long-note");
      body.id = id;
      body.append(...note.childNodes);
      const slot = make("span", "page-of");
      slot.dataset["pageOf"] = id;
      const link = make("a", "", "behind the text");
      link.setAttribute("href", `#${id}`);
      const stub = marks.flatMap((mark) => [mark.cloneNode(true), " "]);
      note.append(make("span", "p", ...stub, "A long note, printed ", link, slot, "."));
      note.id = foot;
      note.dataset["ref"] = foot;
      note.previousElementSibling?.setAttribute("href", `#${foot}`);
      aside.append(body);
    }
    const transcription = text.querySelector(":scope > .transcription");
    if (transcription) transcription.after(aside);
    else text.append(aside);
  }
}
