import { type HtmlTree, elementsIn } from "./html-tree.ts";

/** What a page says of itself in its head. */
export interface PageHead {
  /** Its address on the web. */
  readonly url?: string;
  /** The name of the site. */
  readonly site?: string;
  /** BCP 47; empty where it does not say. */
  readonly language: string;
  /** The window's title. */
  readonly title: string;
}

/** Reads a page's head, and what a browser wrote when it saved the page. */
export function readHead(tree: HtmlTree): PageHead {
  const elements = elementsIn(tree).filter(({ name }) =>
    ["html", "link", "meta", "title", "base"].includes(name),
  );
  const meta = (name: string): string | undefined =>
    elements.find(({ attributes }) => (attributes["property"] ?? attributes["name"]) === name)
      ?.attributes["content"];
  const canonical = elements.find(({ attributes }) => attributes["rel"] === "canonical")
    ?.attributes["href"];
  const saved = tree.comments
    .map((comment) => /saved from url=\(\d+\)(\S+)/u.exec(comment)?.[1])
    .find((url) => url !== undefined);
  const url = [canonical, meta("og:url"), saved].find(
    (address) => address !== undefined && isOfTheWeb(address),
  );
  const site = meta("og:site_name")?.trim();
  const title = elements.find(({ name }) => name === "title");
  const words = title
    ? tree.nodes
        .slice(title.order, title.end)
        .map((node) => (node.kind === "text" ? node.text : ""))
        .join("")
    : "";
  return {
    ...(url === undefined ? {} : { url }),
    ...(site === undefined || site === "" ? {} : { site }),
    language: elements.find(({ name }) => name === "html")?.attributes["lang"]?.trim() ?? "",
    title: words.trim().replaceAll(/\s+/gu, " "),
  };
}

function isOfTheWeb(address: string): boolean {
  return /^https?:\/\/\S+$/u.test(address) && URL.canParse(address);
}

/** Sites whose pages link within the site by paths that only they have. */
const sites: readonly { readonly path: RegExp; readonly site: string }[] = [
  { path: /^\/historicaldocuments\/frus/u, site: "https://history.state.gov" },
];

/** Full addresses of a page's links; nothing for a link within the page, or one whose site is not known. */
export function addressesFrom(url: string | undefined): (href: string) => string | undefined {
  return (href) => {
    const address = href.trim();
    if (address === "" || address.startsWith("#") || address.length > 4000) return undefined;
    const base = url ?? sites.find(({ path }) => path.test(address))?.site;
    if (!URL.canParse(address, base)) return undefined;
    const full = new URL(address, base);
    return ["http:", "https:", "mailto:"].includes(full.protocol) ? full.href : undefined;
  };
}
