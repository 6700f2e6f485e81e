import type { Apparatus } from "../../apparatus/apparatus.ts";
import type { WorksCited } from "../../citation/cite-works.ts";
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

/** By what an edition's text is shown. */
interface Shown {
  readonly apparatus: Apparatus;
  readonly works: WorksCited | undefined;
}

/** Parts of an entity's text that stand each for itself on its page, whose order the templates choose. */
export function expectedRegions(
  entity: Entity,
  apparatus: Apparatus,
  works?: WorksCited,
): readonly (readonly ExpectedWords[])[] {
  return regionsOf(entity).map((blocks) => expectedWords(blocks, apparatus, works));
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
  works?: WorksCited,
  within?: string,
): readonly ExpectedWords[] {
  const expected: ExpectedWords[] = [];
  const shown: Shown = { apparatus, works };
  const run = (words: string, place: Place, inside: string | undefined): void => {
    const collapsed = collapse(words);
    if (collapsed !== "") expected.push({ words: collapsed, within: inside, place });
  };
  const visit = (block: Block): void => {
    switch (block.type) {
      case "paragraph":
        return run(inlineWords(block.children, shown), block.place, paragraphId(block));
      case "heading":
        return run(inlineWords(block.children, shown), block.place, within);
      case "code-block":
        return run(block.value, block.place, within);
      case "figure":
        return run(block.caption, block.place, within);
      case "table":
        for (const cell of [...block.head, ...block.rows.flat()])
          run(inlineWords(cell, shown), cell[0]?.place ?? block.place, paragraphId(block));
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
            run(inlineWords(term, shown), term[0]?.place ?? block.place, within);
          entry.meanings.flat().forEach(visit);
        }
        return;
      case "rule":
      case "omission":
      case "doubt":
        return;
    }
  };
  const paragraphId = ({ number }: { readonly number?: number }): string | undefined =>
    number === undefined ? within : `p${number}`;
  blocks.forEach(visit);
  return expected;
}

function inlineWords(inlines: readonly Inline[], shown: Shown): string {
  return inlines.map((inline) => wordsOf(inline, shown)).join("");
}

function wordsOf(inline: Inline, shown: Shown): string {
  switch (inline.type) {
    case "text":
    case "code":
      return inline.value;
    case "citation":
      return (
        shown.works?.citations.get(inline)?.text ?? inline.written + (inline.punctuation ?? "")
      );
    case "line-break":
      return " ";
    case "reference":
      return inline.children.length > 0
        ? inlineWords(inline.children, shown)
        : (shown.apparatus.references.get(inline)?.text ?? inline.target);
    case "emphasis":
    case "strong":
    case "styled":
    case "foreign":
    case "anchor":
    case "link":
    case "act":
      return inlineWords(inline.children, shown);
    case "note-call":
    case "page-break":
    case "image":
    case "doubt":
      return "";
  }
}
