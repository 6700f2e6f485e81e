import type { Document } from "../edition/edition.ts";
import type { Block, Inline } from "../edition/text.ts";
import { act } from "./acts.ts";
import { codeBlock, figure, heading, paragraph, quotation, rule } from "./blocks.ts";
import { citation } from "./citations.ts";
import { division, insideDivision } from "./divisions.ts";
import { definitions, list } from "./lists.ts";
import { headNote, noteCall } from "./notes.ts";
import { omission } from "./omissions.ts";
import { passages } from "./passages.ts";
import { reference } from "./references.ts";
import { table } from "./tables.ts";
import {
  anchor,
  code,
  emphasis,
  foreign,
  image,
  lineBreak,
  link,
  pageBreak,
  strong,
  styled,
  text,
} from "./words.ts";
import type { HtmlContext, Writer } from "./writer.ts";

type BlockKinds = { readonly [Type in Block["type"]]: Extract<Block, { type: Type }> };
type InlineKinds = { readonly [Type in Inline["type"]]: Extract<Inline, { type: Type }> };

/** How each kind of block is written. */
const blockRules: {
  readonly [Type in keyof BlockKinds]: (node: BlockKinds[Type], writer: Writer) => string;
} = {
  paragraph,
  heading,
  list,
  quotation,
  table,
  figure,
  rule,
  definitions,
  division: (node, writer) =>
    division(node, writer, writer.blocks(node.blocks, insideDivision(node, writer))),
  "code-block": codeBlock,
  omission,
  // For the editor alone.
  doubt: () => "",
};

/** How each kind of inline is written, given the siblings among which it stands. */
const inlineRules: {
  readonly [Type in keyof InlineKinds]: (
    node: InlineKinds[Type],
    writer: Writer,
    siblings: readonly Inline[],
  ) => string;
} = {
  text,
  emphasis,
  strong,
  styled,
  foreign,
  anchor,
  code,
  link,
  reference,
  act,
  image,
  citation,
  "note-call": noteCall,
  "page-break": pageBreak,
  "line-break": lineBreak,
  doubt: () => "",
};

/** Blocks as HTML. In print the notes stand at their calls; on screen they are left to `renderPassages`. */
export function renderBlocks(blocks: readonly Block[], context: HtmlContext): string {
  return writeBlocks(blocks, writerOf(context));
}

/** Blocks with their notes: on screen after the block that calls them, in print at the calls. */
export function renderPassages(blocks: readonly Block[], context: HtmlContext): string {
  const writer = writerOf(context);
  return context.medium === "print" ? writeBlocks(blocks, writer) : passages(blocks, writer);
}

/** Words within a block as HTML. */
export function renderInlines(inlines: readonly Inline[], context: HtmlContext): string {
  return writeInlines(inlines, writerOf(context));
}

/** The notes of a document's head as HTML, one below the other; empty where it has none. */
export function renderHeadNotes(document: Document, context: HtmlContext): string {
  const writer = writerOf(context);
  const labels = new Set(document.headNotes);
  const notes = context.apparatus.notes.get(document.id) ?? [];
  return notes
    .filter(({ note: { label } }) => labels.has(label))
    .map((numbered) => headNote(numbered, writer))
    .join("");
}

function writerOf(context: HtmlContext): Writer {
  return { ...context, phrasing: false, blocks: writeBlocks, inlines: writeInlines };
}

function writeBlocks(blocks: readonly Block[], writer: Writer): string {
  return blocks.map((node) => writeBlock(node.type, node, writer)).join("");
}

function writeInlines(inlines: readonly Inline[], writer: Writer): string {
  return inlines.map((node) => writeInline(node.type, node, writer, inlines)).join("");
}

function writeBlock<Type extends keyof BlockKinds>(
  type: Type,
  node: BlockKinds[Type],
  writer: Writer,
): string {
  return blockRules[type](node, writer);
}

function writeInline<Type extends keyof InlineKinds>(
  type: Type,
  node: InlineKinds[Type],
  writer: Writer,
  siblings: readonly Inline[],
): string {
  return inlineRules[type](node, writer, siblings);
}
