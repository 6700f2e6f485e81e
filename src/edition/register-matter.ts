import { z } from "zod";
import { type CamelKeys, camelKeys } from "./camel-keys.ts";
import { webAddress, wordList, words } from "./fields.ts";

/** One entry of `people.yaml`, `places.yaml`, `organizations.yaml` or `terms.yaml`; the files are mappings from id to entry. */
export const registerMatterSchema = z
  .strictObject({
    /** The name as it is read: Sergei Biryuzov; of an abbreviation what it stands for. */
    name: words(),
    /** The name as it is sorted: Biryuzov, Sergei. */
    sort: words().optional(),
    /** Of a term: the abbreviation that stands for it: CPSU. */
    abbreviation: words().optional(),
    /** Other forms that the documents use. */
    also: wordList(),
    /** Years of life, or of existence, as they are shown: 1904–1964. */
    dates: words().optional(),
    /** Who or what, in a few words: "Soviet minister of defence, 1957–1967". */
    role: words().optional(),
    /** More, in Markdown. Of a term: its definition. */
    description: words().optional(),
    /** Where more can be read. */
    url: webAddress().optional(),
  })
  .transform((fields) => camelKeys(fields));

/** A register's entry as a file writes it. */
export type RegisterFields = z.input<typeof registerMatterSchema>;

/** A register's entry, read. */
export type RegisterMatter = CamelKeys<z.output<typeof registerMatterSchema>>;
