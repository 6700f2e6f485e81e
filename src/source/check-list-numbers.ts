import { divisionNamed } from "../edition/divisions.ts";
import type { List, ListEntry } from "../edition/text.ts";
import { type TextNode, childrenOf } from "../edition/walk.ts";
import type { Report, Voice } from "./markdown/reading.ts";

/** A numbered list of a text, and who speaks in it. */
interface FoundList {
  readonly list: List;
  readonly voice: Voice;
}

/**
 * Numbers are printed as they are written, so that 1, 1, 1 stays what it is. And in a transcription
 * a list of one entry is a date or a year, unless one before or behind it goes on with its number.
 */
export function checkListNumbers(nodes: readonly TextNode[], voice: Voice, report: Report): void {
  const found = [...numberedLists(nodes, voice)];
  const starts = new Set(found.map(({ list }) => numberOf(list.entries[0])));
  const ends = new Set([0, ...found.map(({ list }) => numberOf(list.entries.at(-1)))]);
  for (const { list, voice: speaker } of found) {
    checkOrder(list, report);
    const [only, second] = list.entries;
    const number = numberOf(only);
    if (!only || second || speaker !== "transcription") continue;
    if (ends.has(number - 1) || starts.has(number + 1)) continue;
    const marker = only.marker ?? "";
    report(
      "trap-list",
      only.place,
      `"${marker}" at the beginning of a line makes a list of one entry`,
      `put a backslash before the sign behind the number: ${marker.replace(/\D$/, "\\$&")}`,
    );
  }
}

/** The numbered lists of a text, without those that have been reported as the dates that they are. */
function* numberedLists(nodes: readonly TextNode[], voice: Voice): Generator<FoundList> {
  for (const node of nodes) {
    if (node.type === "list") {
      const dates = node.entries.filter(isDate);
      if (node.ordered && dates.length === 0) yield { list: node, voice };
      for (const entry of node.entries)
        yield* numberedLists(entry.blocks.slice(isDate(entry) ? 1 : 0), voice);
    } else {
      const teaches = node.type === "division" && divisionNamed(node.name)?.side === "teaching";
      yield* numberedLists(childrenOf(node), teaches ? "commentary" : voice);
    }
  }
}

/** An entry that begins with a list in its own line: `25. 5. 62`. */
function isDate({ blocks: [first], place }: ListEntry): boolean {
  return first?.type === "list" && first.place.line === place.line;
}

function checkOrder(list: List, report: Report): void {
  for (const [index, entry] of list.entries.slice(1).entries()) {
    const last = numberOf(list.entries[index]);
    const number = numberOf(entry);
    if (number !== last + 1)
      report("list-number", entry.place, `the list goes from ${last} to ${number}`);
  }
}

function numberOf(entry: ListEntry | undefined): number {
  return Number.parseInt(entry?.marker ?? "0", 10);
}
