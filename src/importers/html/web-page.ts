import type { ImportContext, ImportedWork, Importer } from "../importer.ts";
import type { LeftBehind } from "../ledger.ts";
import { leaving } from "../reading/account.ts";
import { documentOfArticle } from "../reading/article.ts";
import { isMenuLine } from "../reading/menu.ts";
import { type Passage, passageOf } from "../reading/passage.ts";
import { type RawBlock, passagesIn } from "../reading/raw-blocks.ts";
import { isHtml } from "./html-tree.ts";
import { withoutNotesHeading } from "./notes-heading.ts";
import { readPage } from "./read-page.ts";

/** A saved page of the web that holds one text. */
export const webPage: Importer = {
  name: "web-page",
  label: "A saved page of the web, with one document or article",
  recognizes: ({ name, text }) => {
    const isNamedSo = /\.(?:html?|xhtml|shtml)$/iu.test(name);
    const beginning = text().slice(0, 4000);
    return isHtml(beginning) ? 0.4 : isNamedSo && /<[a-z!]/iu.test(beginning) ? 0.35 : 0;
  },
  read: async (input, context) => readWebPage(input.text(), input.name, context),
};

/** Reads a page as one document. */
export function readWebPage(html: string, file: string, { language }: ImportContext): ImportedWork {
  const page = readPage(html, file);
  const { title, level, blocks, left } = readTop(page.blocks);
  const { blocks: body, left: under } = withoutNotesHeading(blocks, page.notes.length > 0);
  const { url, site } = page.head;
  const isOther = page.head.language !== "" && baseOf(page.head.language) !== baseOf(language);
  return documentOfArticle({
    file,
    text: page.text,
    title: title ?? windowTitle(page.head.title, page.blocks),
    titleIsLeft: title === undefined,
    blocks: body.map((block) => atLevel(block, level)),
    notes: page.notes,
    matter: {
      ...(isOther ? { languages: [page.head.language] } : {}),
      ...(url === undefined && site === undefined
        ? {}
        : {
            source: {
              ...(site === undefined ? {} : { repository: site }),
              ...(url === undefined ? {} : { url }),
            },
          }),
    },
    doubts: [],
    originals: [],
    left: [...page.left, ...left, ...under],
    remarks: page.remarks,
    references: page.links,
  });
}

/** The title is the first heading of the first level, or else the first of all. */
function readTop(blocks: readonly RawBlock[]): {
  readonly title: Passage | undefined;
  readonly level: number;
  readonly blocks: readonly RawBlock[];
  readonly left: readonly LeftBehind[];
} {
  const first = blocks.findIndex((block) => block.type === "heading" && block.level === 1);
  const at =
    first >= 0 ? first : blocks.slice(0, 12).findIndex((block) => block.type === "heading");
  const heading = blocks[at];
  const menu = new Set(
    blocks.filter((block, index) => {
      const isAtAnEdge = index < EDGE || index >= blocks.length - EDGE;
      return index !== at && isAtAnEdge && isMenu(block);
    }),
  );
  return {
    title: heading?.type === "heading" ? heading.passage : undefined,
    level: heading?.type === "heading" ? heading.level : 1,
    blocks: blocks.filter((block, index) => index !== at && !menu.has(block)),
    left: leaving("menu", "words of the page about itself", passagesIn([...menu])),
  };
}

/** How many blocks at a page's beginning and end may be menus. */
const EDGE = 12;

/** Words of a menu, but no bare number: that may be the text's. */
function isMenu(block: RawBlock): boolean {
  const passages = passagesIn([block]);
  return (
    passages.length > 0 &&
    passages.every(({ letters }) => isMenuLine(letters) && !/^\s*\d+\s*$/u.test(letters))
  );
}

/** Headings below the title's. */
function atLevel(block: RawBlock, title: number): RawBlock {
  if (block.type === "heading")
    return { ...block, level: Math.min(6, Math.max(2, block.level - title + 1)) };
  if (block.type === "quotation" || block.type === "division")
    return { ...block, blocks: block.blocks.map((inner) => atLevel(inner, title)) };
  return block;
}

/** A page without a heading has the window's title. */
function windowTitle(title: string, blocks: readonly RawBlock[]): Passage | undefined {
  const place = passagesIn(blocks)[0]?.anchors[0]?.place;
  return title === "" || !place ? undefined : passageOf(title, place);
}

function baseOf(language: string): string {
  return language.toLowerCase().split("-")[0] ?? "";
}
