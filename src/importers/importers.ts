import { archiveItem, archiveList } from "./archive/archive.ts";
import { docx } from "./docx/docx.ts";
import type { Importer } from "./importer.ts";
import { epub, xhtml } from "./epub/epub.ts";
import { frusTei } from "./tei/frus-tei.ts";
import { webPage } from "./html/web-page.ts";
import { markdown } from "./markdown/markdown.ts";
import { plainText } from "./text/plain-text.ts";

/** The importers, in the order of the help. Of two that recognize an input equally the first reads it. */
export const importers: readonly Importer[] = [
  archiveItem,
  archiveList,
  frusTei,
  docx,
  epub,
  xhtml,
  webPage,
  markdown,
  plainText,
];
