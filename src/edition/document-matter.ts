import { z } from "zod";
import { type CamelKeys, camelKeys } from "./camel-keys.ts";
import { edtfDate, id, language, webAddress, wordList, words } from "./fields.ts";

/** How a document is printed. */
export const documentStatuses = ["full", "excerpt", "calendared", "withheld"] as const;

export type DocumentStatus = (typeof documentStatuses)[number];

/** The front matter of a document. Fields of people and places hold ids of the registers or plain names. */
export const documentMatterSchema = z
  .strictObject({
    /** Never changes; part of the document's address. */
    id: id(),
    /** The document's number in the edition. Never changes once released. */
    number: z.int({ error: "must be a whole number" }).positive({ error: "must be 1 or more" }),
    /** The volume of which the document is a part, in an edition of several; its number counts within it. */
    volume: id().optional(),
    /** Under which headings the document stands, the outermost first: a compilation, a chapter. */
    part: wordList(),
    /** The title. */
    title: words(),
    /** Whether an archive or an editor made the title, and not the document. */
    "title-supplied": z.boolean({ error: "must be true or false" }).default(false),
    /** A shorter title for running heads. */
    "short-title": words().optional(),
    /** What it is: letter, telegram, protocol, notes. */
    kind: words().optional(),
    /** In full, an excerpt, calendared (abstract only), or withheld (known, not available). */
    status: z
      .enum(documentStatuses, { error: "must be full, excerpt, calendared or withheld" })
      .default("full"),
    /** When it was written, EDTF. Left out when unknown. */
    date: edtfDate().optional(),
    /** How the date is known, or what is doubtful about it. */
    "date-note": words().optional(),
    /** Where it was written. */
    place: words().optional(),
    /** Who wrote it. */
    authors: wordList(),
    /** To whom. */
    recipients: wordList(),
    /** Others who had a part in it. */
    contributors: wordList(),
    /** The language of the text as it stands here, where it is a translation whose translator is not known. */
    "text-language": language().optional(),
    /** The languages of the original. */
    languages: z
      .union([language().transform((one) => [one]), z.array(language())], {
        error: "must be a list of language tags",
      })
      .default([]),
    /** Who translated it. */
    translators: wordList(),
    /** The classification that it bears: Top Secret. */
    classification: words().optional(),
    /** What it says, in a few sentences. Markdown. */
    abstract: words().optional(),
    /** Where it lies and how it came here. */
    source: z
      .strictObject({
        /** The archive that keeps the original. */
        archive: words().optional(),
        /** The library or project that makes it available. */
        repository: words().optional(),
        /** The collection within it. */
        collection: words().optional(),
        /** Box, folder, reel, sheet. */
        location: words().optional(),
        /** The town. */
        place: words().optional(),
        /** Where it can be read on the web. */
        url: webAddress().optional(),
        /** The archive's own number for it. */
        "record-id": words().optional(),
        /** When the archive put it on the web, EDTF. */
        uploaded: edtfDate().optional(),
        /** Who gave it to the archive. */
        "contributed-by": words().optional(),
        /** Whom the archive thanks. */
        credits: wordList(),
      })
      .default({ credits: [] }),
    /** Under which terms it may be used. */
    rights: z
      .strictObject({
        /** The statement, word for word. */
        statement: words().optional(),
        /** Who holds the rights. */
        holder: words().optional(),
        /** The licence, if there is one. */
        licence: words().optional(),
        /** Where the terms stand. */
        url: webAddress().optional(),
      })
      .default({}),
    /** What it is about. */
    subjects: wordList(),
    /** Ids of people whom it concerns. */
    people: wordList(),
    /** Ids of places that it concerns. */
    places: wordList(),
    /** Whether the transcription was compared with the original, by whom. */
    verification: z
      .strictObject({
        /** Compared or not. */
        compared: z.boolean({ error: "must be true or false" }),
        /** Who compared. */
        by: words().optional(),
        /** With what it was compared, or why not. */
        note: words().optional(),
      })
      .optional(),
    /** Dated changes to the text as this edition gives it. */
    history: z
      .array(
        z.strictObject({
          /** When, EDTF. */
          date: edtfDate(),
          /** What was changed. */
          change: words(),
        }),
        { error: "must be a list of changes" },
      )
      .default([]),
  })
  .transform((fields) => camelKeys(fields));

/** A document's front matter as a file writes it; a number that is not yet known is left out. */
export type DocumentFields = Omit<z.input<typeof documentMatterSchema>, "number"> & {
  readonly number?: number;
};

/** A document's front matter, read. */
export type DocumentMatter = CamelKeys<z.output<typeof documentMatterSchema>>;
