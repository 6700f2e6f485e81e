import { z } from "zod";
import { type CamelKeys, camelKeys } from "./camel-keys.ts";
import { audience, id, wordList, words } from "./fields.ts";

/** What an essay is for: the website shows each in its place, and the method gains the key of marks. */
const essayRoles = ["introduction", "method", "manual", "essay"] as const;

/** The front matter of an essay. */
export const essayMatterSchema = z
  .strictObject({
    /** Never changes; part of the essay's address. */
    id: id(),
    /** The volume of which the essay is a part, in an edition of several. */
    volume: id().optional(),
    /** The title. */
    title: words(),
    /** A shorter title for running heads and menus. */
    "short-title": words().optional(),
    /** introduction, method (the editorial method, which gains the key of marks), manual, or essay. */
    role: z
      .enum(essayRoles, { error: "must be introduction, method, manual or essay" })
      .default("essay"),
    /** Who wrote it. */
    authors: wordList(),
    /** What it is about, in a sentence. */
    description: words().optional(),
    /** Where it stands among the essays: lower first. */
    order: z.int({ error: "must be a whole number" }).default(100),
    /** everyone, or instructors: then it is in nothing that students get. */
    audience: audience(),
    /** Whether printed readers of the whole edition contain it. */
    print: z.boolean({ error: "must be true or false" }).default(true),
  })
  .transform((fields) => camelKeys(fields));

/** An essay's front matter as a file writes it. */
export type EssayFields = z.input<typeof essayMatterSchema>;

/** An essay's front matter, read. */
export type EssayMatter = CamelKeys<z.output<typeof essayMatterSchema>>;
