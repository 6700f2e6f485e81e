import { Parser } from "htmlparser2";

/** A run of words that stands in one block of a page: a paragraph, a heading, a table's cell. */
export interface PageWords {
  readonly words: string;
  /** Ids of the elements that it stands in, outermost first. */
  readonly within: readonly string[];
}

/** What the proof needs to know of a built page. */
export interface ReadPage {
  /** In the page's order, apparatus left out. */
  readonly blocks: readonly PageWords[];
  /** How often each id occurs. */
  readonly ids: ReadonlyMap<string, number>;
  /** Where its links, pictures and styles lead, as written, each once. */
  readonly addresses: ReadonlySet<string>;
}

/** Classes of what the apparatus sets into the text: numbers, marks, calls, glosses, lists of sections. Not the text's own words. */
const APPARATUS: ReadonlySet<string> = new Set([
  "pn",
  "mark",
  "act-detail",
  "visually-hidden",
  "call",
  "note-mark",
  "note-label",
  "page-break",
  "gloss",
  "sections",
]);

/** Elements that stand within a line; all others end a run of words. */
export const INLINE: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);

/** Attributes that lead somewhere. */
const ADDRESSES = ["href", "src", "poster"] as const;

interface OpenElement {
  readonly inline: boolean;
  readonly apparatus: boolean;
  readonly id: string | undefined;
}

/** Reads a page of a built site back, in one pass and without building a tree. */
export function readPage(html: string): ReadPage {
  const blocks: PageWords[] = [];
  const ids = new Map<string, number>();
  const addresses = new Set<string>();
  const open: OpenElement[] = [];
  let hidden = 0;
  let words = "";

  const endRun = (): void => {
    const run = collapse(words);
    words = "";
    if (run === "") return;
    blocks.push({ words: run, within: open.flatMap(({ id }) => (id === undefined ? [] : [id])) });
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const { id } = attributes;
        const inline = INLINE.has(name);
        // Before the element is opened: what was said so far stands outside of it.
        if (!inline && name !== "br") endRun();
        if (name === "br") words += " ";
        if (id !== undefined) ids.set(id, (ids.get(id) ?? 0) + 1);
        for (const attribute of ADDRESSES) {
          const address = attributes[attribute];
          if (address !== undefined) addresses.add(address);
        }
        const apparatus =
          name === "head" ||
          attributes["aria-hidden"] === "true" ||
          (attributes.class ?? "").split(/\s+/).some((one) => APPARATUS.has(one));
        if (apparatus) hidden += 1;
        open.push({ inline, apparatus, id });
      },
      ontext(text) {
        if (hidden === 0) words += text;
      },
      onclosetag(name) {
        const closed = open.at(-1);
        if (closed && !closed.inline && name !== "br") endRun();
        open.pop();
        if (closed?.apparatus) hidden -= 1;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return { blocks, ids, addresses };
}

/** Words as they are compared: how they are broken into lines says nothing. */
export function collapse(words: string): string {
  // A single space is most of what there is, and stays.
  return words.replaceAll(/[ \t\n\r\f]{2,}|[\t\n\r\f]/g, " ").trim();
}
