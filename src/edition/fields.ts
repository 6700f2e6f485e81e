import { z } from "zod";
import { readDate } from "./date.ts";

/*
 * Kinds of value that front matter and registers are made of. Each says in
 * its own words what it wants, since its message is read by an editor.
 */

/** Words on one line or several; not empty. Numbers are taken as they are written. */
export const words = () =>
  z
    .union([z.string(), z.number().transform(String)], { error: "must be text" })
    .refine((value) => value.trim() !== "", { error: "must not be empty" });

/** An id: small letters, digits and hyphens, beginning with a letter. */
export const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Ids that coordinates need: `p3`, `n2`, `tr1`. */
export const RESERVED_ID = /^(?:p|s|o|tx|tr|n|in)\d+$/;

/** Names that the website's own pages have beside an entity's: `documents/index.html`, `documents/page-2.html`. */
export const PAGE_NAME = /^(?:index|page-\d+|by-(?:date|title)(?:-descending)?(?:-\d+)?)$/;

/** An id that may be chosen by an editor. */
export const id = () =>
  z
    .string({ error: "must be an id" })
    .regex(ID, { error: "must be small letters, digits and hyphens, beginning with a letter" })
    .refine((value) => !RESERVED_ID.test(value), {
      error: "must not look like a paragraph’s or a note’s coordinate",
    })
    .refine((value) => !PAGE_NAME.test(value), {
      error: "is the name of one of the website’s own pages",
    });

/** A date in EDTF, read: see `EdtfDate`. */
export const edtfDate = () =>
  z
    .union(
      [
        z.string(),
        z.number().transform(String),
        // EDTF's brackets are YAML's too, and nobody should have to know.
        z.array(z.union([z.string(), z.number()])).transform((dates) => `[${dates.join(",")}]`),
      ],
      { error: "must be a date in EDTF" },
    )
    .transform((text, context) => {
      const date = readDate(text);
      if (date) return date;
      context.issues.push({
        code: "custom",
        input: text,
        message: `"${text}" is not a date in EDTF`,
        params: { rule: "date-invalid" },
      });
      return z.NEVER;
    });

/** A list of words; one alone may stand without a list. */
export const wordList = () =>
  z
    .union([words().transform((one) => [one]), z.array(words())], { error: "must be a list" })
    .default([]);

/** An address on the web. */
export const webAddress = () =>
  z.url({ protocol: /^https?$/, error: "must be an address that begins with https:// or http://" });

/** Who gets a whole file. */
export const audience = () =>
  z
    .enum(["everyone", "instructors"], { error: "must be everyone or instructors" })
    .default("everyone");

/** A language by its BCP 47 tag: `en`, `ru`, `zh-Hant`. */
export const language = () =>
  z.string({ error: "must be a language tag" }).regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, {
    error: "must be a language tag such as en, ru or zh-Hant",
  });
