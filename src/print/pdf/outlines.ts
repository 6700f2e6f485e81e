import { hexadecimal, pdfText } from "./objects.ts";
import type { ObjectFile } from "./object-file.ts";

/** A bookmark: what it says, how deep it stands, and the place to which it leads, as it is written in the file. */
export interface Bookmark {
  readonly words: string;
  /** From 1, as headings are counted. */
  readonly level: number;
  readonly place: string;
}

interface Entry extends Bookmark {
  readonly number: number;
  readonly below: Entry[];
}

/** Writes bookmarks, each below the last one before it that stands higher; gives the number of their root. */
export function writeOutlines(file: ObjectFile, bookmarks: readonly Bookmark[]): number {
  const root: Entry = { words: "", level: 0, place: "", number: file.reserve(), below: [] };
  const open: Entry[] = [root];
  for (const bookmark of bookmarks) {
    while ((open.at(-1)?.level ?? 0) >= bookmark.level && open.length > 1) open.pop();
    const entry: Entry = { ...bookmark, number: file.reserve(), below: [] };
    open.at(-1)?.below.push(entry);
    open.push(entry);
  }
  const write = ({ number, below }: Entry): void => {
    below.forEach((entry, at) => {
      const [before, after] = [below[at - 1], below[at + 1]];
      file.put(
        entry.number,
        `<</Title${hexadecimal(pdfText(entry.words).bytes)}/Parent ${number} 0 R` +
          `${before ? `/Prev ${before.number} 0 R` : ""}${after ? `/Next ${after.number} 0 R` : ""}` +
          `${ends(entry.below)}${entry.below.length > 0 ? `/Count -${entry.below.length}` : ""}` +
          `/Dest${entry.place}>>`,
      );
      write(entry);
    });
  };
  write(root);
  const shown = root.below.length;
  file.put(
    root.number,
    `<</Type/Outlines${ends(root.below)}${shown > 0 ? `/Count ${shown}` : ""}>>`,
  );
  return root.number;
}

function ends(entries: readonly Entry[]): string {
  const [first, last] = [entries[0], entries.at(-1)];
  return first && last ? `/First ${first.number} 0 R/Last ${last.number} 0 R` : "";
}
