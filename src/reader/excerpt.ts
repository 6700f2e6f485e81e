import { stillCalled } from "../edition/called-notes.ts";
import type { Document } from "../edition/edition.ts";
import { type ParagraphRange, isIn } from "../edition/paragraph-ranges.ts";
import type { Block, List, ListEntry, Omission, PageBreak } from "../edition/text.ts";
import { walk } from "../edition/walk.ts";

/**
 * A document in part: the paragraphs of some ranges with the numbers that they have in the whole, an `Omission` in the
 * place of each run that is left out, and the notes that are called in what stays. Headings stay with what
 * stands under them; figures, rules and context boxes with the paragraph before them. Leaves are the same objects
 * as in the whole, so that what the apparatus knows of them by their identity stays known.
 */
export function excerptOf(document: Document, ranges: readonly ParagraphRange[]): Document {
  const transcription = excerptBlocks(document, ranges);
  const whole = [...document.before, ...document.transcription, ...document.after];
  const notes = stillCalled(document.notes, whole, [
    ...document.before,
    ...transcription,
    ...document.after,
  ]);
  return { ...document, transcription, notes };
}

/** The numbers of all numbered paragraphs of some text, in their order. */
export function paragraphsIn(blocks: readonly Block[]): readonly number[] {
  const numbers: number[] = [];
  for (const node of walk(blocks)) {
    if ((node.type === "paragraph" || node.type === "table") && node.number !== undefined)
      numbers.push(node.number);
  }
  return numbers;
}

function excerptBlocks(
  { id, transcription }: Document,
  ranges: readonly ParagraphRange[],
): readonly Block[] {
  let from: number | undefined;
  let to = 0;
  let page: PageBreak | undefined;
  // Whether the last numbered paragraph was kept: what has no number goes with it.
  let keeps = paragraphsIn(transcription)[0] === ranges[0]?.from;

  const leaveOut = (block: Block): void => {
    for (const number of paragraphsIn([block])) {
      from ??= number;
      to = number;
      keeps = false;
    }
    if (from === undefined) return;
    for (const node of walk([block])) if (node.type === "page-break") page = node;
  };
  const takeOmission = (block: Block): readonly Omission[] => {
    if (from === undefined) return [];
    const omission: Omission = {
      type: "omission",
      of: id,
      from,
      to,
      ...(page && { page }),
      place: block.place,
    };
    from = undefined;
    page = undefined;
    return [omission];
  };

  const part = (blocks: readonly Block[]): readonly Block[] => {
    const made: Block[] = [];
    const headings: Block[] = [];
    for (const block of blocks) {
      if (block.type === "heading") {
        headings.push(block);
        continue;
      }
      const numbers = paragraphsIn([block]);
      if (numbers.length === 0) {
        if (keeps) made.push(...headings.splice(0), block);
        else leaveOut(block);
        continue;
      }
      const chosen = numbers.filter((number) => isIn(ranges, number));
      if (chosen.length === 0) {
        headings.splice(0).forEach(leaveOut);
        leaveOut(block);
        continue;
      }
      if (chosen[0] === numbers[0]) made.push(...takeOmission(headings[0] ?? block));
      made.push(...headings.splice(0));
      if (chosen.length === numbers.length) {
        keeps = true;
        made.push(block);
      } else made.push(...inside(block));
    }
    headings.forEach(keeps ? (heading) => made.push(heading) : leaveOut);
    return made;
  };

  const inside = (block: Block): readonly Block[] => {
    switch (block.type) {
      case "quotation":
      case "division":
        return [{ ...block, blocks: part(block.blocks) }];
      case "list":
        return partOfList(block);
      case "definitions": {
        const entries = block.entries.flatMap(({ terms, meanings }) => {
          const partial = meanings.map(part).filter((meaning) => meaning.length > 0);
          return partial.length === 0 ? [] : [{ terms, meanings: partial }];
        });
        return [{ ...block, entries }];
      }
      case "paragraph":
      case "table":
      case "heading":
      case "figure":
      case "rule":
      case "code-block":
      case "omission":
      case "doubt":
        return [block];
    }
  };

  /** Numbers of lists are as written, so that a list may be divided by what is left out. */
  const partOfList = (list: List): readonly Block[] => {
    const made: Block[] = [];
    let entries: ListEntry[] = [];
    const closeList = (): void => {
      if (entries.length > 0) made.push({ ...list, entries });
      entries = [];
    };
    for (const entry of list.entries) {
      const numbers = entry.blocks.flatMap((block) => paragraphsIn([block]));
      const chosen = numbers.filter((number) => isIn(ranges, number));
      const [first] = entry.blocks;
      if (first && from !== undefined && chosen.length > 0 && chosen[0] === numbers[0]) {
        closeList();
        made.push(...takeOmission(first));
      }
      const blocks = part(entry.blocks);
      if (blocks.length > 0) entries.push({ ...entry, blocks });
    }
    closeList();
    return made;
  };

  const made = part(transcription);
  const last = transcription.at(-1);
  return last ? [...made, ...takeOmission(last)] : made;
}
