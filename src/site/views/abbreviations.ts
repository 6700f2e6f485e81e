import { linkTo } from "../addresses.ts";
import type { UsedIn } from "./used-in.ts";

/** An abbreviation and what it stands for. */
export interface AbbreviationView {
  readonly abbreviation: string;
  readonly name: string;
  readonly href: string;
}

/** The abbreviations of the register among what a document mentions, sorted. */
export function abbreviationsIn(
  { mentioned }: UsedIn,
  address: string,
): readonly AbbreviationView[] {
  return mentioned.flatMap((entry) => {
    const { abbreviation, name } = entry.matter;
    return abbreviation === undefined ? [] : [{ abbreviation, name, href: linkTo(address, entry) }];
  });
}
