import { packed } from "../../zip/testing/packed.ts";

/** A book that a test writes by hand: the bodies of its pages by their names. */
export interface BookFile {
  /** In reading order: `[name, body]`, the body with its own tag where it says something. */
  readonly pages: readonly (readonly [name: string, body: string])[];
  /** Elements of the metadata. */
  readonly metadata?: string;
  /** The inner list of a table of contents of the third edition: `<li><a href="…">…</a></li>`. */
  readonly contents?: string;
  /** The inner points of one of the second edition. */
  readonly points?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const XHTML = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"';

/** A page in XHTML. */
export function page(body: string, title = ""): string {
  const whole = body.startsWith("<body") ? body : `<body>${body}</body>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n<html ${XHTML} xml:lang="en"><head><title>${title}</title></head>${whole}</html>`;
}

/** The files of a book, as they lie in its folder. */
export function bookFiles(book: BookFile): Readonly<Record<string, string | Uint8Array>> {
  const { pages, contents, points, metadata = "<dc:title>A Book</dc:title>" } = book;
  const items = pages.map(
    ([name]) => `<item id="${name}" href="text/${name}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const nav =
    contents === undefined
      ? ""
      : '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>';
  const ncx =
    points === undefined
      ? ""
      : '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>';
  return {
    mimetype: "application/epub+zip",
    "META-INF/container.xml":
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    "OEBPS/content.opf": `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest>${items.join("")}${nav}${ncx}</manifest><spine${ncx === "" ? "" : ' toc="ncx"'}>${pages.map(([name]) => `<itemref idref="${name}"/>`).join("")}</spine></package>`,
    ...Object.fromEntries(pages.map(([name, body]) => [`OEBPS/text/${name}.xhtml`, page(body)])),
    ...(contents === undefined
      ? {}
      : {
          "OEBPS/nav.xhtml": page(`<nav epub:type="toc"><ol>${contents}</ol></nav>`),
        }),
    ...(points === undefined
      ? {}
      : {
          "OEBPS/toc.ncx": `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${points}</navMap></ncx>`,
        }),
    ...book.files,
  };
}

/** Packs a book. */
export async function bookFile(book: BookFile): Promise<Uint8Array> {
  return await packed(bookFiles(book));
}

/** A point of a table of contents of the second edition. */
export function point(label: string, src: string, inner = ""): string {
  return `<navPoint><navLabel><text>${label}</text></navLabel><content src="${src}"/>${inner}</navPoint>`;
}
