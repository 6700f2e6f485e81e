/// <reference lib="dom" />

/** An element that is found again in the structure tree of the PDF, where nothing but its language, or where it leads, tells which it was. */
export interface TaggedElement {
  /**
   * Stands behind `-x-` in the language of the element, a private use of language tags (BCP 47, 2.2.7), until the
   * tree is mended; of a link within the reader behind `?` in its address: a piece of a line that gets another
   * language is shaped alone, and the line may break elsewhere than when it was laid out.
   */
  readonly code: string;
  /** The language that it has in truth; absent where it has that of what is around it. */
  readonly language?: string;
  /** What its parts on several pages have in common, for what breaks over pages, and by what it can be named. */
  readonly ref?: string;
  /** The id of the note, for a note. */
  readonly note?: string;
  /** Whether the note stands at the foot of its page, and not where it is read. */
  readonly foot?: boolean;
  /** The id of the note that is called here. */
  readonly calls?: string;
  /** The structure type that it has in truth, where the browser has another. */
  readonly type?: string;
  /** What a link says of itself. */
  readonly words?: string;
}

/**
 * Runs in the page when it has been read, before it is printed: gives elements that the tree must be mended at
 * a code, and to those that Chromium would leave out of the tree, or not tell from others, a role.
 */
export function tagElements(innerLink: string): readonly TaggedElement[] {
  const tagged: TaggedElement[] = [];
  const known = new Map<HTMLElement, Omit<TaggedElement, "code">>();
  const languages = new Map<Element, string>();
  const all = (selector: string): HTMLElement[] => [
    ...document.querySelectorAll<HTMLElement>(
      selector
        .split(",")
        .map((part) => `.pagedjs_pages ${part.trim()}`)
        .join(","),
    ),
  ];
  // Its address is that within the page, or what `turnLinks` makes of it.
  const leadsTo = (link: Element): string => {
    const href = link.getAttribute("href") ?? "";
    return href.startsWith("#")
      ? href.slice(1)
      : decodeURIComponent(href.replace(/^[^/]*\/\/[^/]*\//, ""));
  };
  const know = (element: HTMLElement, more: Omit<TaggedElement, "code">): void => {
    known.set(element, { ...known.get(element), ...more });
  };

  const ROLES: Readonly<Record<string, string>> = {
    "span.p": "paragraph",
    "span.ul, span.ol": "list",
    "span.li": "listitem",
    "span.blockquote": "blockquote",
    "span.figure": "figure",
    "table, .table": "table",
    "tr, .tr": "row",
    "th, .th": "columnheader",
    "td, .td": "cell",
    "div[lang]": "group",
    // Any other name of a role for a piece of a line would do.
    "span[lang], .marker:not([aria-hidden])": "mark",
    // As a footnote it would not be told from any other group.
    ".note[data-note='footnote'], .head-note, .long-note": "complementary",
  };
  for (const [selector, role] of Object.entries(ROLES)) {
    for (const element of all(selector)) element.setAttribute("role", role);
  }

  for (const element of all("[lang]")) {
    languages.set(element, element.getAttribute("lang") ?? "");
    know(element, { language: element.getAttribute("lang") ?? "" });
  }
  for (const part of all("[data-split-from], [data-split-to]")) {
    if (!part.matches("div:not([lang]), span:not([role]), thead, tbody, [aria-hidden]"))
      know(part, { ref: part.dataset["ref"] ?? "" });
  }
  for (const section of all("section")) {
    know(section, { type: "Sect", ref: section.dataset["ref"] ?? "" });
  }
  for (const table of all("table, .table")) know(table, { ref: table.dataset["ref"] ?? "" });
  for (const marker of all(".marker:not([aria-hidden])")) know(marker, { type: "Lbl" });
  for (const note of all(".note[data-note='footnote']")) {
    const id = note.dataset["id"] ?? note.id;
    know(note, { type: "Note", note: id, foot: true, ref: note.dataset["ref"] ?? id });
  }
  for (const note of all(".head-note, .long-note")) {
    const id = note.dataset["id"] ?? note.id;
    know(note, { type: "Note", note: id, ref: note.dataset["ref"] ?? id });
  }
  const links = all("a[href]").filter((link) =>
    (link.getAttribute("href") ?? "").startsWith(innerLink),
  );
  const tagsOfLinks = links.map((link): Omit<TaggedElement, "code"> => {
    const words = (link.textContent ?? "").replaceAll(/\s+/g, " ").trim();
    const own = known.get(link) ?? {};
    known.delete(link);
    if (link.matches(".call")) return { ...own, calls: leadsTo(link), words: `Note ${words}` };
    if (link.matches(".note-mark"))
      return { ...own, type: "Lbl", words: `Note ${words}, back to the text` };
    return { ...own, words };
  });

  // All is read before anything is written, so that the page is styled once.
  const languageOf = (element: Element): string =>
    languages.get(element.closest("[lang]") ?? element) ?? document.documentElement.lang;
  const codes = [...known].map(([element, more], at) => {
    const code = (at + 1).toString(36);
    tagged.push({ ...more, code });
    return { element, lang: `${languageOf(element) || "und"}-x-${code}` };
  });
  for (const { element, lang } of codes) element.setAttribute("lang", lang);
  links.forEach((link, at) => {
    const code = (known.size + at + 1).toString(36);
    tagged.push({ ...tagsOfLinks[at], code });
    link.setAttribute("href", `${link.getAttribute("href") ?? ""}?${code}`);
  });
  return tagged;
}
