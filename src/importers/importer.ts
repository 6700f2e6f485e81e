import type { Place } from "../diagnostics/place.ts";
import type { RegisterName } from "../edition/edition.ts";
import type { DocumentFields } from "../edition/document-matter.ts";
import type { EssayFields } from "../edition/essay-matter.ts";
import type { ReaderFields } from "../edition/reader-matter.ts";
import type { RegisterFields } from "../edition/register-matter.ts";
import type { SettingsFields } from "../edition/settings.ts";
import type { VolumeFields } from "../edition/volume-matter.ts";
import type { FieldDoubt, MarkdownFile } from "../source/writing/markdown-file.ts";
import type { Input } from "./input.ts";
import type { LeftBehind, Original } from "./ledger.ts";

/** One row of the table of importers: a form in which documents come. */
export interface Importer {
  /** What `--form` takes: `frus-tei`. */
  readonly name: string;
  /** What it reads, for the help: "TEI as Foreign Relations of the United States writes it". */
  readonly label: string;
  /** How surely an input is of this form: 0 not at all, 1 no other can read it. Looks at the name and at some of the bytes; never throws. */
  readonly recognizes: (input: Input) => number;
  /**
   * Reads an input. Pure but for the input itself: the same bytes and context give the same work.
   * Throws a `Refusal` where the input cannot be read at all; every lesser slip is kept, and doubted.
   */
  readonly read: (input: Input, context: ImportContext) => Promise<ImportedWork>;
}

/** What an importer may know of the edition that it writes into. */
export interface ImportContext {
  /** The edition's own language, BCP 47. */
  readonly language: string;
}

/** All that an importer found in one input. */
export interface ImportedWork {
  readonly documents: readonly DocumentDraft[];
  readonly essays: readonly EssayDraft[];
  readonly readers: readonly ReaderDraft[];
  readonly registers: readonly RegisterDraft[];
  /** Volumes: `documents/volumes/<stem>.yaml`. */
  readonly volumes: readonly VolumeDraft[];
  /** What the input says of itself, for an edition that does not yet have an `edition.yaml`. */
  readonly settings?: SettingsFields;
  /** Pictures, by their path from `documents/images/`. */
  readonly images: readonly ImageDraft[];
  /** What the importer counted in the input, before it made anything of it. */
  readonly counted: Counted;
  /** Of an input that is compared word by word and not letter by letter: how many words it has, and how many of them stand in no draft. */
  readonly compared?: { readonly words: number; readonly left: number };
  /** What of the input stands in no draft, and why. */
  readonly left: readonly LeftBehind[];
  /** What should be known and stands in no file: "111 - 120 of 174: 10 of 174 entries are on this page". */
  readonly remarks: readonly Remark[];
}

/** What is in an input, counted from the input itself. */
export interface Counted {
  /** Letters, digits and signs of the whole input's text, without space (see `lettersOf`). */
  readonly letters: number;
  readonly words: number;
  readonly notes: number;
  readonly references: number;
  /** Beginnings of pages of the original. */
  readonly pages: number;
  /** Marked mentions of people. */
  readonly people: number;
}

/** A sentence about the input, with its place there. */
export interface Remark {
  readonly place?: Place;
  readonly message: string;
}

/** Something that becomes a file. */
interface Draft {
  /** Path of the file from its folder, without ending: `frus1961-63v06/d53`. */
  readonly stem: string;
  /** What of the input went into this draft, piece by piece in the input's order, to prove that nothing was lost. */
  readonly originals: readonly Original[];
}

/** A document. Without a `number` it gets the next free one. */
export type DocumentDraft = Draft & MarkdownFile<DocumentFields>;

/** An essay. */
export type EssayDraft = Draft & MarkdownFile<EssayFields>;

/** A reader that prints what was imported. */
export type ReaderDraft = Omit<Draft, "originals"> & MarkdownFile<ReaderFields>;

/** A register's file: `documents/people/<stem>.yaml`. */
export interface RegisterDraft extends Draft {
  readonly register: RegisterName;
  readonly entries: readonly RegisterEntryDraft[];
}

/** An entry of a register. */
export interface RegisterEntryDraft {
  readonly id: string;
  readonly matter: RegisterFields;
  readonly doubts: readonly FieldDoubt[];
}

/** A volume that the input is. */
export type VolumeDraft = Draft & { readonly id: string; readonly matter: VolumeFields };

/** A picture. */
export interface ImageDraft {
  readonly path: string;
  readonly bytes: Uint8Array;
}
