import { posix } from "node:path";
import { type Input, inputOf } from "../input.ts";
import { Refusal } from "../refusal.ts";
import { readXml } from "../xml/read-xml.ts";
import { type XmlElement, childElements, childNamed, elementsNamed } from "../xml/xml-tree.ts";
import { readArchive } from "../zip/archive.ts";
import { wordsIn } from "./markup.ts";

/** One page of a book. */
export interface BookPage {
  /** Its path within the book: `epub/text/chapter-1.xhtml`. */
  readonly path: string;
  readonly root: XmlElement;
  readonly body: XmlElement;
}

/** One entry of a book's table of contents. */
export interface Contents {
  readonly label: string;
  /** The page and the place in it, `epub/text/a.xhtml#one`; empty where it leads nowhere. */
  readonly target: string;
  readonly entries: readonly Contents[];
}

/** A book: its pages in reading order. */
export interface Book {
  /** What the book says of itself; absent where it is a single page. */
  readonly metadata: XmlElement | undefined;
  readonly pages: readonly BookPage[];
  readonly contents: readonly Contents[];
  /** A file of the book by its path within it. */
  readonly file: (path: string) => Uint8Array | undefined;
}

/** Files of a book that are never looked at. */
const UNREAD = /\.(?:ttf|otf|woff2?|mp3|m4a|mp4|webm|css|js)$/iu;

const CONTAINER = "META-INF/container.xml";

/** Opens a packed book, or an unpacked one by its container. */
export async function openBook(input: Input): Promise<Book> {
  if (input.name.replaceAll("\\", "/").endsWith(CONTAINER)) {
    const folder = input.name.slice(0, -CONTAINER.length);
    return readBook(folder.replace(/[/\\]$/u, ""), (path) =>
      path === CONTAINER ? input.bytes : input.beside(`../${path}`),
    );
  }
  const files = await readArchive(input, { wants: (path) => !UNREAD.test(path) });
  return readBook(input.name, (path) => files.get(path));
}

/** A single page as a book of its own. */
export function openPage(input: Input): Book {
  const root = readXml(input);
  const page = pageOf(input.name, root);
  if (!page) {
    throw new Refusal("it has no <body>", "look whether it is a whole page");
  }
  return { metadata: undefined, pages: [page], contents: [], file: (path) => input.beside(path) };
}

function readBook(name: string, file: Book["file"]): Book {
  const tree = (path: string): XmlElement | undefined => {
    const bytes = file(path);
    return bytes && readXml(inputOf(name === "" ? path : `${name}/${path}`, bytes));
  };
  refuseProtected(tree("META-INF/encryption.xml"));
  const container = tree(CONTAINER);
  const [rootfile] = container ? elementsNamed(container, "rootfile") : [];
  const packagePath = rootfile?.attributes.get("full-path") ?? "";
  const book = tree(packagePath);
  if (!book) {
    throw new Refusal(
      "it is no EPUB that can be read: it does not say where its pages are",
      "take the book anew from where it comes from",
    );
  }
  const items = new Map<string, XmlElement>();
  for (const item of elementsNamed(book, "item")) items.set(item.attributes.get("id") ?? "", item);
  const pathOf = (item: XmlElement | undefined): string | undefined => {
    const href = item?.attributes.get("href");
    return href === undefined ? undefined : resolvePath(packagePath, href).path;
  };
  const seen = new Set<string>();
  const pages = elementsNamed(book, "itemref").flatMap(({ attributes }): readonly BookPage[] => {
    const item = items.get(attributes.get("idref") ?? "");
    const path = pathOf(item);
    if (path === undefined || seen.has(path) || !isPage(item)) return [];
    seen.add(path);
    const root = tree(path);
    const page = root && pageOf(path, root);
    return page ? [page] : [];
  });
  if (pages.length === 0) {
    throw new Refusal("it is an EPUB without pages", "take the book anew from where it comes from");
  }
  const navigation = [...items.values()].find(({ attributes }) =>
    (attributes.get("properties") ?? "").split(/\s+/u).includes("nav"),
  );
  const spine = elementsNamed(book, "spine")[0];
  const ncx =
    items.get(spine?.attributes.get("toc") ?? "") ??
    [...items.values()].find(
      ({ attributes }) => attributes.get("media-type") === "application/x-dtbncx+xml",
    );
  return {
    metadata: childNamed(book, "metadata"),
    pages,
    contents: readContents(pathOf(navigation), pathOf(ncx), tree),
    file,
  };
}

function isPage(item: XmlElement | undefined): boolean {
  const type = item?.attributes.get("media-type") ?? "";
  return /xhtml|html|dtbook|x-oeb1-document/u.test(type);
}

function pageOf(path: string, root: XmlElement): BookPage | undefined {
  const body = childNamed(root, "body");
  return body && { path, root, body };
}

/** Fonts may be scrambled, pages may not. */
function refuseProtected(encryption: XmlElement | undefined): void {
  if (!encryption) return;
  const uris = elementsNamed(encryption, "CipherReference").map(
    ({ attributes }) => attributes.get("URI") ?? "",
  );
  if (uris.some((uri) => /\.(?:x?html?|opf|ncx)$/iu.test(uri))) {
    throw new Refusal("its pages are encrypted by a shop", "import a copy without such protection");
  }
}

/** Where a link leads: the page and the place in it. */
export interface Destination {
  readonly path: string;
  readonly mark: string;
}

/** Where a link from a page leads within the book; a path that leads out of it leads nowhere. */
export function resolvePath(from: string, href: string): Destination {
  const hash = href.indexOf("#");
  const file = hash < 0 ? href : href.slice(0, hash);
  const mark = hash < 0 ? "" : decoded(href.slice(hash + 1));
  if (file === "") return { path: from, mark };
  const path = posix.join(posix.dirname(from), decoded(file).replace(/\?.*$/u, ""));
  return { path: path.startsWith("../") || path.startsWith("/") ? "" : path, mark };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readContents(
  navigation: string | undefined,
  ncx: string | undefined,
  tree: (path: string) => XmlElement | undefined,
): readonly Contents[] {
  const page = navigation === undefined ? undefined : tree(navigation);
  const list =
    page &&
    elementsNamed(page, "nav")
      .filter(({ attributes }) => (attributes.get("epub:type") ?? "toc").includes("toc"))
      .flatMap((nav) => childNamed(nav, "ol") ?? [])[0];
  if (list && navigation !== undefined) return entriesOfList(list, navigation);
  const map = ncx === undefined ? undefined : tree(ncx);
  const [points] = map ? elementsNamed(map, "navMap") : [];
  return points && ncx !== undefined ? entriesOfPoints(points, ncx) : [];
}

function entriesOfList(list: XmlElement, path: string): readonly Contents[] {
  return childElements(list).map((item) => {
    const link = childNamed(item, "a");
    const inner = childNamed(item, "ol");
    const label = link ?? childNamed(item, "span");
    return {
      label: label ? wordsIn([label]) : "",
      target: targetOf(path, link?.attributes.get("href")),
      entries: inner ? entriesOfList(inner, path) : [],
    };
  });
}

function entriesOfPoints(points: XmlElement, path: string): readonly Contents[] {
  return childElements(points)
    .filter(({ name }) => name === "navPoint")
    .map((point) => {
      const label = childNamed(point, "navLabel");
      return {
        label: label ? wordsIn([label]) : "",
        target: targetOf(path, childNamed(point, "content")?.attributes.get("src")),
        entries: entriesOfPoints(point, path),
      };
    });
}

function targetOf(path: string, href: string | undefined): string {
  if (href === undefined) return "";
  const { path: page, mark } = resolvePath(path, href);
  return mark === "" ? page : `${page}#${mark}`;
}
