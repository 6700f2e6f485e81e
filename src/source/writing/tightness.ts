import type { Block, List } from "../../edition/text.ts";

/** What may stand directly below a paragraph, without an empty line. */
const endsParagraph: ReadonlySet<Block["type"]> = new Set([
  "quotation",
  "heading",
  "code-block",
  "division",
  "list",
]);

/** What may stand directly above anything. */
const endsItself: ReadonlySet<Block["type"]> = new Set(["heading", "rule", "code-block"]);

/** Whether a block may stand directly below another. */
function mayAdjoin(above: Block, below: Block): boolean {
  if (above.type === "doubt" || below.type === "doubt" || below.type === "rule") return false;
  if (below.type === "table" || below.type === "definitions") return false;
  if (endsItself.has(above.type)) return below.type !== "list" || mayInterrupt(below);
  if (above.type !== "paragraph" && above.type !== "figure") return false;
  return endsParagraph.has(below.type) && (below.type !== "list" || mayInterrupt(below));
}

/** An empty entry, or a number other than 1, goes on with the paragraph above it. */
function mayInterrupt({ ordered, entries: [first] }: List): boolean {
  const begins = first?.blocks[0];
  if (begins === undefined || begins.type === "list" || begins.type === "rule") return false;
  return !ordered || /^0*1[.)]$/.test(first?.marker ?? "1.");
}

/**
 * Whether a list is read as tight when it is written as far as its entries allow. One in which no
 * empty line stands is tight, and so is one that has no paragraph of its own. To Markdown what
 * stands in a division stands in the entry.
 */
export function readsAsTight({ tight, entries }: Pick<List, "tight" | "entries">): boolean {
  const own = entries.flatMap(({ blocks }) => throughDivisions(blocks));
  if (!own.some(({ type }) => type === "paragraph" || type === "figure")) return true;
  if (own.some((block) => block.type === "division" && block.blocks.length > 1)) return false;
  const hasPlaceForEmptyLine =
    entries.length > 1 || entries.some(({ blocks }) => blocks.length > 1);
  return (
    !hasPlaceForEmptyLine || (tight && entries.every(({ blocks }) => needsNoEmptyLine(blocks)))
  );
}

function throughDivisions(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) =>
    block.type === "division" ? [block, ...throughDivisions(block.blocks)] : [block],
  );
}

/** Whether blocks can stand one directly below the other. */
export function needsNoEmptyLine(blocks: readonly Block[]): boolean {
  return blocks.every((block, index) => {
    const above = blocks[index - 1];
    return above === undefined || mayAdjoin(above, block);
  });
}
