/// <reference lib="dom" />

/**
 * Runs in the page before it is set up: in the chunks that are to be set in the plainest way, since Paged.js failed
 * in them, all notes stand behind the text and nothing at the foot, and nothing must keep together.
 */
export function setLongNotesAside(plainChunks: readonly string[]): void {
  const KEPT_WHOLE = "tr, .tr, figure, .part-stamp, .teaching-context, .teaching-questions li";
  const plain = new Set(plainChunks);
  for (const text of document.querySelectorAll(".document, [data-chunk]:not(.calendar)")) {
    if (text.matches("[data-chunk]") && text.querySelector(".document")) continue;
    const chunk = text.closest<HTMLElement>("[data-chunk]");
    if (!plain.has(chunk?.dataset["chunk"] ?? "")) continue;
    for (const whole of text.querySelectorAll(KEPT_WHOLE)) whole.classList.add("tall");
    const notes = [...text.querySelectorAll<HTMLElement>(".note")];
    if (notes.length === 0) continue;
    const heading = document.createElement("h2");
    heading.textContent = "Notes";
    const aside = document.createElement("section");
    aside.className = "long-notes";
    aside.append(heading);
    for (const note of notes) {
      const body = document.createElement("div");
      body.className = "long-note";
      body.id = note.id;
      body.append(...note.childNodes);
      aside.append(body);
      note.remove();
    }
    const transcription = text.querySelector(":scope > .transcription");
    if (transcription) transcription.after(aside);
    else text.append(aside);
  }
}
