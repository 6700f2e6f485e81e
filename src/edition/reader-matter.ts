import { z } from "zod";
import { type CamelKeys, camelKeys } from "./camel-keys.ts";
import { audience, id, words } from "./fields.ts";

/** The papers on which readers are printed, with their names for people. */
export const papers = { letter: "US Letter", a4: "A4" } as const;

export type Paper = keyof typeof papers;

/** How printed readers look, with what each is for. */
export const looks = {
  standard: "ordinary type, for a stapled packet",
  "large-print": "18-point type, for those who need large letters",
  "wide-margin": "a margin as wide as a hand beside the text, to write in",
  duplex:
    "for both sides of the paper and a binding: a gutter inside, documents begin on right-hand pages",
} as const;

export type Look = keyof typeof looks;

/** What a reader can contain beside the documents’ words and their notes. */
const apparatusParts = [
  "headnotes",
  "questions",
  "vocabulary",
  "context",
  "worksheets",
  "chronology",
  "people",
  "places",
  "organizations",
  "terms",
  "abbreviations",
  "works",
  "index",
] as const;

export type ApparatusPart = (typeof apparatusParts)[number];

/** A field that is one of some names, or a list of them. */
function oneOrSeveral<Name extends string>(names: readonly [Name, ...Name[]], message: string) {
  const one = z.enum(names, { error: message });
  return z
    .union([one.transform((only) => [only]), z.array(one).min(1, { error: message })], {
      error: message,
    })
    .refine((several) => new Set(several).size === several.length, { error: "must name each once" })
    .optional();
}

/** `letter, a4 or both`. */
function namesOf<Name extends string>(table: Readonly<Record<Name, string>>): [Name, ...Name[]];
function namesOf(table: Readonly<Record<string, string>>): string[] {
  return Object.keys(table);
}

/** The front matter of a reader. */
export const readerMatterSchema = z
  .strictObject({
    /** Never changes; part of the reader's address. */
    id: id(),
    /** The title. */
    title: words(),
    /** The subtitle. */
    subtitle: words().optional(),
    /** The course that it is for. */
    course: words().optional(),
    /** The course's section. */
    section: words().optional(),
    /** The term. */
    term: words().optional(),
    /** Who teaches. */
    instructor: words().optional(),
    /** What it is for, in a sentence. */
    description: words().optional(),
    /** What students bring to class, in a sentence. */
    bring: words().optional(),
    /** everyone, or instructors: then it is in nothing that students get. */
    audience: audience(),
    /** The paper, or a list of papers, of which each gets a PDF; the edition's where left out. */
    paper: oneOrSeveral(namesOf(papers), "must be letter or a4, or a list of both"),
    /** The look, or a list of looks, of which each gets a PDF; standard where left out. */
    look: oneOrSeveral(
      namesOf(looks),
      "must be standard, large-print, wide-margin or duplex, or a list of these",
    ),
    /** The streams of notes that it contains, by their names; all where left out. */
    notes: z.array(words(), { error: "must be a list of streams of notes" }).optional(),
    /** What it contains beside the documents and their notes; everything where left out. */
    apparatus: z
      .array(z.enum(apparatusParts, { error: `must be one of ${apparatusParts.join(", ")}` }), {
        error: "must be a list",
      })
      .optional(),
    /** Whether each week gets a PDF of its own. */
    weekly: z.boolean({ error: "must be true or false" }).default(true),
    /** Whether addresses of what the reader leaves out are printed as QR codes too. */
    qr: z.boolean({ error: "must be true or false" }).default(false),
    /** The volume that it prints, in an edition of several, where it names no readings. */
    volume: id().optional(),
    /** Ids of essays and documents in their order; left out where readings stand in the text: the essays meant for print, then every document. */
    readings: z
      .array(id(), { error: "must be a list of ids" })
      .min(1, { error: "must name at least one reading" })
      .optional(),
  })
  .transform((fields) => camelKeys(fields));

/** A reader's front matter as a file writes it. */
export type ReaderFields = z.input<typeof readerMatterSchema>;

/** A reader's front matter, read. */
export type ReaderMatter = CamelKeys<z.output<typeof readerMatterSchema>>;
