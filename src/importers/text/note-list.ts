import { type Line, isEmpty } from "./lines.ts";

/** A note of the list at a text's end. */
export interface ListedNote {
  /** Its mark without brackets: `1`, `*`. */
  readonly mark: string;
  /** Its mark as it stands there, with the space behind it. */
  readonly written: string;
  readonly lines: readonly Line[];
}

/** Where the notes of a text are. */
export interface NoteList {
  readonly notes: readonly ListedNote[];
  /** Index of the first line that belongs to the list, the heading over it included. */
  readonly from: number;
  /** The line "Notes" over it. */
  readonly heading: Line | undefined;
  /** How the list writes its marks; `point` is also how a document numbers its paragraphs. */
  readonly form: NoteForm;
}

type NoteForm = "bare" | "point" | "bracket" | "round" | "raised" | "sign";

const forms: Readonly<Record<NoteForm, RegExp>> = {
  bracket: /^\s*\[(\d{1,3})\]:?\s*(?=\S)/u,
  round: /^\s*\((\d{1,3})\)\s*(?=\S)/u,
  raised: /^\s*([⁰¹²³⁴-⁹]{1,3})\s*(?=\S)/u,
  point: /^\s*(\d{1,3})[.)]\s+(?=\S)/u,
  bare: /^\s*(\d{1,3})\s+(?=[\p{L}"“‘«([])/u,
  sign: /^\s*(\*{1,4}|†{1,3}|‡{1,3}|§{1,3}|¶{1,3})\s*(?=[\p{L}"“‘«(\d])/u,
};

const HEADING =
  /^\s*(?:\[?(?:foot|end)?notes?(?: by .{1,60})?\]?|references|anmerkungen|notes and references)\s*:?\s*$/iu;

/** Finds what may be the notes with which a text ends: marks in order, from 0 or 1 to the last, each at the beginning of a line. The likeliest first. */
export function findNoteLists(lines: readonly Line[]): readonly NoteList[] {
  const lists = (["bare", "bracket", "raised", "round", "point", "sign"] as const).flatMap(
    (form) => {
      const list = form === "sign" ? signs(lines) : numbers(lines, form);
      return list ? [list] : [];
    },
  );
  return lists.toSorted(
    (a, b) => Number(b.heading !== undefined) - Number(a.heading !== undefined) || a.from - b.from,
  );
}

/** Backwards from the last numbered line: each number one less than the one behind it. */
function numbers(lines: readonly Line[], form: Exclude<NoteForm, "sign">): NoteList | undefined {
  const found: Marked[] = [];
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const match = forms[form].exec(lines[index]?.text.slice(0, 40) ?? "");
    if (!match) continue;
    const mark = (match[1] ?? "").normalize("NFKC");
    const wanted = found.at(-1);
    // Two notes of one number are a slip that happens.
    const fits = wanted && [0, 1].includes(Number(wanted.mark) - Number(mark));
    if (wanted && !fits) {
      // Behind note 1 nothing more is sought; before it a number that does not fit belongs to a note's text.
      if (Number(wanted.mark) <= 1) break;
      continue;
    }
    found.push({ mark, written: match[0], index });
    if (Number(mark) === 0) break;
  }
  const first = found.at(-1);
  if (!first || Number(first.mark) > 1) return undefined;
  return listOf(lines, found.toReversed(), form);
}

/** Notes with signs stand at the end, after an empty line or a rule. */
function signs(lines: readonly Line[]): NoteList | undefined {
  const found: Marked[] = [];
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index];
    const match = forms.sign.exec(line?.text ?? "");
    if (match) found.push({ mark: match[1] ?? "", written: match[0], index });
    else if (found.length > 0 && !isEmpty(line)) break;
  }
  return found.length === 0 ? undefined : listOf(lines, found.toReversed(), "sign");
}

/** A line that begins with a mark. */
interface Marked {
  readonly mark: string;
  readonly written: string;
  readonly index: number;
}

function listOf(lines: readonly Line[], marked: readonly Marked[], form: NoteForm): NoteList {
  const notes = marked.map(({ mark, written, index }, number): ListedNote => ({
    mark,
    written,
    lines: lines.slice(index, marked[number + 1]?.index ?? lines.length),
  }));
  let above = (marked[0]?.index ?? 0) - 1;
  while (above >= 0 && isEmpty(lines[above])) above -= 1;
  const heading = lines[above];
  const isHeading = heading !== undefined && HEADING.test(heading.text);
  return {
    notes,
    from: isHeading ? above : (marked[0]?.index ?? 0),
    heading: isHeading ? heading : undefined,
    form,
  };
}
