import type { Passage } from "../reading/passage.ts";
import { part } from "../reading/passage.ts";
import { type LabeledField, fieldLabeled, labelOnLine } from "./labels.ts";

/** A label of the page with the lines that stand under it, perhaps none. */
export interface Labeled {
  readonly field: LabeledField;
  readonly label: Passage;
  readonly values: readonly Passage[];
}

/** What stands under "Document Information". */
export interface Information {
  readonly labeled: readonly Labeled[];
  /** Lines before the first label. */
  readonly unlabeled: readonly Passage[];
}

/** Reads labels and values, each on a line of its own or both on one. */
export function readInformation(lines: readonly Passage[]): Information {
  const labeled: { field: LabeledField; label: Passage; values: Passage[] }[] = [];
  const unlabeled: Passage[] = [];
  for (const line of lines) {
    const field = fieldLabeled(line.letters);
    const both = labelOnLine(line.letters);
    if (field !== undefined) labeled.push({ field, label: line, values: [] });
    else if (both)
      labeled.push({
        field: both.field,
        label: part(line, 0, both.at),
        values: [part(line, both.at, line.letters.length)],
      });
    else (labeled.at(-1)?.values ?? unlabeled).push(line);
  }
  return { labeled, unlabeled };
}
