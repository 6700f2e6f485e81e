import { actNamed } from "../../edition/acts.ts";
import type { Block, Inline, Note } from "../../edition/text.ts";
import { walk } from "../../edition/walk.ts";
import { lettersOf } from "../ledger.ts";

/**
 * Letters of a draft, in order. Those that are `optional` may or may not stand in the input: brackets of
 * editorial acts and numbers of lists, which some forms write out and others mark.
 */
export interface Segment {
  readonly letters: string;
  readonly optional: boolean;
}

/** Where notes stand among the words of a text. */
export type NoteOrder = "inline" | "behind";

/** Letters of a text with its notes, as an `Original` names their order. */
export function segmentsOf(
  blocks: readonly Block[],
  notes: readonly Note[],
  order: NoteOrder,
): readonly Segment[] {
  const gathering = new Gathering(order === "inline" ? notes : []);
  if (order === "inline") {
    const called = calledLabels(blocks, notes);
    for (const note of notes) if (!called.has(note.label)) gathering.blocks(note.blocks);
  }
  gathering.blocks(blocks);
  if (order === "behind") for (const note of notes) gathering.blocks(note.blocks);
  return gathering.segments;
}

/** Letters of a plain value of a field. */
export function segmentsOfWords(words: string): readonly Segment[] {
  const letters = lettersOf(words);
  return letters === "" ? [] : [{ letters, optional: false }];
}

/** Goes through a text and takes down its letters. */
class Gathering {
  readonly segments: Segment[] = [];
  readonly #notes: Map<string, Note>;

  constructor(notes: readonly Note[]) {
    this.#notes = new Map(notes.map((note) => [note.label, note]));
  }

  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) this.#block(block);
  }

  #add(words: string, optional = false): void {
    const letters = lettersOf(words);
    if (letters !== "") this.segments.push({ letters, optional });
  }

  #block(block: Block): void {
    switch (block.type) {
      case "paragraph":
      case "heading":
        return this.#inlines(block.children);
      case "list":
        for (const entry of block.entries) {
          this.#add(entry.marker ?? "", true);
          this.blocks(entry.blocks);
        }
        return;
      case "quotation":
        return this.blocks(block.blocks);
      case "division":
        this.#add(block.title ?? "", true);
        return this.blocks(block.blocks);
      case "table":
        for (const cell of [...block.head, ...block.rows.flat()]) this.#inlines(cell);
        return;
      case "definitions":
        for (const { terms, meanings } of block.entries) {
          for (const term of terms) this.#inlines(term);
          for (const meaning of meanings) this.blocks(meaning);
        }
        return;
      case "figure":
        this.#add(block.image.text, true);
        return this.#add(block.caption, true);
      case "code-block":
        return this.#add(block.value);
      case "rule":
      case "omission":
      case "doubt":
        return;
    }
  }

  #inlines(inlines: readonly Inline[]): void {
    for (const inline of inlines) this.#inline(inline);
  }

  #inline(inline: Inline): void {
    switch (inline.type) {
      case "text":
      case "code":
        return this.#add(inline.value);
      case "emphasis":
      case "strong":
      case "styled":
      case "foreign":
      case "anchor":
      case "link":
      case "reference":
        return this.#inlines(inline.children);
      case "act": {
        const act = actNamed(inline.act);
        this.#add(inline.attributes.sic ?? "", true);
        this.#add(act?.before ?? "", true);
        this.#inlines(inline.children);
        this.#add(act?.after ?? "", true);
        this.#add(inline.attributes.corr ?? "", true);
        return;
      }
      case "note-call": {
        const note = this.#notes.get(inline.label);
        // A note that is called twice stands where it is called first.
        this.#notes.delete(inline.label);
        return note && this.blocks(note.blocks);
      }
      case "citation":
        return this.#add(inline.written);
      case "image":
        return this.#add(inline.text, true);
      case "page-break":
      case "line-break":
      case "doubt":
        return;
    }
  }
}

/** Labels of the notes that the text, or another note, calls. */
function calledLabels(blocks: readonly Block[], notes: readonly Note[]): ReadonlySet<string> {
  const called = new Set<string>();
  for (const inside of [blocks, ...notes.map((note) => note.blocks)])
    for (const node of walk(inside)) if (node.type === "note-call") called.add(node.label);
  return called;
}
