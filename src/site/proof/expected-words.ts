import type { Apparatus } from "../../apparatus/apparatus.ts";
import type { Place } from "../../diagnostics/place.ts";
import type { Entity } from "../../edition/edition.ts";
import type { Block, Inline } from "../../edition/text.ts";
import { collapse } from "./read-page.ts";

/** A run of words that an edition's page must show, and where the editor wrote it. */
export interface ExpectedWords {
  readonly words: string;
  /** The id of the numbered paragraph or note that it stands in. */
  readonly within: string | undefined;
  readonly place: Place;
}

/** Parts of an entity's text that stand each for itself on its page, whose order the templates choose. */
export function expectedRegions(
  entity: Entity,
  apparatus: Apparatus,
): readonly (readonly ExpectedWords[])[] {
  return regionsOf(entity).map((blocks) => expectedWords(blocks, apparatus));
}

function regionsOf(entity: Entity): readonly (readonly Block[])[] {
  switch (entity.kind) {
    case "document":
      return [entity.abstract, entity.before, entity.transcription, entity.after];
    case "essay":
    case "reader":
      return [entity.blocks];
    case "register-entry":
      return [entity.description];
  }
}

/** The runs of words of some text in reading order. `within` is given for notes, whose paragraphs have no numbers. */
export function expectedWords(
  blocks: readonly Block[],
  apparatus: Apparatus,
  within?: string,
): readonly ExpectedWords[] {
  const expected: ExpectedWords[] = [];
  const run = (words: string, place: Place, inside: string | undefined): void => {
    const collapsed = collapse(words);
    if (collapsed !== "") expected.push({ words: collapsed, within: inside, place });
  };
  const visit = (block: Block): void => {
    switch (block.type) {
      case "paragraph":
        return run(inlineWords(block.children, apparatus), block.place, paragraphId(block));
      case "heading":
        return run(inlineWords(block.children, apparatus), block.place, within);
      case "code-block":
        return run(block.value, block.place, within);
      case "figure":
        return run(block.caption, block.place, within);
      case "table":
        for (const cell of [...block.head, ...block.rows.flat()])
          run(inlineWords(cell, apparatus), cell[0]?.place ?? block.place, paragraphId(block));
        return;
      case "list":
        for (const entry of block.entries) {
          run(entry.marker ?? "", entry.place, within);
          entry.blocks.forEach(visit);
        }
        return;
      case "quotation":
        return block.blocks.forEach(visit);
      case "division":
        if (block.title !== undefined)
          run(
            block.date ? `${block.date.shown} · ${block.title}` : block.title,
            block.place,
            within,
          );
        return block.blocks.forEach(visit);
      case "definitions":
        for (const entry of block.entries) {
          for (const term of entry.terms)
            run(inlineWords(term, apparatus), term[0]?.place ?? block.place, within);
          entry.meanings.flat().forEach(visit);
        }
        return;
      case "rule":
      case "doubt":
        return;
    }
  };
  const paragraphId = ({ number }: { readonly number?: number }): string | undefined =>
    number === undefined ? within : `p${number}`;
  blocks.forEach(visit);
  return expected;
}

function inlineWords(inlines: readonly Inline[], apparatus: Apparatus): string {
  return inlines.map((inline) => wordsOf(inline, apparatus)).join("");
}

function wordsOf(inline: Inline, apparatus: Apparatus): string {
  switch (inline.type) {
    case "text":
    case "code":
      return inline.value;
    case "line-break":
      return " ";
    case "reference":
      return inline.children.length > 0
        ? inlineWords(inline.children, apparatus)
        : (apparatus.references.get(inline)?.text ?? inline.target);
    case "emphasis":
    case "strong":
    case "styled":
    case "foreign":
    case "anchor":
    case "link":
    case "act":
      return inlineWords(inline.children, apparatus);
    case "note-call":
    case "page-break":
    case "image":
    case "doubt":
      return "";
  }
}
