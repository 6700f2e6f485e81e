import { type DivisionName, divisionNamed } from "../edition/divisions.ts";
import type { Entity } from "../edition/edition.ts";
import type { Block, Division } from "../edition/text.ts";
import { checkDivisionValues } from "./check-division-values.ts";
import type { Report } from "./markdown/reading.ts";

/** Divisions that hold questions, and so their answers. */
const ASKS: ReadonlySet<DivisionName> = new Set(["questions", "comparison", "worksheet"]);

/** A block that holds other blocks. */
type Holder = Extract<Block, { type: "division" | "quotation" | "list" | "definitions" }>;

/**
 * Sees whether the parts of readers and the answers to questions stand where they can, and whether what divisions say of
 * themselves can be read. Says how many closing lines it asks for.
 */
export function checkDivisions(
  blocks: readonly Block[],
  kind: Entity["kind"] | "worksheet",
  report: Report,
): number {
  let closings = 0;
  const check = (inside: readonly Block[], around: readonly Holder[]): void => {
    for (const [at, block] of inside.entries()) {
      if (!isHolder(block)) continue;
      if (block.type === "division") {
        if (divisionNamed(block.name)?.side === "reader")
          closings += checkReaderPart(block, around, kind, report);
        if (block.name === "answer") {
          const isAsked = kind === "worksheet" || around.some(asks);
          checkAnswer(block, inside.slice(0, at), { around, isAsked }, report);
        }
        if (block.name === "worksheet" && kind === "worksheet")
          report(
            "division-misplaced",
            block.place,
            "a worksheet inside a worksheet",
            "write its questions out",
          );
        checkDivisionValues(block, report);
      }
      for (const list of blockLists(block)) check(list, [...around, block]);
    }
  };
  check(blocks, []);
  return closings;
}

/** A week stands at the top of a reader’s file; a reading there, or directly in a week. How many closing lines it lacks above it. */
function checkReaderPart(
  { name, place }: Division,
  around: readonly Holder[],
  kind: Entity["kind"] | "worksheet",
  report: Report,
): number {
  const holder = around.at(-1);
  if (kind !== "reader")
    report(
      "division-misplaced",
      place,
      `a "${name}" outside of a reader`,
      "move it to a file in documents/readers/",
    );
  else if (holder && holder.type !== "division")
    report(
      "division-misplaced",
      place,
      `a "${name}" inside a ${HOLDER_WORDS[holder.type]}`,
      "begin its line with the three colons",
    );
  else if (holder && !(name === "reading" && holder.name === "week")) {
    const open = around.flatMap((outer) => (outer.type === "division" ? [outer.name] : []));
    const left = name === "reading" && open[0] === "week" ? open.slice(1) : open;
    const names = left.toReversed().map((outer) => `"${outer}"`);
    report(
      "division-misplaced",
      place,
      `a "${name}" inside "${holder.name}"`,
      `close ${names.join(" and ")} before it`,
    );
    return left.length;
  }
  return 0;
}

const HOLDER_WORDS = {
  quotation: "quotation",
  list: "list",
  definitions: "list of words and meanings",
} as const;

/** An answer stands behind its question: in the list's entry, or behind what asks. */
function checkAnswer(
  { place }: Division,
  before: readonly Block[],
  { around, isAsked }: { readonly around: readonly Holder[]; readonly isAsked: boolean },
  report: Report,
): void {
  const holder = around.at(-1);
  const said = (message: string, mend: string): void =>
    report("division-misplaced", place, message, mend);
  if (!isAsked)
    said("an answer outside of questions", "put it under its question, inside ::: questions");
  else if (around.some((outer) => outer.type === "division" && outer.name === "answer"))
    said("an answer inside another", 'close "answer" before it');
  // A worksheet's own questions come before what is written there.
  else if (
    !(holder?.type === "division" && holder.name === "worksheet") &&
    !before.some(isQuestion)
  )
    said("an answer without a question before it", "put it under its question");
}

function isQuestion(block: Block): boolean {
  return block.type !== "division" && block.type !== "doubt";
}

function asks(holder: Holder): boolean {
  return holder.type === "division" && ASKS.has(holder.name);
}

function isHolder(block: Block): block is Holder {
  return blockLists(block).length > 0;
}

/** The rows of blocks directly inside a block. */
function blockLists(block: Block): readonly (readonly Block[])[] {
  switch (block.type) {
    case "division":
    case "quotation":
      return [block.blocks];
    case "list":
      return block.entries.map((entry) => entry.blocks);
    case "definitions":
      return block.entries.flatMap(({ meanings }) => meanings);
    case "paragraph":
    case "heading":
    case "table":
    case "figure":
    case "rule":
    case "code-block":
    case "omission":
    case "doubt":
      return [];
  }
}
