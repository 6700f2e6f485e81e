import type { Document } from "../../edition/edition.ts";
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
  { apparatus }: Desk,
  document: Document,
  address: string,
): readonly AbbreviationView[] {
  return (apparatus.mentioned.get(document.id) ?? []).flatMap((entry) => {
    const { abbreviation, name } = entry.matter;
    return abbreviation === undefined ? [] : [{ abbreviation, name, href: linkTo(address, entry) }];
  });
}
