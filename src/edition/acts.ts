/** What an editor did to the text, by TEI's names (TEI P5, 12 Representation of Primary Sources; 3.5 Simple Editorial Changes). */
export type ActName =
  "gap" | "supplied" | "expan" | "unclear" | "add" | "del" | "sic" | "corr" | "ident" | "remark";

/** One row of the table of editorial acts. */
export interface Act {
  readonly name: ActName;
  /** The act in a word or two: "illegible or lost". */
  readonly label: string;
  /** What the mark means, one sentence for the key of marks. */
  readonly meaning: string;
  /** Set before the words. */
  readonly before: string;
  /** Set behind the words. */
  readonly after: string;
  /** Whether the words inside are the document's own; otherwise an editor's or a translator's. */
  readonly ownWords: boolean;
  /** Attributes that may be given. Each is one sentence in the manual. */
  readonly attributes: readonly ActAttribute[];
  /** An example of the source form. */
  readonly example: string;
}

/** Attributes of an editorial act: `cert` how certain (low, medium, high); `reason` why; `by` whose hand or judgement; `corr` on a slip the right reading; `sic` on a correction the reading of the original. */
export type ActAttribute = "cert" | "reason" | "by" | "corr" | "sic";

/** The editorial acts, in the order in which the key of marks lists them. */
export const acts: readonly Act[] = [
  {
    name: "gap",
    label: "gap",
    meaning: "Words that are illegible, lost or cut off; the bracket says what is missing.",
    before: "[",
    after: "]",
    ownWords: false,
    attributes: ["reason"],
    example: "[illegible]{.gap}",
  },
  {
    name: "supplied",
    label: "supplied",
    meaning: "Words that the original lacks and that were supplied from the sense or another copy.",
    before: "[",
    after: "]",
    ownWords: false,
    attributes: ["cert", "reason", "by"],
    example: "[Castro]{.supplied cert=low}",
  },
  {
    name: "expan",
    label: "expansion",
    meaning: "An abbreviation written out.",
    before: "[",
    after: "]",
    ownWords: false,
    attributes: ["cert", "by"],
    example: "CC [Central Committee]{.expan}",
  },
  {
    name: "unclear",
    label: "unclear",
    meaning: "Words that could not be read with certainty.",
    before: "[",
    after: "?]",
    ownWords: true,
    attributes: ["cert", "reason"],
    example: "[Havana]{.unclear}",
  },
  {
    name: "add",
    label: "addition",
    meaning: "Words added to the original later, between the lines or in the margin.",
    before: "↑",
    after: "↓",
    ownWords: true,
    attributes: ["by"],
    example: "[urgently]{.add}",
  },
  {
    name: "del",
    label: "deletion",
    meaning: "Words struck out in the original.",
    before: "",
    after: "",
    ownWords: true,
    attributes: ["by"],
    example: "[at once]{.del}",
  },
  {
    name: "sic",
    label: "slip",
    meaning: "So in the original; the slip is not this edition’s.",
    before: "",
    after: " [sic]",
    ownWords: true,
    attributes: ["corr"],
    example: "[Many]{.sic}",
  },
  {
    name: "corr",
    label: "correction",
    meaning: "A slip of the original, corrected.",
    before: "[",
    after: "]",
    ownWords: false,
    attributes: ["sic", "by"],
    example: "[May]{.corr sic=Many}",
  },
  {
    name: "ident",
    label: "identification",
    meaning: "Who or what is meant, told by an editor.",
    before: "[",
    after: "]",
    ownWords: false,
    attributes: ["cert", "by"],
    example: "Ivanov [Colonel General Semyon P. Ivanov]{.ident}",
  },
  {
    name: "remark",
    label: "remark",
    meaning:
      "An editor’s or translator’s description that stands in the text: a signature, a stamp, a change of hand.",
    before: "[",
    after: "]",
    ownWords: false,
    attributes: ["by"],
    example: "[signature]{.remark}",
  },
];

/** The row of an act, or nothing where there is no such act. */
export function actNamed(name: string): Act | undefined {
  return acts.find((row) => row.name === name);
}
