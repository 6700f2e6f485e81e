import type { List, ListEntry } from "../../../edition/text.ts";
import { blockMeta } from "../placed-states.ts";
import type { Reading, Voice } from "../reading.ts";
import { checkList } from "./block-traps.ts";
import { readBlocks } from "./blocks.ts";
import type { Branch } from "./token-tree.ts";

/** A list. Its numbers are kept as they are written. */
export function readList(branch: Branch, reading: Reading, voice: Voice): List {
  const ordered = branch.token.type === "ordered_list_open";
  const entries = branch.branches.map((entry): ListEntry => {
    const { token } = entry;
    return {
      ...(ordered ? { marker: token.info + token.markup } : {}),
      blocks: readBlocks(entry.branches, reading, voice),
      place: reading.placeAt(blockMeta(token).at),
    };
  });
  const tight = branch.branches
    .flatMap((entry) => entry.branches)
    .every(({ token }) => token.type !== "paragraph_open" || token.hidden);
  const place = reading.placeAt(blockMeta(branch.token).at);
  checkList(reading, voice, branch);
  return { type: "list", ordered, tight, entries, place };
}
