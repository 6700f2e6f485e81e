import type { RegisterEntry, RegisterName } from "../edition/edition.ts";
import type { Backlink, IndexLine } from "./apparatus.ts";
import { byHeading } from "./edition-order.ts";
import { headingOf } from "./headings.ts";

/** The index of each register, sorted by heading; entries that nobody mentions are in it. */
export function indexesOf(
  register: readonly RegisterEntry[],
  backlinks: ReadonlyMap<string, readonly Backlink[]>,
): Readonly<Record<RegisterName, readonly IndexLine[]>> {
  const lines: Record<RegisterName, IndexLine[]> = {
    people: [],
    places: [],
    organizations: [],
    terms: [],
  };
  for (const entry of [...register].sort(byHeading)) {
    const mentions = backlinks.get(entry.id) ?? [];
    lines[entry.register].push({ entry, heading: headingOf(entry), mentions });
  }
  return lines;
}
