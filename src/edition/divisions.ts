/** The parts of a document (`entry` … `attachment`), the teaching parts (`headnote` … `instructor`) and the parts of a reader. */
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
  | "comparison"
  | "worksheet"
  | "answer"
  | "instructor"
  | "week"
  | "reading";

/** One row of the table of divisions. */
export interface DivisionKind {
  readonly name: DivisionName;
  /** `transcription`: its paragraphs are the document's and are numbered. `teaching`: apparatus. `reader`: what a reader is divided into. */
  readonly side: "transcription" | "teaching" | "reader";
  /** Where a teaching part is shown: before the transcription, where it stands, or after it. */
  readonly stands: "before" | "in-place" | "after";
  /** Heading that is set over a teaching part; empty for none. */
  readonly heading: string;
  /** What it is, one sentence for the manual. */
  readonly meaning: string;
  readonly attributes: readonly DivisionAttribute[];
  /** Who gets it. What is for instructors is taken out before anything for students is made. */
  readonly audience: "everyone" | "instructors";
}

/** What a division says of itself beside its words: see `divisionAttributes`. */
export type DivisionAttribute = "date" | "title" | DivisionOption;

/** Attributes that are kept as they are written, with their places. */
export type DivisionOption =
  "of" | "paragraphs" | "minutes" | "purpose" | "name" | "lines" | "kind";

/** One row of the table of attributes. */
export interface DivisionAttributeKind {
  readonly name: DivisionAttribute;
  /** What it says, one sentence for the manual. */
  readonly meaning: string;
}

/** What attributes of divisions say, in the order of the manual. */
export const divisionAttributes: readonly DivisionAttributeKind[] = [
  { name: "date", meaning: "When it was, in EDTF: `1962-06-10`." },
  { name: "title", meaning: "Its heading, in place of the usual one." },
  { name: "of", meaning: "The id of what is read; of a comparison the ids, with spaces between." },
  { name: "paragraphs", meaning: "An excerpt: the numbers of its paragraphs, `p3-p7, p9`." },
  { name: "minutes", meaning: "How long reading takes; reckoned from the words where left out." },
  { name: "purpose", meaning: "What it is read for, in a sentence." },
  { name: "name", meaning: "Which worksheet." },
  { name: "lines", meaning: "How many ruled lines are printed for each answer." },
  {
    name: "kind",
    meaning:
      "What its questions ask for: `sourcing`, `contextualization`, `close-reading` or `corroboration`.",
  },
];

/** What questions can ask for, with the heading that is set over them. */
export const questionKinds: ReadonlyMap<string, string> = new Map([
  ["sourcing", "Sourcing"],
  ["contextualization", "Contextualization"],
  ["close-reading", "Close reading"],
  ["corroboration", "Corroboration"],
]);

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
  teaching("questions", "after", "Questions for class", "Questions to think and talk about.", {
    attributes: ["kind", "lines"],
  }),
  teaching("vocabulary", "after", "Vocabulary", "Words that a student may not know."),
  teaching("context", "in-place", "Context", "A box that says what was going on."),
  teaching("comparison", "after", "Compare", "Questions about several documents side by side.", {
    attributes: ["of", "lines"],
  }),
  teaching(
    "worksheet",
    "after",
    "",
    "A sheet to fill in: one that comes with Scholium, or your own.",
    {
      attributes: ["name", "lines"],
    },
  ),
  teaching("answer", "in-place", "Answer", "The answer to the question under which it stands.", {
    audience: "instructors",
  }),
  teaching(
    "instructor",
    "after",
    "For the instructor",
    "For those who teach; never in what students get.",
    { audience: "instructors" },
  ),
  ofReader("week", "A week of a course: its introduction and its readings.", ["title", "date"]),
  ofReader("reading", "A document or an essay that a reader reads, whole or in part.", [
    "of",
    "paragraphs",
    "minutes",
    "purpose",
  ]),
];

function part(
  name: DivisionName,
  meaning: string,
  attributes: readonly DivisionAttribute[] = [],
): DivisionKind {
  return {
    name,
    side: "transcription",
    stands: "in-place",
    heading: "",
    meaning,
    attributes,
    audience: "everyone",
  };
}

function ofReader(
  name: DivisionName,
  meaning: string,
  attributes: readonly DivisionAttribute[],
): DivisionKind {
  return { ...part(name, meaning, attributes), side: "reader" };
}

function teaching(
  name: DivisionName,
  stands: DivisionKind["stands"],
  heading: string,
  meaning: string,
  {
    attributes = [],
    audience = "everyone",
  }: Partial<Pick<DivisionKind, "attributes" | "audience">> = {},
): DivisionKind {
  const own = ["title", ...attributes] as const;
  return { name, side: "teaching", stands, heading, meaning, attributes: own, audience };
}

/** The row of a division, or nothing where there is no such division. */
export function divisionNamed(name: string): DivisionKind | undefined {
  return divisions.find((row) => row.name === name);
}
