/// <reference lib="dom" />
import type { PageNumber } from "./lay-out.ts";
import type { PagedSource } from "./paged-js.ts";
import type { PageSession } from "./session.ts";

/** What the page says of each chunk before anything is laid out. */
export interface ChunkHead {
  readonly id: string;
  /** How its pages are numbered. */
  readonly folio: "none" | "roman" | "arabic";
  /** Whether it begins on a right-hand page. */
  readonly start: "next" | "recto";
  /** What its running head says. */
  readonly head: string;
}

/**
 * Runs in a press: makes a Paged.js previewer that is linear in the number of pages. Paged.js as it comes
 * forces style and layout of the whole document built so far for each page; what is switched here are
 * public hooks and properties. `streams` are the streams of notes in the order in which they stand at a page's foot.
 */
export async function setUp(streams: readonly string[]): Promise<void> {
  // The height of the notes changes with each note; inherited, each change would restyle the page.
  CSS.registerProperty({
    name: "--pagedjs-footnotes-height",
    syntax: "<length>",
    inherits: false,
    initialValue: "0px",
  });

  // Kept is what cuts pages; notes, numbers, heads and lists are our own business.
  const KEPT = new Set(["PrintMedia", "AtPage", "Breaks", "Splits", "WhiteSpaceFilter"]);
  const handlers = Paged.registeredHandlers;
  handlers.splice(0, Infinity, ...handlers.filter(({ name }) => KEPT.has(name)));

  // Where a page ends in a word, or in an empty element, Paged.js writes a sign: one that is not seen.
  const previewer = new Paged.Previewer({ maxChars: 1500, hyphenGlyph: "\u200B" });
  const { chunker, polisher } = previewer;

  /** What stands beside a text, not in it. */
  const BESIDE_TEXT = ".pn, .page-break, .visually-hidden, [hidden]";
  const isPrinted = (node: Node): boolean =>
    node instanceof Text
      ? /\S/.test(node.data) && !node.parentElement?.closest(BESIDE_TEXT)
      : node instanceof HTMLImageElement;
  /** Further to the right than this, in px, stands what has no room on a page. */
  const BESIDE_PAGE = 300;
  const range = document.createRange();

  const session: PageSession = {
    previewer,
    finished: [],
    dividesEntries: false,
    pagesUnswept: 0,
    mostPages: Infinity,
    groupNotes: (page) => {
      const area = page.querySelector(".pagedjs_footnote_inner_content");
      // A note that comes from the page before stays first, one that goes on on the next stays last.
      const rank = (note: Element): number => {
        if (note.hasAttribute("data-split-from")) return -1;
        if (note.hasAttribute("data-last-split-element")) return streams.length;
        return streams.findIndex((stream) => note.classList.contains(`note-${stream}`));
      };
      const notes = [...(area?.children ?? [])];
      area?.replaceChildren(...notes.sort((one, other) => rank(one) - rank(other)));
      const streamOf = (note: Element | undefined): string | undefined =>
        streams.find((stream) => note?.classList.contains(`note-${stream}`));
      notes.forEach((note, at) =>
        note.classList.toggle("stream-start", at > 0 && streamOf(notes[at - 1]) !== streamOf(note)),
      );
    },
    betterBreak: () => undefined,
    runsOver: (page) => {
      const content = page.querySelector(".pagedjs_page_content");
      if (!content || content.scrollWidth <= content.clientWidth + BESIDE_PAGE) return false;
      // Margins and numbers may reach over without harm.
      const walker = document.createTreeWalker(
        content,
        NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
      );
      let last: Node | null = walker.currentNode;
      for (let inner: Node | null = last; inner; inner = walker.lastChild()) last = inner;
      while (last && !isPrinted(last)) last = walker.previousNode();
      if (!last) return false;
      range.selectNode(last);
      const { right } = range.getBoundingClientRect();
      return right > content.getBoundingClientRect().right + BESIDE_PAGE;
    },
    giveRoom: () => false,
    slotSelector: "[data-page-of], [data-mentions-of]",
    fillSlot: (slot, pages) => {
      let count = 0;
      const refTo = (element: HTMLElement): void => {
        element.dataset["ref"] = `${slot.dataset["ref"] ?? ""}.${(count += 1)}`;
      };
      const linkTo = ({ target, label }: PageNumber): HTMLElement => {
        const link = document.createElement("a");
        link.href = `#${target}`;
        link.textContent = label;
        refTo(link);
        return link;
      };
      const numbers = pages.map((page) => {
        // A page where something begins is reached through the words before it.
        if (slot.dataset["pageOf"] !== undefined) return page.label;
        if (!page.through) return linkTo(page);
        const span = document.createElement("span");
        span.className = "page-range";
        refTo(span);
        span.append(linkTo(page), "–", linkTo(page.through));
        return span;
      });
      const reference = slot.classList.contains("page-of") && numbers.length > 0;
      slot.replaceChildren(
        ...(reference ? [", p. "] : []),
        ...numbers.flatMap((number, index) => (index === 0 ? [number] : [", ", number])),
      );
    },
  };
  globalThis.scholium = session;

  // Which text of the source a rendered text comes from, and at which letter it begins. Asked before
  // Paged.js moves the notes, while both trees still have the same shape.
  let origins = new WeakMap<Node, { readonly text: Text; readonly from: number }>();
  chunker.hooks.renderNode.register((rendered, source) => {
    const remember = (copy: Node, original: Node): void => {
      if (copy instanceof Text && original instanceof Text) {
        origins.set(copy, { text: original, from: original.length - copy.length });
      }
      let twin = original.firstChild;
      for (let child = copy.firstChild; child && twin; child = child.nextSibling) {
        remember(child, twin);
        twin = twin.nextSibling;
      }
    };
    remember(rendered, source);
  });

  polisher.setup();
  const { sheet } = polisher.base;
  for (let at = (sheet?.cssRules.length ?? 0) - 1; at >= 0; at -= 1) {
    // Chromium leaves letters that are styled so out of the tags, though nothing is changed in them.
    if (sheet?.cssRules[at]?.cssText.includes("::first-letter")) sheet.deleteRule(at);
  }
  // What grows or shrinks in the text or the notes moves nothing around them.
  sheet?.insertRule(
    ".pagedjs_page_content, .pagedjs_footnote_area { contain: layout size }",
    sheet.cssRules.length,
  );
  previewer.initializeHandlers();
  await polisher.add(...previewer.removeStyles());
  // Its only registered task sizes margin boxes, which our pages do not have.
  chunker.hooks.finalizePage.clear();

  // Pages are shown here also by a press that has laid nothing out.
  chunker.setup();
  for (const box of chunker.pageTemplate.content.querySelectorAll(
    "[class^='pagedjs_margin'], .pagedjs_bleed",
  )) {
    box.remove();
  }

  // Paged.js looks for the text at which a page ends by its letters, and takes the first that fits.
  chunker.hooks.onBreakToken.register((token, overflow) => {
    if (!token || !overflow) return;
    // To Paged.js the beginning of a text is the same place as any in it: it would give up and print the page twice.
    token.equals = (other) =>
      other?.node === token.node && (other?.offset ?? 0) === (token.offset ?? 0);
    // By this it knows whether it has been at a place before: a paragraph would be taken for a text in it.
    token.toJSON = () => {
      const { node, offset } = token;
      const parent = node instanceof Element ? node : node?.parentElement;
      const at = node instanceof Text ? [...(parent?.childNodes ?? [])].indexOf(node) : "element";
      return JSON.stringify([parent?.getAttribute("data-ref"), at, offset]);
    };
    const container = overflow.startContainer;
    const start =
      container instanceof Text ? container : container.childNodes[overflow.startOffset];
    const origin = start && origins.get(start);
    if (!origin) return;
    const index = start === container ? overflow.startOffset : 0;
    const first = origin.text.parentNode?.firstChild === origin.text;
    // A break before an element's first letter is a break before the element.
    if (first && origin.from + index === 0 && origin.text.parentElement) return;
    token.node = origin.text;
    token.offset = origin.from + index;
  });

  /** Whether nothing is printed on a page before the place at which it would end. */
  const endsAtStart = ({ startContainer, startOffset }: Range, rendered: HTMLElement): boolean => {
    const walker = document.createTreeWalker(
      rendered,
      NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    );
    let first = walker.nextNode();
    while (first && !isPrinted(first)) first = walker.nextNode();
    if (!first) return false;
    if (first === startContainer && first instanceof Text)
      return !/\S/.test(first.data.slice(0, startOffset));
    const start =
      startContainer instanceof Text ? startContainer : startContainer.childNodes[startOffset];
    if (!start) return false;
    const place = start.compareDocumentPosition(first);
    return start === first || (place & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  };

  /** Where a page ends that has no room for headings and what follows them: between these. */
  const behindHeadings = (
    { startContainer, startOffset }: Range,
    rendered: HTMLElement,
  ): Range | undefined => {
    const follows = (element: Element | null | undefined): element is HTMLElement =>
      element instanceof HTMLElement && element.dataset["previousBreakAfter"] === "avoid";
    const heading = startContainer.childNodes[startOffset];
    let next = heading instanceof Element ? heading.nextElementSibling : undefined;
    while (follows(next) && follows(next.nextElementSibling)) next = next.nextElementSibling;
    if (!follows(next)) return undefined;
    const end = document.createRange();
    end.setStartBefore(next);
    end.setEndAfter(rendered.lastChild ?? rendered);
    return end;
  };

  // A page that held nothing would be printed again and again.
  chunker.hooks.onOverflow.register((overflow, rendered, bounds, layout) => {
    let found = overflow;
    let end = found && session.betterBreak(found, rendered);
    while (found && end && endsAtStart(end, rendered)) {
      if (!session.giveRoom(rendered)) return behindHeadings(end, rendered) ?? end;
      found = layout.findOverflow(rendered, bounds);
      end = found && session.betterBreak(found, rendered);
    }
    return end ?? found ?? null;
  });

  // An animation frame after each page would lay it out and paint it once more.
  chunker.q.tick = (task) => queueMicrotask(task);

  chunker.hooks.afterParsed.register((source: PagedSource) => {
    origins = new WeakMap();
    session.finished = [];
    session.mostPages = 50 + (source.textContent ?? "").length / 100;
    const index: Record<string, Element> = {};
    for (const node of source.querySelectorAll("[data-ref]")) {
      index[node.getAttribute("data-ref") ?? ""] = node;
    }
    source.indexOfRefs = index;
  });

  // Room is reckoned as text comes onto a page: pictures that come later would be without height.
  chunker.hooks.afterParsed.register((source: PagedSource) => {
    const pictures = [...source.querySelectorAll("img")];
    return Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  });

  // Finished pages leave the document, but for two: the next page looks back at the last one.
  chunker.hooks.finalizePage.register((element) => {
    session.finished.push(element);
    globalThis.scholiumPage();
    // What finds no room on a page would be put off to the next for ever.
    if (session.finished.length > session.mostPages) throw new Error("its pages come to no end");
    const old = session.finished.at(-3);
    old?.remove();
  });
}
