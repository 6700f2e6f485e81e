import type { Importer } from "../importer.ts";
import type { Input } from "../input.ts";
import { dateOf } from "../reading/dates.ts";
import { isHtml } from "../html/html-tree.ts";
import { type ArchivePage, pageOfHtml, pageOfText } from "./archive-page.ts";
import { readItemPage } from "./item.ts";
import { beginsInformation } from "./labels.ts";
import { readCount, readListPage } from "./list.ts";

/** The page on which an archive shows one document. */
export const archiveItem: Importer = {
  name: "archive-item",
  label: "An archive's page of one document, saved as HTML or copied as text",
  recognizes: (input) => (linesOfPage(input).some(beginsInformation) ? 0.9 : 0),
  read: async (input) => readItemPage(pageOf(input)),
};

/** The page on which an archive lists documents. */
export const archiveList: Importer = {
  name: "archive-list",
  label: "An archive's list of documents, saved as HTML or copied as text",
  recognizes: (input) => {
    const lines = linesOfPage(input);
    const isList = lines.some(readCount) && lines.some((line) => dateOf(line) !== undefined);
    return isList ? 0.85 : 0;
  },
  read: async (input) => readListPage(pageOf(input)),
};

/** How much of a page is looked at to recognize it. */
const LOOKED_AT = 2_000_000;

function linesOfPage(input: Input): readonly string[] {
  const raw = input.text().slice(0, LOOKED_AT);
  // What is between tags stands on lines of its own.
  const text = isHtml(raw) ? raw.replaceAll(/<[^<>]{0,2000}>/gu, "\n") : raw;
  return text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "" && line.length < 200);
}

function pageOf(input: Input): ArchivePage {
  const text = input.text();
  return isHtml(text) ? pageOfHtml(text, input.name) : pageOfText(text, input.name);
}
