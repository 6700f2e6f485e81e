import { actNamed } from "../../edition/acts.ts";
import { divisionNamed } from "../../edition/divisions.ts";
import type { Block, EditorialAct, Inline, Note } from "../../edition/text.ts";

/**
 * A transcription as an archive's page would print it: acts in plain brackets, notes of the
 * translator in brackets where they are called, no other notes and no teaching parts.
 * With it a transcription can be compared with the page that it was made from.
 */
export function diplomaticText(blocks: readonly Block[], notes: readonly Note[]): string {
  return blocks
    .map((block) => textOfBlock(block, notes))
    .join(" ")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

function textOfBlock(block: Block, notes: readonly Note[]): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return textOfInlines(block.children, notes);
    case "quotation":
      return diplomaticText(block.blocks, notes);
    case "division":
      return divisionNamed(block.name)?.side === "teaching"
        ? ""
        : diplomaticText(block.blocks, notes);
    case "list":
      return block.entries
        .map((entry) => `${entry.marker ?? ""} ${diplomaticText(entry.blocks, notes)}`)
        .join(" ");
    case "doubt":
      return "";
    case "table":
    case "figure":
    case "rule":
    case "definitions":
    case "code-block":
    case "omission":
      throw new Error(`no archive's page prints a ${block.type} as words`);
  }
}

function textOfInlines(inlines: readonly Inline[], notes: readonly Note[]): string {
  return inlines.map((inline) => textOfInline(inline, notes)).join("");
}

function textOfInline(inline: Inline, notes: readonly Note[]): string {
  switch (inline.type) {
    case "text":
    case "code":
      return inline.value;
    case "line-break":
      return " ";
    case "emphasis":
    case "strong":
    case "styled":
    case "foreign":
    case "anchor":
    case "link":
    case "reference":
      return textOfInlines(inline.children, notes);
    case "act":
      return textOfAct(inline, notes);
    case "note-call": {
      const note = notes.find(({ label }) => label === inline.label);
      return note?.stream === "translator"
        ? ` [Translator’s Note: ${diplomaticText(note.blocks, notes)}]`
        : "";
    }
    case "citation":
      return inline.written;
    case "page-break":
    case "image":
    case "doubt":
      return "";
  }
}

function textOfAct(act: EditorialAct, notes: readonly Note[]): string {
  const words = textOfInlines(act.children, notes);
  return actNamed(act.act)?.ownWords === true ? words : `[${words}]`;
}
