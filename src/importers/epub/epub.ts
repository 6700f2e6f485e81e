import type { Importer } from "../importer.ts";
import { looksLikeZip } from "../zip/archive.ts";
import { workOfBook } from "./book-work.ts";
import { openBook, openPage } from "./open-book.ts";

/** Books: packed, or unpacked in a folder. */
export const epub: Importer = {
  name: "epub",
  label: "A book in EPUB, packed or unpacked, with its notes",
  recognizes: ({ name, bytes }) => {
    if (/(?:^|[/\\])META-INF[/\\]container\.xml$/u.test(name)) return 1;
    if (!looksLikeZip(bytes)) return /\.epub$/iu.test(name) ? 0.5 : 0;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (buffer.subarray(0, 128).includes("application/epub+zip")) return 1;
    // Names of the files in an archive stand at its end as they are.
    const names = buffer.subarray(Math.max(0, buffer.byteLength - DIRECTORY));
    if (names.includes("META-INF/container.xml")) return 0.95;
    return /\.epub$/iu.test(name) ? 0.7 : 0;
  },
  read: async (input, context) => workOfBook(await openBook(input), input.name, context),
};

/** A single page of such a book, with its notes. */
export const xhtml: Importer = {
  name: "xhtml",
  label: "A page in XHTML that marks its notes as EPUB does",
  recognizes: (input) => {
    if (looksLikeZip(input.bytes)) return 0;
    const start = new TextDecoder().decode(input.bytes.subarray(0, START));
    const isPage = /<html\b/iu.test(start) && /\bepub:type\s*=/u.test(start);
    return isPage ? 0.9 : 0;
  },
  read: async (input, context) =>
    await Promise.resolve(workOfBook(openPage(input), input.name, context)),
};

/** How many bytes at an archive's end are looked at for names. */
const DIRECTORY = 256 * 1024;
/** How many bytes of a page are looked at. */
const START = 64 * 1024;
