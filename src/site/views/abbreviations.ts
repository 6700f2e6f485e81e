import type { Document, RegisterEntry } from "../../edition/edition.ts";
import type { Block } from "../../edition/text.ts";
import { walk } from "../../edition/walk.ts";
import { linkTo } from "../addresses.ts";
import type { Desk } from "../desk.ts";

/** An abbreviation and what it stands for. */
export interface AbbreviationView {
  readonly abbreviation: string;
  readonly name: string;
  readonly href: string;
}

/** The abbreviations of the register that a document's page mentions, sorted. */
export function abbreviationsIn(
  desk: Desk,
  document: Document,
  address: string,
): readonly AbbreviationView[] {
  const mentioned = new Set<RegisterEntry>();
  const texts: readonly (readonly Block[])[] = [
    document.abstract,
    document.before,
    document.transcription,
    document.after,
    ...document.notes.map(({ blocks }) => blocks),
  ];
  for (const node of texts.flatMap((blocks) => [...walk(blocks)])) {
    if (node.type !== "reference") continue;
    const entity = desk.apparatus.references.get(node)?.entity;
    if (entity?.kind === "register-entry" && entity.matter.abbreviation) mentioned.add(entity);
  }
  return [...mentioned]
    .map((entry) => ({
      abbreviation: entry.matter.abbreviation ?? "",
      name: entry.matter.name,
      href: linkTo(address, entry),
    }))
    .sort((a, b) => a.abbreviation.localeCompare(b.abbreviation, "en"));
}
