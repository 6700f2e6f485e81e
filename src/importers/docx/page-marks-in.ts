import { PAGE_MARK, pageOfLine } from "../reading/page-marks.ts";
import { type Passage, type Span, joined, knowing } from "../reading/passage.ts";
import type { RawBlock } from "../reading/raw-blocks.ts";
import { withPassages } from "../reading/raw-blocks.ts";

/**
 * Marks of pages in brackets become page breaks. A mark on a line of its own goes to the beginning of what
 * follows, so that it is no paragraph; the last of all to the end of what stands before.
 */
export function withPageMarks(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const read: RawBlock[] = [];
  let waiting: Passage[] = [];
  for (const block of blocks) {
    if (block.type === "paragraph" && pageOfLine(block.passage.letters) !== undefined) {
      waiting.push(block.passage);
      continue;
    }
    const held = waiting;
    waiting = [];
    read.push(held.length === 0 ? block : withFirst(block, (first) => joined([...held, first])));
    if (held.length > 0 && !hasPassage(block)) waiting = held;
  }
  const last = read.at(-1);
  if (waiting.length > 0) {
    if (last?.type === "paragraph") {
      read[read.length - 1] = { ...last, passage: joined([last.passage, ...waiting]) };
    } else read.push(...waiting.map((passage) => ({ type: "paragraph" as const, passage })));
  }
  return withPassages(read, markPages);
}

function hasPassage({ type }: RawBlock): boolean {
  return type !== "rule" && type !== "doubt";
}

/** Changes the first passage of a block. */
function withFirst(block: RawBlock, change: (passage: Passage) => Passage): RawBlock {
  let isFirst = true;
  const [changed] = withPassages([block], (passage) => {
    if (!isFirst) return passage;
    isFirst = false;
    return change(passage);
  });
  return changed ?? block;
}

/** Marks of pages within a passage. */
export function markPages(passage: Passage): Passage {
  const spans = [...passage.letters.matchAll(PAGE_MARK)].map((match): Span => ({
    kind: "instead",
    from: match.index,
    to: match.index + match[0].length,
    nodes: (place) => [{ type: "page-break", page: match[1] ?? "", place }],
    cut: "page-mark",
  }));
  return knowing(passage, spans);
}
