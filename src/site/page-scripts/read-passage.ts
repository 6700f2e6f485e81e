/// <reference lib="dom" />
import type { WordsToCopy } from "./copy-words.ts";

/** A place in a document: one paragraph, several, or a note. */
export interface PlaceInDocument {
  readonly kind: "paragraph" | "paragraphs" | "note";
  /** "6", "3–5", "T1". */
  readonly number: string;
}

/** What somebody has selected. */
export interface Passage extends WordsToCopy {
  /** Nothing where it stands in no numbered paragraph and no note. */
  readonly place: PlaceInDocument | undefined;
}

/**
 * Runs in the page: the words of a selection without marks of notes and numbers of paragraphs. Notes between
 * paragraphs are left out; within a note its own words are what is wanted.
 */
export function readPassage(range: Range): Passage {
  const element = (node: Node): Element | null =>
    node instanceof Element ? node : node.parentElement;
  const common = element(range.commonAncestorContainer);
  const note = common?.closest(".note");
  const left = [
    ".pn, .call, .note-mark, .note-label, .visually-hidden, .page-break, .cite, .cite-link, script",
    ...(common?.closest(".notes") ? [] : [".notes"]),
  ].join(", ");
  const words = (part: Range): DocumentFragment => {
    const fragment = part.cloneContents();
    for (const apparatus of fragment.querySelectorAll(left)) apparatus.remove();
    return fragment;
  };

  const KEPT = new Set(
    "B BLOCKQUOTE CAPTION CODE DD DEL DL DT EM H1 H2 H3 H4 H5 H6 I INS P PRE S STRONG SUB SUP TABLE TBODY TD TH THEAD TR U".split(
      " ",
    ),
  );
  /** How many ends of lines stand before and behind a block. */
  const apart = (name: string): number =>
    /^(?:P|H[1-6]|UL|OL|DL|TABLE|PRE|BLOCKQUOTE|FIGURE)$/u.test(name)
      ? 2
      : /^(?:LI|DT|DD|TR|DIV|SECTION|FIGCAPTION)$/u.test(name)
        ? 1
        : 0;
  const escaped = (text: string): string =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  let plain = "";
  let gap = 0;
  const write = (node: Node): string => {
    if (node instanceof Text) {
      const text = node.data.replaceAll(/\s+/gu, " ");
      if (text.trim() === "" && gap > 0) return escaped(text);
      if (plain !== "" && gap > 0) plain = plain.trimEnd() + "\n".repeat(gap);
      gap = 0;
      plain += /(?:^|\s)$/u.test(plain) ? text.trimStart() : text;
      return escaped(text);
    }
    const name = node instanceof Element ? node.tagName : "";
    // A list's number and the words behind it are one line.
    const listed =
      name === "P" &&
      node.previousSibling instanceof Element &&
      node.previousSibling.matches(".marker");
    const lines = listed ? 0 : apart(name);
    gap = Math.max(gap, lines);
    const inner = [...node.childNodes].map(write).join("");
    gap = Math.max(gap, lines);
    if (name === "BR") plain += "\n";
    if (name === "TD" || name === "TH") plain += "\t";
    const marker = node instanceof Element && node.matches(".marker");
    if (marker) plain += " ";
    if (name === "BR") return "<br>";
    // Programs would count a list anew, whose numbers are written here.
    const kept = listed ? "" : name === "LI" ? "div" : KEPT.has(name) ? name.toLowerCase() : "";
    if (kept === "") return marker ? `${inner} ` : inner;
    return `<${kept}>${inner}</${kept}>`;
  };
  const html = write(words(range)).trim();

  const numberOf = (paragraph: Element): string => /^p(\d+)$/u.exec(paragraph.id)?.[1] ?? "";
  const placeOf = (): PlaceInDocument | undefined => {
    if (note) {
      const mark = note.querySelector(".note-mark")?.textContent ?? "";
      return mark === "" ? undefined : { kind: "note", number: mark };
    }
    // A selection by three clicks ends at the next paragraph's beginning, which is none of it.
    const numbers = [...document.querySelectorAll(".transcription [id^='p']")]
      .filter((paragraph) => numberOf(paragraph) !== "" && range.intersectsNode(paragraph))
      .filter((paragraph) => {
        const part = document.createRange();
        part.selectNodeContents(paragraph);
        if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
          part.setStart(range.startContainer, range.startOffset);
        if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0)
          part.setEnd(range.endContainer, range.endOffset);
        return (words(part).textContent ?? "").trim() !== "";
      })
      .map(numberOf);
    const [first, last] = [numbers[0], numbers.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    return first === last
      ? { kind: "paragraph", number: first }
      : { kind: "paragraphs", number: `${first}–${last}` };
  };
  return { html, plain: plain.trim(), place: placeOf() };
}
