import type { Block, Inline, LineBreak, ListEntry } from "../../edition/text.ts";

/** What blocks say, in one line: where a cell, a heading or a term holds several, forced new lines stand between. */
export function joinInlines(
  blocks: readonly Block[],
  breaks: "kept" | "as spaces",
): readonly Inline[] {
  const lines = blocks.flatMap((block) => linesOf(block)).filter((line) => line.length > 0);
  const joined: Inline[] = [];
  for (const line of lines) {
    const [first] = line;
    const last = joined.at(-1);
    if (first && last && last.type !== "doubt")
      joined.push({ type: "line-break", place: first.place });
    joined.push(...line);
  }
  return breaks === "kept" ? joined : spaced(joined);
}

/** A block's lines. */
function linesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [block.children];
    case "quotation":
    case "division":
      return block.blocks.flatMap(linesOf);
    case "list":
      return block.entries.flatMap(entryLines);
    case "definitions":
      return block.entries.flatMap(({ terms, meanings }) => [
        ...terms,
        ...meanings.flat().flatMap(linesOf),
      ]);
    case "table":
      return [block.head, ...block.rows].flat();
    case "figure":
      return block.caption === ""
        ? [[block.image]]
        : [[block.image], [{ type: "text", value: block.caption, place: block.place }]];
    case "code-block":
      return [[{ type: "code", value: block.value, place: block.place }]];
    case "doubt":
      return [[block]];
    case "rule":
    case "omission":
      return [];
  }
}

/** An entry's lines; its number stands in the first. */
function entryLines({ marker, blocks, place }: ListEntry): readonly (readonly Inline[])[] {
  const lines = blocks.flatMap(linesOf);
  if (marker === undefined) return lines;
  const [first = [], ...rest] = lines;
  return [spaced([{ type: "text", value: `${marker} `, place }, ...first]), ...rest];
}

function spaced(inlines: readonly Inline[]): readonly Inline[] {
  const made: Inline[] = [];
  for (const inline of inlines) {
    const next = inline.type === "line-break" ? space(inline) : inline;
    const last = made.at(-1);
    if (last?.type === "text" && next.type === "text") {
      made[made.length - 1] = { ...last, value: last.value + next.value };
    } else if ("children" in next) made.push({ ...next, children: spaced(next.children) });
    else made.push(next);
  }
  return made;
}

function space({ place }: LineBreak): Inline {
  return { type: "text", value: " ", place };
}
