import { lettersOf } from "../ledger.ts";
import { type RawParagraph, rawWords } from "./raw-paragraph.ts";

/** What a document's title was taken from. */
export interface WordTitle {
  readonly words: string;
  /** The paragraph that is the title and no longer the text's; absent where the title comes from elsewhere. */
  readonly raw: RawParagraph | undefined;
  /** What is doubtful about it. */
  readonly doubt?: string;
}

/** A heading so far down is one of the text's, and not the title. */
const FIRST_PARAGRAPHS = 4;
const LONGEST = 200;

/** Finds the title: what Word calls the title, else the first heading, else Word's properties, else a short first line. */
export function findTitle(
  paragraphs: readonly RawParagraph[],
  property: string,
  fileTitle: string,
): WordTitle {
  const filled = paragraphs.filter(
    (raw) => raw.note === undefined && !raw.boxed && !raw.tabled && lettersOf(rawWords(raw)) !== "",
  );
  const named = filled.find(({ style }) => style.names.includes("title"));
  const heading = filled
    .slice(0, FIRST_PARAGRAPHS)
    .find(({ style }) => style.heading !== undefined);
  const raw = named ?? heading;
  if (raw) return { words: tidy(rawWords(raw)), raw };
  if (lettersOf(property) !== "") {
    return {
      words: property,
      raw: undefined,
      doubt: "the title is the one in Word's properties: the text has no heading",
    };
  }
  const [first, second] = filled;
  const words = first ? tidy(rawWords(first)) : "";
  if (
    first &&
    second &&
    words.length <= LONGEST &&
    first.number === undefined &&
    !/[.:;,]$/u.test(words)
  ) {
    return {
      words,
      raw: first,
      doubt: "the first line is taken for the title: the text has no heading",
    };
  }
  return {
    words: fileTitle,
    raw: undefined,
    doubt: "the title is the file's name: the text has no heading",
  };
}

function tidy(words: string): string {
  return words.replaceAll(/[\s\u00A0]+/gu, " ").trim();
}
