import type { IndexLine } from "../../apparatus/apparatus.ts";
import type { RegisterName } from "../../edition/edition.ts";
import { registerAddress, linkTo } from "../addresses.ts";
import { type Desk, registerNames } from "../desk.ts";
import type { PagePlan, PageView } from "../page-plan.ts";
import { type MentionView, mentionsOf } from "./backlinks.ts";
import { registerTitles } from "./titles.ts";

/** The index of a register. */
export interface RegisterIndexView extends PageView {
  readonly count: number;
  /** Lines under their first letter. */
  readonly letters: readonly { readonly letter: string; readonly lines: readonly LineView[] }[];
}

/** One line of an index. */
export interface LineView {
  readonly heading: string;
  readonly href: string;
  /** Abbreviation, years, role, where there are any. */
  readonly details: string;
  readonly mentions: readonly MentionView[];
}

/** An index page for each register that has entries. */
export function registerIndexPages(desk: Desk): readonly PagePlan[] {
  return registerNames
    .filter((register) => desk.apparatus.indexes[register].length > 0)
    .map((register) => ({
      address: registerAddress(register),
      template: "pages/register-index.njk",
      view: () => registerIndexView(desk, register),
    }));
}

function registerIndexView(desk: Desk, register: RegisterName): RegisterIndexView {
  const address = registerAddress(register);
  const letters = new Map<string, LineView[]>();
  for (const line of desk.apparatus.indexes[register]) {
    const letter = firstLetter(line.heading);
    const lines = letters.get(letter) ?? [];
    lines.push(lineView(desk, line, address));
    letters.set(letter, lines);
  }
  return {
    address,
    section: register,
    title: registerTitles[register],
    description: `${registerTitles[register]} named in the edition, and where.`,
    count: desk.apparatus.indexes[register].length,
    letters: [...letters].map(([letter, lines]) => ({ letter, lines })),
  };
}

function lineView(desk: Desk, { entry, heading, mentions }: IndexLine, address: string): LineView {
  const { abbreviation, name, dates, role } = entry.matter;
  // An abbreviation that heads its line is told in full, and the other way round.
  const otherForm = heading === abbreviation ? name : abbreviation;
  return {
    heading,
    href: linkTo(address, entry),
    details: [otherForm, dates, role].filter((part) => part !== undefined).join(", "),
    mentions: mentionsOf(desk, mentions, address),
  };
}

/** The letter under which a heading stands, without its accent: É under E. */
function firstLetter(heading: string): string {
  const [letter = ""] = heading.normalize("NFD").replace(/^[^\p{L}\p{N}]+/u, "");
  return letter.toUpperCase();
}
