/// <reference lib="dom" />
import type { WordsToCopy } from "./copy-words.ts";
import type { PlaceInDocument } from "./read-passage.ts";

/** What the panel knows for the rest of the page. */
export interface CitePanel {
  /** The citation that the reader wants behind what is copied; nothing where none is wanted. */
  readonly added: (place: PlaceInDocument | undefined) => WordsToCopy | undefined;
}

/**
 * Runs in the page: sets a button beside each citation that copies it, and opens the page's section on citing as a
 * panel over the text, for the document or for the paragraph or note whose number is pressed.
 */
export function citePanel({
  copyWords,
}: {
  readonly copyWords: (words: WordsToCopy) => Promise<boolean>;
}): CitePanel | undefined {
  const section = document.getElementById("page--cite");
  const body = section?.querySelector<HTMLElement>(".cite-body");
  if (!section || !body || typeof HTMLDialogElement === "undefined") return undefined;

  // What the reader chose is kept on the device, where that may be.
  const KEY = "scholium-cite";
  const choice: { style?: string; add?: string } = {};
  try {
    Object.assign(choice, JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    // Not to be read: as if nothing had been chosen.
  }
  const keep = (): void => {
    try {
      localStorage.setItem(KEY, JSON.stringify(choice));
    } catch {
      // Not to be written: it holds for this page.
    }
  };
  const make = <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    attributes: Readonly<Record<string, string>>,
    ...inner: readonly (Node | string)[]
  ): HTMLElementTagNameMap[Name] => {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes))
      made.setAttribute(attribute, value);
    made.append(...inner);
    return made;
  };

  // Places: what names them, in the style's own words.
  const coordinate = body.dataset["coordinate"] ?? "";
  const SIGNS = { paragraph: " ¶", paragraphs: " ¶", note: " n. " };
  const wholes = new Map(
    [...body.querySelectorAll(".cite-place")].map((place) => [place, place.innerHTML]),
  );
  const placed = (
    marked: HTMLElement,
    whole: string,
    place: PlaceInDocument | undefined,
  ): string => {
    const { paragraph = "", paragraphs = paragraph, note = "" } = marked.dataset;
    if (!place) return whole;
    const number = place.number.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    return { paragraph, paragraphs, note }[place.kind].replaceAll("{}", number);
  };
  const named = (place: PlaceInDocument | undefined): string =>
    place ? coordinate + SIGNS[place.kind] + place.number : coordinate;
  const name = (place: PlaceInDocument | undefined, id: string): void => {
    for (const [marked, whole] of wholes)
      if (marked instanceof HTMLElement) marked.innerHTML = placed(marked, whole, place);
    for (const shown of body.querySelectorAll(".cite-coordinate")) shown.textContent = named(place);
    for (const link of body.querySelectorAll<HTMLAnchorElement>(".cite-address")) {
      const [address = ""] = link.href.split("#");
      link.href = place ? `${address}#${id}` : address;
      link.textContent = link.getAttribute("href");
    }
  };
  const wordsOf = (citation: Element, place?: PlaceInDocument): WordsToCopy => {
    const copy = citation.cloneNode(true);
    if (!(copy instanceof Element)) return { html: "", plain: "" };
    for (const marked of copy.querySelectorAll<HTMLElement>(".cite-place")) {
      if (place) marked.innerHTML = placed(marked, "", place);
      marked.replaceWith(...marked.childNodes);
    }
    return { html: copy.innerHTML, plain: copy.textContent ?? "" };
  };

  // Copying one citation.
  const said = make("p", { class: "cite-said", role: "status" });
  for (const citation of body.querySelectorAll(".citation")) {
    const words = citation.querySelector(".citation-words");
    const label = citation.previousElementSibling?.textContent ?? "";
    if (!words) continue;
    const style = citation.closest("details")?.querySelector("summary")?.textContent;
    const way = citation.closest("dl")?.previousElementSibling;
    const what = [label, style, way?.tagName === "H3" ? way.textContent : undefined]
      .filter((part) => part !== undefined && part !== null)
      .join(", ");
    const button = make("button", { type: "button", class: "cite-copy" }, "Copy");
    button.append(make("span", { class: "visually-hidden" }, ` ${what}`));
    button.addEventListener("click", () => {
      said.textContent = "";
      void copyWords(wordsOf(words)).then((copied) => {
        if (!copied) document.getSelection()?.selectAllChildren(words);
        said.textContent = copied
          ? `Copied: ${what}.`
          : "The browser does not let the page copy. The words are selected: copy them with the keyboard.";
      });
    });
    citation.append(button);
  }

  // What goes along with passages.
  const adding = make(
    "select",
    { id: "page--cite-add" },
    make("option", { value: "" }, "nothing"),
    make("option", { value: "original" }, "the note for the original"),
    make("option", { value: "edition" }, "the note for this edition’s document"),
  );
  adding.value = choice.add ?? "";
  adding.addEventListener("change", () => {
    choice.add = adding.value;
    keep();
  });
  body.append(
    make(
      "p",
      { class: "cite-add" },
      make("label", { for: "page--cite-add" }, "Add to passages that I copy: "),
      adding,
    ),
    said,
  );
  const styles = [...body.querySelectorAll<HTMLDetailsElement>(".cite-style")];
  const chosen = styles.find(({ dataset }) => dataset["style"] === choice.style);
  if (chosen) for (const style of styles) style.open = style === chosen;
  for (const style of styles)
    style.querySelector("summary")?.addEventListener("click", () => {
      // Closed until the click has done its work.
      if (style.open) return;
      choice.style = style.dataset["style"] ?? "";
      keep();
    });

  // The panel.
  const title = make("h2", { id: "page--cite-title" });
  const close = make("button", { type: "button", class: "cite-close" }, "Close");
  const whole = make("button", { type: "button", class: "cite-whole" }, "Cite the whole document");
  const back = make("a", { class: "cite-back" }, "Back to the text");
  const dialog = make(
    "dialog",
    { class: "cite-panel", "aria-labelledby": "page--cite-title" },
    make("div", { class: "cite-top" }, title, close),
    make("p", { class: "cite-ways" }, whole, back),
  );
  document.body.append(dialog);
  let opener: HTMLElement | undefined;
  const show = (place: PlaceInDocument | undefined, id: string): void => {
    name(place, id);
    title.textContent = `Cite ${named(place)}`;
    whole.hidden = place === undefined;
  };
  const open = (from: HTMLElement, place: PlaceInDocument | undefined, id: string): void => {
    opener = from;
    said.textContent = "";
    show(place, id);
    back.hidden = place?.kind !== "note";
    back.setAttribute("href", `#${id}-call`);
    // The page stays as long as it is, so that it need not move.
    section.style.minHeight = `${section.offsetHeight}px`;
    dialog.append(body);
    // A preview that changes the page in place knows nothing of the panel.
    if (!dialog.isConnected) document.body.append(dialog);
    // The browser gives the focus back to where it was.
    from.focus({ preventScroll: true });
    dialog.showModal();
    const first = dialog.querySelector<HTMLElement>("details[open] .cite-copy");
    (first ?? close).focus({ preventScroll: true });
    dialog.scrollTop = 0;
  };
  dialog.addEventListener("close", () => {
    show(undefined, "");
    section.append(body);
    section.style.minHeight = "";
    opener?.focus({ preventScroll: true });
  });
  close.addEventListener("click", () => dialog.close());
  whole.addEventListener("click", () => {
    show(undefined, "");
    close.focus();
  });
  back.addEventListener("click", () => {
    opener = document.getElementById((back.getAttribute("href") ?? "#").slice(1)) ?? opener;
    dialog.close();
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });

  // From where it opens: not from notes to what a packet says of the document, which have numbers of their own.
  const OPENERS = "a.cite-link, .transcription a.pn, .note:not([id^='packet--']) a.note-mark";
  document.addEventListener("click", (event) => {
    const { target } = event;
    if (event.defaultPrevented || event.button !== 0 || !(target instanceof Element)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = target.closest<HTMLElement>(OPENERS);
    if (!link) return;
    event.preventDefault();
    if (link.matches(".cite-link")) {
      open(link, undefined, "");
      return;
    }
    const note = link.closest(".note");
    const number = link.textContent ?? "";
    const id = note?.id ?? `p${number}`;
    // As the link alone would do, but at once: later it would take the focus from the panel.
    location.hash = id;
    open(link, { kind: note ? "note" : "paragraph", number }, id);
  });
  for (const link of document.querySelectorAll(OPENERS)) {
    link.setAttribute("aria-haspopup", "dialog");
    const label = link.getAttribute("aria-label")?.replace(", back to the text", "");
    if (label !== undefined) link.setAttribute("aria-label", `${label}, cite`);
  }

  return {
    added(place) {
      const style = styles.find(({ dataset }) => dataset["style"] === choice.style) ?? styles[0];
      const note = style?.querySelector(
        `[data-as="${choice.add === "edition" ? "edition" : "original"}"] [data-form="note"] .citation-words`,
      );
      return note && (choice.add ?? "") !== "" ? wordsOf(note, place) : undefined;
    },
  };
}
