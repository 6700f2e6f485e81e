import { type Instead, type Passage, inserted, isCut, joined, knowing } from "./passage.ts";
import type { RawBlock } from "./raw-blocks.ts";

/** `[Page 149]`, `[p. 12]`, `[page XII]`: where a page of the original begins. One group: the page. */
export const PAGE_MARK =
  /\[(?:page|pages?|pg|p)\.?\s{0,3}(\d{1,5}[a-z]?|[ivxlcdm]{1,12})\s{0,3}\]/giu;

const ALONE = new RegExp(`^\\s*${PAGE_MARK.source}\\s*$`, "iu");

/** The page that a line marks which is nothing but a mark. */
export function pageOfLine(line: string): string | undefined {
  return line.length > 60 ? undefined : ALONE.exec(line)?.[1];
}

/** A passage whose marks of pages are page breaks. */
export function withPageMarks(passage: Passage): Passage {
  if (!passage.letters.includes("[")) return passage;
  const taken = isCut(passage);
  return knowing(
    passage,
    [...passage.letters.matchAll(PAGE_MARK)].flatMap(({ 0: mark, 1: page = "", index }) =>
      taken(index) ? [] : [pageBreak(index, index + mark.length, page)],
    ),
  );
}

/** Letters that mark where a page begins. */
export function pageBreak(from: number, to: number, page: string): Instead {
  return {
    kind: "instead",
    from,
    to,
    nodes: (place) => [{ type: "page-break", page, place }],
    cut: "page-mark",
  };
}

/** How many pages begin in passages. */
export function pagesIn(passages: readonly Passage[]): number {
  return passages
    .flatMap(({ spans }) => spans)
    .filter((span) => span.kind === "instead" && span.cut === "page-mark").length;
}

/**
 * Marks of pages that stand as paragraphs of their own go to the beginning of the next one. A paragraph
 * that seems to go on behind the mark is joined with its beginning, and doubted.
 */
export function withPagesInParagraphs(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const read: RawBlock[] = [];
  let waiting: Passage[] = [];
  for (const block of blocks) {
    if (block.type === "paragraph" && isOnlyPages(block.passage)) {
      waiting.push(block.passage);
      continue;
    }
    const last = read.at(-1);
    const [page] = waiting;
    if (!page || (block.type !== "paragraph" && block.type !== "heading")) {
      read.push(block);
      continue;
    }
    const goesOn =
      block.type === "paragraph" &&
      last?.type === "paragraph" &&
      runsOn(last.passage, block.passage);
    if (goesOn) {
      const doubt = inserted(0, (place) => ({ type: "doubt", message: RUNS_ON, place }));
      const behind = [...waiting, knowing(block.passage, [doubt])];
      read[read.length - 1] = { ...last, passage: joined([last.passage, ...behind]) };
    } else read.push({ ...block, passage: joined([...waiting, block.passage], "") });
    waiting = [];
  }
  return withLastPages(read, waiting);
}

const RUNS_ON = "a paragraph that goes on across the page, or two";

function isOnlyPages({ letters, spans }: Passage): boolean {
  const isPage = spans.some((span) => span.kind === "instead" && span.cut === "page-mark");
  return isPage && letters.replaceAll(PAGE_MARK, "").trim() === "";
}

function runsOn(before: Passage, behind: Passage): boolean {
  return /[\p{L},-]\s*$/u.test(before.letters) && /^\s*\p{Ll}/u.test(behind.letters);
}

/** Pages behind which no paragraph stands end the last one. */
function withLastPages(
  blocks: readonly RawBlock[],
  pages: readonly Passage[],
): readonly RawBlock[] {
  if (pages.length === 0) return blocks;
  const last = blocks.at(-1);
  if (last?.type === "paragraph")
    return [...blocks.slice(0, -1), { ...last, passage: joined([last.passage, ...pages]) }];
  return [...blocks, { type: "paragraph", passage: joined(pages) }];
}
