import { z } from "zod";
import { type CamelKeys, camelKeys } from "./camel-keys.ts";
import { language, webAddress, wordList, words } from "./fields.ts";
import { type OwnStreams, ownStreamsSchema } from "./own-streams.ts";

/** `documents/edition.yaml`. */
export const settingsSchema = z
  .strictObject({
    /** The edition's title. */
    title: words(),
    /** Its subtitle. */
    subtitle: words().optional(),
    /** What it is, in a sentence or two, for the home page and for search engines. */
    description: words().optional(),
    /** Who edits it. */
    editors: wordList(),
    /** Who publishes it. */
    publisher: words().optional(),
    /** The language of its own prose. */
    language: language().default("en"),
    /** Its address on the web, once it has one; citations and addresses in print use it. */
    url: webAddress().optional(),
    /** Date of this state of the edition, YYYY-MM-DD. Printed, so that the clock is not. */
    date: z
      .string({ error: "must be a day such as 2026-01-31" })
      .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "must be a day such as 2026-01-31" })
      .optional(),
    /** The name of this state: `1.0`. */
    release: words().optional(),
    /** Under which terms the edition's own prose may be used. */
    licence: z
      .strictObject({
        /** `CC BY 4.0`. */
        name: words(),
        /** Where its text stands. */
        url: webAddress().optional(),
        /** What it covers and what it does not. */
        statement: words().optional(),
      })
      .optional(),
    /** Whom the edition thanks, and whose material it uses. */
    credits: wordList(),
    /** How citations are shown first. */
    "citation-style": words().default("chicago-notes"),
    /** The page of printed readers. */
    paper: z.enum(["letter", "a4"], { error: "must be letter or a4" }).default("letter"),
    /** Whether each document gets a PDF of its own, beside its page. */
    "document-pdfs": z.boolean({ error: "must be true or false" }).default(true),
    /** Streams of notes beside the six that every edition has. */
    streams: ownStreamsSchema.default({}),
    /** Severity of rules that this edition raises or lowers: error, warning or off. */
    rules: z
      .record(
        z.string(),
        z.enum(["error", "warning", "off"], { error: "must be error, warning or off" }),
      )
      .default({}),
  })
  // The keys of `rules` are rules' names, and those of `streams` are streams', not fields'.
  .transform((fields) => ({
    ...camelKeys(fields),
    streams: fields.streams,
    rules: fields.rules,
  }));

/** The settings as `edition.yaml` writes them. */
export type SettingsFields = z.input<typeof settingsSchema>;

/** The edition's settings, read. */
export type Settings = Omit<CamelKeys<z.output<typeof settingsSchema>>, "streams"> & {
  readonly streams: OwnStreams;
};
