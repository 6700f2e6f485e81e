/** The parts of a document (`entry` … `attachment`) and the teaching parts (`headnote` … `instructor`). */
export type DivisionName =
  | "entry"
  | "opener"
  | "dateline"
  | "salute"
  | "closer"
  | "signature"
  | "postscript"
  | "stamp"
  | "attachment"
  | "headnote"
  | "questions"
  | "vocabulary"
  | "context"
  | "instructor";

/** One row of the table of divisions. */
export interface DivisionKind {
  readonly name: DivisionName;
  /** `transcription`: its paragraphs are the document's and are numbered. `teaching`: apparatus. */
  readonly side: "transcription" | "teaching";
  /** Where a teaching part is shown: before the transcription, where it stands, or after it. */
  readonly stands: "before" | "in-place" | "after";
  /** Heading that is set over a teaching part; empty for none. */
  readonly heading: string;
  /** What it is, one sentence for the manual. */
  readonly meaning: string;
  readonly attributes: readonly DivisionAttribute[];
}

/** `date` in EDTF; `title` in words. */
export type DivisionAttribute = "date" | "title";

/** The divisions, in the order of the manual. */
export const divisions: readonly DivisionKind[] = [
  part("entry", "One of several dated entries on one sheet or in one book.", ["date", "title"]),
  part("opener", "What stands before the text: address, dateline, salutation."),
  part("dateline", "Place and date as the document gives them."),
  part("salute", "The salutation."),
  part("closer", "What stands behind the text: greeting, signature."),
  part("signature", "Who signed."),
  part("postscript", "What was added behind the signature."),
  part("stamp", "A stamp, a seal, a registry mark."),
  part("attachment", "A paper sent with the document.", ["date", "title"]),
  teaching("headnote", "before", "", "The editor’s introduction to the document."),
  teaching("questions", "after", "Questions for class", "Questions to think and talk about."),
  teaching("vocabulary", "after", "Vocabulary", "Words that a student may not know."),
  teaching("context", "in-place", "Context", "A box that says what was going on."),
  teaching(
    "instructor",
    "after",
    "For the instructor",
    "For those who teach; never in what students get.",
  ),
];

function part(
  name: DivisionName,
  meaning: string,
  attributes: readonly DivisionAttribute[] = [],
): DivisionKind {
  return { name, side: "transcription", stands: "in-place", heading: "", meaning, attributes };
}

function teaching(
  name: DivisionName,
  stands: DivisionKind["stands"],
  heading: string,
  meaning: string,
): DivisionKind {
  return { name, side: "teaching", stands, heading, meaning, attributes: ["title"] };
}

/** The row of a division, or nothing where there is no such division. */
export function divisionNamed(name: string): DivisionKind | undefined {
  return divisions.find((row) => row.name === name);
}
