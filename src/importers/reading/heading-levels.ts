import type { RawBlock } from "./raw-blocks.ts";

/** The outermost headings of a text are of the second level, and none skips a level. */
export function levelled(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const outermost = blocks.reduce(
    (least, block) => (block.type === "heading" ? Math.min(least, block.level) : least),
    Number.POSITIVE_INFINITY,
  );
  let last = 1;
  return blocks.map((block) => {
    if (block.type !== "heading") return block;
    last = Math.min(block.level - outermost + 2, last + 1, 6);
    return { ...block, level: last };
  });
}
