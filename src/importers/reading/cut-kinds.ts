/** Why letters of a passage stand in no text: they became something else. */
export type CutKind =
  | "note"
  | "brackets"
  | "note-mark"
  | "note-name"
  | "backlink"
  | "page-mark"
  | "control"
  | "markup"
  | "list-mark"
  | "ornament"
  | "number-mark";

/** What became of letters. */
export interface CutFate {
  /**
   * `left`: they are told among what was left behind. `text`: the draft's text still says them.
   * `note`: they stand in a note, whose passage tells of them.
   */
  readonly goes: "left" | "text" | "note";
  readonly what: string;
  readonly why: string;
}

/** What is told of letters that were cut. */
export const cutKinds: Readonly<Record<CutKind, CutFate>> = {
  note: { goes: "note", what: "notes", why: "they stand behind the text" },
  brackets: { goes: "text", what: "brackets", why: "they are editorial acts" },
  "list-mark": { goes: "text", what: "numbers of entries", why: "they stand before the entries" },
  "note-mark": { goes: "left", what: "marks of notes", why: "the notes are called there" },
  "note-name": { goes: "left", what: "words that name a note", why: "its stream says so" },
  backlink: {
    goes: "left",
    what: "links from notes back to the text",
    why: "they are made anew",
  },
  "page-mark": { goes: "left", what: "marks of pages", why: "they are page breaks now" },
  control: { goes: "left", what: "control signs", why: "they are no letters" },
  markup: { goes: "left", what: "marks for another program", why: "only that program reads them" },
  "number-mark": {
    goes: "left",
    what: "signs about the number",
    why: "the field gives the number",
  },
  ornament: { goes: "left", what: "rows of signs", why: "they are rules now" },
};
