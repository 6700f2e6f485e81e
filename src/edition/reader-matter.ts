import { z } from "zod";
import { type CamelKeys, camelKeys } from "./camel-keys.ts";
import { id, words } from "./fields.ts";

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
    /** The term. */
    term: words().optional(),
    /** Who teaches. */
    instructor: words().optional(),
    /** What it is for, in a sentence. */
    description: words().optional(),
    /** The page; the edition's where left out. */
    paper: z.enum(["letter", "a4"], { error: "must be letter or a4" }).optional(),
    /** The volume that it prints, in an edition of several, where it names no readings. */
    volume: id().optional(),
    /** Ids of essays and documents in their order; left out: the essays meant for print, then every document. */
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
