import { type DivideWord, dividerFor } from "./languages.ts";

/** Elements that hold nothing and have no end. */
const EMPTY = new Set("area br col embed hr img input link meta source track wbr".split(" "));

/** What is not running text, by the names of elements: headings, code, drawings. */
const WHOLE_ELEMENTS = new Set(
  "h1 h2 h3 h4 h5 h6 th dt pre code kbd samp var math svg script style template".split(" "),
);

/** And by their classes: numbers, marks, addresses, lists of titles; notes, whose lines are ragged. */
const WHOLE_CLASSES = new Set(
  [
    "pn marker mark call note-mark note-label page-break page-bar page-of pages-of page-range",
    "act-gap act-detail link-address external short visually-hidden",
    "part-dateline part-salute part-signature part-stamp",
    "cover imprint contents document-head document-origin essay-authors chronology register index",
    "note head-note long-notes",
  ].flatMap((names) => names.split(" ")),
);

const TAG_OR_TEXT = /<!--[^]*?-->|<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|[^<]+/g;
const LANG = /\slang="([^"]*)"/;
const CLASS = /\sclass="([^"]*)"/;

/** Text without white space: words with what is written before and behind them. A hard space keeps two such apart. */
const RUN = /(?:(?!&nbsp;)[^\s\u00A0])+/g;

/** Figures, addresses, entities, abbreviations, compounds, words with an apostrophe or a bracket in the middle. */
const NO_PLAIN_WORD =
  /[\p{N}@/\\_=#%~*^|<>&\u00AD\u200B-\u200D\u2060-]|[\u2010\u2011]|[\p{L}\p{M}][.:'’ʼ·[\](){}⟨⟩]+[\p{L}\p{M}]/u;

const WORD = /[\p{L}\p{M}]+/gu;

/** What shows where a link leads. Its lines may end behind a slash. */
const ADDRESS_CLASSES = new Set(["link-address", "external"]);
const ADDRESS_PART = /\/(?=[^/])/g;

interface OpenElement {
  readonly name: string;
  readonly address: boolean;
  readonly divider: DivideWord | undefined;
  readonly whole: boolean;
}

/**
 * Puts soft hyphens into the running text of HTML as a browser serializes it, by the language of the nearest
 * `lang`, and signs without width behind the slashes of addresses. Nothing else is changed. The browser that
 * prints knows no language's words itself.
 */
export async function hyphenateHtml(html: string, language: string): Promise<string> {
  const tags = new Set([...html.matchAll(/\slang="([^"]*)"/g)].map(([, tag = ""]) => tag));
  const dividers = new Map<string, DivideWord | undefined>();
  for (const tag of [language, ...tags]) dividers.set(tag, await dividerFor(tag));

  const open: OpenElement[] = [
    { name: "", address: false, divider: dividers.get(language), whole: false },
  ];
  return html.replaceAll(
    TAG_OR_TEXT,
    (all: string, end: string | undefined, tag: string | undefined, attributes = "") => {
      const around = open.at(-1);
      if (!around) return all;
      if (tag === undefined) {
        const { divider, whole, address } = around;
        if (address) return all.replaceAll(ADDRESS_PART, "/\u200B");
        return divider && !whole && !all.startsWith("<") ? hyphenateText(all, divider) : all;
      }
      const name = tag.toLowerCase();
      if (end === "/") {
        const at = open.findLastIndex((element) => element.name === name);
        if (at > 0) open.length = at;
      } else if (!EMPTY.has(name)) {
        const [, lang] = LANG.exec(attributes) ?? [];
        open.push({
          name,
          address: around.address || hasClass(attributes, ADDRESS_CLASSES),
          divider: lang === undefined ? around.divider : dividers.get(lang),
          whole: around.whole || WHOLE_ELEMENTS.has(name) || hasClass(attributes, WHOLE_CLASSES),
        });
      }
      return all;
    },
  );
}

function hasClass(attributes: string, wanted: ReadonlySet<string>): boolean {
  const [, classes] = CLASS.exec(attributes) ?? [];
  return classes !== undefined && classes.split(" ").some((name) => wanted.has(name));
}

/** A word at an end of its text may go on in the next element, and stays whole. */
function hyphenateText(text: string, divide: DivideWord): string {
  return text.replaceAll(RUN, (run, runAt: number) => {
    if (run.length < 7 || NO_PLAIN_WORD.test(run)) return run;
    return run.replaceAll(WORD, (word, at: number) => {
      const from = runAt + at;
      return from === 0 || from + word.length === text.length ? word : divide(word);
    });
  });
}

/** The language of whatever says nothing of its own on a page. */
export function languageOfPage(html: string): string {
  return /<html[^>]*\slang="([^"]*)"/.exec(html)?.[1] ?? "";
}
