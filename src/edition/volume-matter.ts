import { z } from "zod";
import { type CamelKeys, camelKeys } from "./camel-keys.ts";
import { webAddress, wordList, words } from "./fields.ts";

/** One entry of `volumes.yaml` or of a file in `volumes/`; the files are mappings from id to entry. */
export const volumeMatterSchema = z
  .strictObject({
    /** The volume's whole title. */
    title: words(),
    /** What stands before the numbers of its documents: `VI` makes "Doc. VI:53". Other volumes must have another. */
    siglum: words(),
    /** Where it stands among the volumes: lower first. */
    order: z.int({ error: "must be a whole number" }).default(100),
    /** Who edited it. */
    editors: wordList(),
    /** Who published it. */
    publisher: words().optional(),
    /** Where it was published. */
    place: words().optional(),
    /** When it was published: a year. */
    published: words().optional(),
    /** Its address on the web. */
    url: webAddress().optional(),
  })
  .transform((fields) => camelKeys(fields));

/** A volume's entry as a file writes it. */
export type VolumeFields = z.input<typeof volumeMatterSchema>;

/** A volume's entry, read. */
export type VolumeMatter = CamelKeys<z.output<typeof volumeMatterSchema>>;
