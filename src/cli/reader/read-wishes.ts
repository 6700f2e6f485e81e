import { didYouMean } from "../../diagnostics/suggest.ts";
import { type Look, type Paper, looks, papers } from "../../edition/reader-matter.ts";
import type { Audience } from "../../site/desk.ts";

/** In which forms readers are asked for, as it is written on the command line. */
interface WrittenWishes {
  readonly variant: string;
  readonly paper?: readonly string[];
  readonly look?: readonly string[];
}

/** The same, read. */
export interface Wishes {
  readonly audience: Audience;
  readonly papers: readonly Paper[];
  readonly looks: readonly Look[];
}

const audiences: Readonly<Record<"student" | "instructor", Audience>> = {
  student: "students",
  instructor: "instructors",
};

/** Reads in which forms readers are asked for, or says what is not known. */
export function readWishes({
  variant,
  paper = [],
  look = [],
}: WrittenWishes): Wishes | { readonly message: string } {
  for (const [what, written, table] of [
    ["variant", [variant], audiences],
    ["paper", paper, papers],
    ["look", look, looks],
  ] as const) {
    const names = Object.keys(table);
    const strange = written.find((name) => !names.includes(name));
    if (strange === undefined) continue;
    const mend = didYouMean(strange, names, `choose ${list(names)}`);
    return { message: `there is no ${what} "${strange}"; ${mend}` };
  }
  return {
    audience: variant === "instructor" ? audiences.instructor : audiences.student,
    papers: named(papers, paper),
    looks: named(looks, look),
  };
}

/** Those of a table’s names that are written, in the table’s order. */
function named<Name extends string>(
  table: Readonly<Record<Name, string>>,
  written: readonly string[],
): readonly Name[];
function named(
  table: Readonly<Record<string, string>>,
  written: readonly string[],
): readonly string[] {
  return Object.keys(table).filter((name) => written.includes(name));
}

function list(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;
}
