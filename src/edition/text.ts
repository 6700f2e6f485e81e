import type { Place } from "../diagnostics/place.ts";
import type { ActAttribute, ActName } from "./acts.ts";
import type { EdtfDate } from "./date.ts";
import type { DivisionName, DivisionOption } from "./divisions.ts";
import type { StreamName } from "./streams.ts";

/*
 * The text of an edition, as a tree. It is read once from Markdown; the website,
 * the printed readers and the exports are written from it. Every node says where it stands.
 */

/** A run of letters. Never empty; two never stand side by side. */
export interface Text {
  readonly type: "text";
  readonly value: string;
  readonly place: Place;
}

/** `*words*` */
export interface Emphasis {
  readonly type: "emphasis";
  readonly children: readonly Inline[];
  readonly place: Place;
}

/** `**words**` */
export interface Strong {
  readonly type: "strong";
  readonly children: readonly Inline[];
  readonly place: Place;
}

/** How letters are set in the original: `[words]{.underline}`, `.smallcaps`, `.superscript`, `.subscript`. */
export type TypeStyle = "underline" | "smallcaps" | "superscript" | "subscript";

/** Words that the original sets in another way. */
export interface Styled {
  readonly type: "styled";
  readonly style: TypeStyle;
  readonly children: readonly Inline[];
  readonly place: Place;
}

/** Words in another language: `[заседание]{lang=ru}`. */
export interface Foreign {
  readonly type: "foreign";
  /** BCP 47: `ru`, `zh-Hant`. */
  readonly language: string;
  readonly children: readonly Inline[];
  readonly place: Place;
}

/** Words that can be referred to: `[words]{#id}`. */
export interface Anchor {
  readonly type: "anchor";
  readonly id: string;
  readonly children: readonly Inline[];
  readonly place: Place;
}

/** `` `words` ``, for the manual. */
export interface Code {
  readonly type: "code";
  readonly value: string;
  readonly place: Place;
}

/** A link out of the edition. */
export interface Link {
  readonly type: "link";
  /** http, https or mailto. */
  readonly url: string;
  readonly children: readonly Inline[];
  readonly place: Place;
}

/** A link to something in the edition: `[words](#id)`, `[](#id:p3)`. Where `children` is empty the apparatus fills it in. */
export interface Reference {
  readonly type: "reference";
  /** What stands behind the `#`: `protocol-61`, `protocol-61:p3`, `p3`. */
  readonly target: string;
  readonly children: readonly Inline[];
  readonly place: Place;
}

/** The place at which a note is called: `[^tr:1]`. */
export interface NoteCall {
  readonly type: "note-call";
  readonly label: string;
  readonly place: Place;
}

/** One work of a citation, and where in it. */
export interface Cite {
  /** By what `works.bib` names the work. */
  readonly key: string;
  /** The words before it: "see". Empty where there are none. */
  readonly prefix: string;
  /** What is counted, as CSL calls it, and its number or numbers: `page`, `187–89`. */
  readonly locator?: { readonly label: string; readonly value: string };
  /** The words behind it, with the comma or space before them. */
  readonly suffix: string;
  /** `[-@key]`: the author stands in the sentence already. */
  readonly withoutAuthor: boolean;
  /** Where its key stands. */
  readonly place: Place;
}

/** A citation of works: `[see @fursenko1997, pp. 187–89; @kramer1996]`, or in the sentence `@fursenko1997 [p. 3]`. */
export interface Citation {
  readonly type: "citation";
  /** Whether the author's name is part of the sentence. */
  readonly inSentence: boolean;
  /** One at least. */
  readonly cites: readonly Cite[];
  /** What ends the clause directly behind it, in a note: some languages set it within quotation marks that end there. */
  readonly punctuation?: "." | ",";
  /** As the source writes it, on one line; what stands where a work is not to be had. */
  readonly written: string;
  readonly place: Place;
}

/** A bracket that says what an editor did: `[Castro]{.supplied cert=low}`. */
export interface EditorialAct {
  readonly type: "act";
  readonly act: ActName;
  readonly attributes: Readonly<Partial<Record<ActAttribute, string>>>;
  readonly children: readonly Inline[];
  readonly place: Place;
}

/** Where a page of the original begins: `[]{.pb n=187}`. */
export interface PageBreak {
  readonly type: "page-break";
  /** The new page's number or name, as the original has it. */
  readonly page: string;
  readonly place: Place;
}

/** A picture. */
export interface Image {
  readonly type: "image";
  /** Path from `documents/`: `images/map.png`. */
  readonly source: string;
  /** What it shows, for those who cannot see it. */
  readonly text: string;
  readonly place: Place;
}

/** A forced new line: two spaces or a backslash at a line's end. */
export interface LineBreak {
  readonly type: "line-break";
  readonly place: Place;
}

/**
 * What an importer could not decide and an editor must: `<!-- doubt: … -->`, in a line or on its own.
 * Never shown to readers; a check warns of it until the editor has decided and deleted it.
 */
export interface Doubt {
  readonly type: "doubt";
  /** What is doubtful, one sentence or half of one on one line; without `--`. */
  readonly message: string;
  readonly place: Place;
}

export type Inline =
  | Text
  | Emphasis
  | Strong
  | Styled
  | Foreign
  | Anchor
  | Code
  | Link
  | Reference
  | NoteCall
  | Citation
  | EditorialAct
  | PageBreak
  | Image
  | LineBreak
  | Doubt;

/** A paragraph. */
export interface Paragraph {
  readonly type: "paragraph";
  /** Its number in the transcription, from 1; absent outside a transcription. */
  readonly number?: number;
  readonly children: readonly Inline[];
  readonly place: Place;
}

/** A heading, `##` (2) to `######` (6). */
export interface Heading {
  readonly type: "heading";
  readonly level: number;
  /** From `{#id}`, absent where none is given. */
  readonly id?: string;
  readonly children: readonly Inline[];
  readonly place: Place;
}

/** A list. */
export interface List {
  readonly type: "list";
  readonly ordered: boolean;
  /** Without empty lines between its items. */
  readonly tight: boolean;
  readonly entries: readonly ListEntry[];
  readonly place: Place;
}

/** One entry of a list. Its number is kept as the source writes it, since a transcription must not be renumbered. */
export interface ListEntry {
  /** `3.` or `3)`; absent in unordered lists. */
  readonly marker?: string;
  readonly blocks: readonly Block[];
  readonly place: Place;
}

/** A quotation set off. */
export interface Quotation {
  readonly type: "quotation";
  readonly blocks: readonly Block[];
  readonly place: Place;
}

/** A table. Counts as one paragraph of a transcription. */
export interface Table {
  readonly type: "table";
  readonly number?: number;
  readonly alignments: readonly ("left" | "center" | "right" | "none")[];
  readonly head: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
  readonly place: Place;
}

/** A picture that stands alone: `![what it shows](images/map.png "Caption")`. */
export interface Figure {
  readonly type: "figure";
  readonly image: Image;
  /** Empty where none is given. */
  readonly caption: string;
  readonly place: Place;
}

/** `---`: a rule or an ornament of the original. */
export interface Rule {
  readonly type: "rule";
  readonly place: Place;
}

/** `::: {.entry date=1962-06-10}` … `:::` */
export interface Division {
  readonly type: "division";
  readonly name: DivisionName;
  readonly id?: string;
  readonly date?: EdtfDate;
  readonly title?: string;
  /** Other attributes, as they are written, in their order. */
  readonly options?: DivisionOptions;
  readonly blocks: readonly Block[];
  readonly place: Place;
}

/** What a division says of itself, by the attribute's name. */
export type DivisionOptions = ReadonlyMap<DivisionOption, WrittenOption>;

/** An attribute's value and where it stands. */
export interface WrittenOption {
  readonly value: string;
  readonly place: Place;
}

/** Paragraphs that an excerpt leaves out. No file has it; it is made where a reader reads a document in part. */
export interface Omission {
  readonly type: "omission";
  /** The document's id. */
  readonly of: string;
  /** The first paragraph left out, and the last. */
  readonly from: number;
  readonly to: number;
  /** Where the original's page begins on which the text goes on, if it begins in what is left out. */
  readonly page?: PageBreak;
  readonly place: Place;
}

/** A list of words and what they mean. */
export interface Definitions {
  readonly type: "definitions";
  readonly entries: readonly DefinitionEntry[];
  readonly place: Place;
}

/** One word, or several, with one or several meanings. */
export interface DefinitionEntry {
  readonly terms: readonly (readonly Inline[])[];
  readonly meanings: readonly (readonly Block[])[];
}

/** Fenced code, for the manual. */
export interface CodeBlock {
  readonly type: "code-block";
  readonly language: string;
  readonly value: string;
  readonly place: Place;
}

export type Block =
  | Paragraph
  | Heading
  | List
  | Quotation
  | Table
  | Figure
  | Rule
  | Division
  | Definitions
  | CodeBlock
  | Omission
  | Doubt;

/** A note as defined: `[^tr:1]: Its text.` */
export interface Note {
  readonly label: string;
  readonly stream: StreamName;
  readonly blocks: readonly Block[];
  readonly place: Place;
}
