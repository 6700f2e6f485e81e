import { readPage } from "../html/read-page.ts";
import type { Remark } from "../importer.ts";
import { type LeftBehind, lettersOf } from "../ledger.ts";
import { isMenuLine } from "../reading/menu.ts";
import { cutKinds } from "../reading/cut-kinds.ts";
import { CONTROL, type Passage, placeIn, trimmed } from "../reading/passage.ts";
import { type RawBlock, passagesIn } from "../reading/raw-blocks.ts";
import { linesOf } from "../reading/text-lines.ts";

/** What an archive's page holds, whatever form it came in. */
export interface ArchivePage {
  /** As messages name it. */
  readonly file: string;
  /** The input's words, all of them. */
  readonly text: string;
  readonly blocks: readonly RawBlock[];
  /** Words of the page outside its blocks, which an HTML page marks as such. */
  readonly outside: readonly LeftBehind[];
  readonly remarks: readonly Remark[];
  /** The page's address. */
  readonly url?: string;
}

/** A page that was copied as text: each line that is not empty is a block. */
export function pageOfText(text: string, file: string): ArchivePage {
  const { clean, told } = withoutControls(text);
  const blocks = linesOf(clean, file).map((passage): RawBlock => ({ type: "paragraph", passage }));
  return { file, text, blocks, outside: told, remarks: [] };
}

/** A page that was saved as HTML. */
export function pageOfHtml(html: string, file: string): ArchivePage {
  const { clean, controls, told } = withoutControls(html);
  const { text, blocks, left, remarks, head } = readPage(clean, file);
  const { url } = head;
  return {
    file,
    text: `${text}${controls}`,
    blocks: blocks.filter(isSeen),
    outside: [...left, ...told],
    remarks,
    ...(url === undefined ? {} : { url }),
  };
}

/** Whether a block is more than signs of which nothing is to be seen. */
function isSeen(block: RawBlock): boolean {
  if (block.type !== "paragraph" && block.type !== "heading") return true;
  return block.passage.spans.length > 0 || lettersOf(block.passage.letters) !== "";
}

/** A page without signs that are no letters: no field can hold them. */
function withoutControls(text: string): {
  readonly clean: string;
  readonly controls: string;
  readonly told: readonly LeftBehind[];
} {
  const controls = (text.match(CONTROL) ?? []).join("");
  const { what, why } = cutKinds.control;
  const told = controls === "" ? [] : [{ what, why, text: controls }];
  return { clean: text.replaceAll(CONTROL, ""), controls, told };
}

/** The words of a block that is one line; nothing for lists and tables. */
export function lineOf(block: RawBlock | undefined): string {
  if (block?.type !== "paragraph" && block?.type !== "heading") return "";
  return block.passage.letters.trim().replaceAll(/\s+/gu, " ");
}

/** Parts the words of menus from a page's own blocks. */
export function withoutMenu(blocks: readonly RawBlock[]): {
  readonly blocks: readonly RawBlock[];
  readonly menu: readonly Passage[];
} {
  const kept: RawBlock[] = [];
  const menu: Passage[] = [];
  for (const block of blocks) {
    const passages = passagesIn([block]);
    if (passages.length > 0 && passages.every(({ letters }) => isMenuLine(letters)))
      menu.push(...passages);
    else kept.push(block);
  }
  return { blocks: kept, menu };
}

/** Every line of blocks, lists and tables line by line. */
export function linesIn(blocks: readonly RawBlock[]): readonly Passage[] {
  return passagesIn(blocks)
    .map(trimmed)
    .filter(({ letters }) => lettersOf(letters) !== "");
}

/** Where a block begins. */
export function placeOfBlock(block: RawBlock | undefined): ReturnType<typeof placeIn> | undefined {
  const [passage] = block ? passagesIn([block]) : [];
  return passage && placeIn(passage, 0);
}
