import { divisionNamed } from "./divisions.ts";
import type { Block, DefinitionEntry, Inline, List, Table } from "./text.ts";

/*
 * A text with some of its parts taken out or changed. Nodes in which nothing changes stay the same
 * objects, so that what is known of them by their identity stays known.
 */

/** What is done with each list of nodes, before the nodes inside are looked at. */
export interface Rewriting {
  readonly blocks?: (blocks: readonly Block[]) => readonly Block[];
  readonly inlines?: (inlines: readonly Inline[]) => readonly Inline[];
}

/** Blocks rewritten; the same list where nothing changes. What held nothing but what was taken out goes with it. */
export function rewriteBlocks(blocks: readonly Block[], rewriting: Rewriting): readonly Block[] {
  const rest = rewriting.blocks?.(blocks) ?? blocks;
  const rewritten = mapped(rest, (block) => rewriteBlock(block, rewriting));
  if (rewritten === rest) return rest;
  return rewritten.filter((block, at) => block === rest[at] || !isEmptied(block));
}

/** Whether a changed block has nothing left. What is numbered, named or dated says something all the same. */
export function isEmptied(block: Block): boolean {
  switch (block.type) {
    case "paragraph":
      return block.number === undefined && block.children.length === 0;
    case "quotation":
      return block.blocks.length === 0;
    case "division":
      return block.blocks.length === 0 && divisionNamed(block.name)?.side === "teaching";
    case "list":
    case "definitions":
      return block.entries.length === 0;
    case "heading":
      return block.children.length === 0;
    case "table":
    case "figure":
    case "rule":
    case "code-block":
    case "omission":
    case "doubt":
      return false;
  }
}

/** A node that holds blocks, with these rewritten; the same node where nothing changes. */
export function withBlocks<Holder extends { readonly blocks: readonly Block[] }>(
  holder: Holder,
  rewriting: Rewriting,
): Holder {
  const blocks = rewriteBlocks(holder.blocks, rewriting);
  return blocks === holder.blocks ? holder : { ...holder, blocks };
}

function rewriteBlock(block: Block, rewriting: Rewriting): Block {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return withChildren(block, rewriting);
    case "quotation":
    case "division":
      return withBlocks(block, rewriting);
    case "list":
      return rewriteList(block, rewriting);
    case "table":
      return rewriteTable(block, rewriting);
    case "definitions": {
      const entries = mapped(block.entries, (entry) => {
        const terms = mapped(entry.terms, (term) => rewriteInlines(term, rewriting));
        const meanings = mapped(entry.meanings, (meaning) => rewriteBlocks(meaning, rewriting));
        return terms === entry.terms && meanings === entry.meanings ? entry : { terms, meanings };
      });
      if (entries === block.entries) return block;
      const isLeft = ({ meanings }: DefinitionEntry, at: number): boolean =>
        meanings.flat().length > 0 || block.entries[at]?.meanings.flat().length === 0;
      const left = entries.filter(isLeft);
      return { ...block, entries: left };
    }
    case "figure":
    case "rule":
    case "code-block":
    case "omission":
    case "doubt":
      return block;
  }
}

function rewriteList(list: List, rewriting: Rewriting): List {
  const entries = mapped(list.entries, (entry) => withBlocks(entry, rewriting));
  if (entries === list.entries) return list;
  const left = entries.filter(
    ({ blocks }, at) => blocks.length > 0 || entries[at] === list.entries[at],
  );
  // An only entry of one block has no empty line left that could part it from anything.
  const tight = list.tight || (left.length === 1 && left[0]?.blocks.length === 1);
  return { ...list, tight, entries: left };
}

function rewriteTable(table: Table, rewriting: Rewriting): Table {
  const head = mapped(table.head, (cell) => rewriteInlines(cell, rewriting));
  const rows = mapped(table.rows, (row) => mapped(row, (cell) => rewriteInlines(cell, rewriting)));
  return head === table.head && rows === table.rows ? table : { ...table, head, rows };
}

function rewriteInlines(inlines: readonly Inline[], rewriting: Rewriting): readonly Inline[] {
  const rest = rewriting.inlines?.(inlines) ?? inlines;
  return mapped(rest, (inline) =>
    "children" in inline ? withChildren(inline, rewriting) : inline,
  );
}

function withChildren<Holder extends { readonly children: readonly Inline[] }>(
  holder: Holder,
  rewriting: Rewriting,
): Holder {
  const children = rewriteInlines(holder.children, rewriting);
  return children === holder.children ? holder : { ...holder, children };
}

/** As `filter`, but the same list where everything is kept. */
export function kept<Part>(parts: readonly Part[], keep: (part: Part) => boolean): readonly Part[] {
  return parts.every(keep) ? parts : parts.filter(keep);
}

/** As `map`, but the same list where nothing changes. */
export function mapped<Part>(
  parts: readonly Part[],
  change: (part: Part) => Part,
): readonly Part[] {
  const changed = parts.map(change);
  return changed.every((part, position) => part === parts[position]) ? parts : changed;
}
