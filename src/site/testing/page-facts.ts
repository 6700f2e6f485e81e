import { Parser } from "htmlparser2";

/** What tests look for on a page. */
export interface PageFacts {
  readonly ids: readonly string[];
  /** `href`, `src` and the like, as written. */
  readonly addresses: readonly string[];
  /** Addresses that a browser fetches by itself: styles, pictures. */
  readonly fetched: readonly string[];
  readonly headings: readonly { readonly level: number; readonly words: string }[];
  /** Names of elements, as often as they occur. */
  readonly elements: readonly string[];
  readonly title: string;
  readonly language: string;
  /** The words of `<main>`, spaces made one. */
  readonly main: string;
}

/** Reads a page. */
export function factsOf(html: string): PageFacts {
  const ids: string[] = [];
  const addresses: string[] = [];
  const fetched: string[] = [];
  const headings: { level: number; words: string }[] = [];
  const elements: string[] = [];
  const open: string[] = [];
  let title = "";
  let language = "";
  let main = "";
  const parser = new Parser({
    onopentag(name, attributes) {
      // Data for search engines, which no browser runs.
      elements.push(attributes["type"] === "application/ld+json" ? "data" : name);
      open.push(name);
      const { id, href, src, rel, lang } = attributes;
      if (id !== undefined) ids.push(id);
      if (name === "html") language = lang ?? "";
      if (href !== undefined) addresses.push(href);
      if (src !== undefined) addresses.push(src);
      if (src !== undefined) fetched.push(src);
      if (name === "link" && href !== undefined && rel === "stylesheet") fetched.push(href);
      const level = /^h([1-6])$/.exec(name)?.[1];
      if (level !== undefined) headings.push({ level: Number(level), words: "" });
    },
    ontext(text) {
      if (open.at(-1) === "title") title += text;
      if (open.includes("main")) main += text;
      const heading = headings.at(-1);
      if (heading && open.some((name) => /^h[1-6]$/.test(name))) heading.words += text;
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return {
    ids,
    addresses,
    fetched,
    headings,
    elements,
    title,
    language,
    main: main.replaceAll(/\s+/g, " ").trim(),
  };
}
