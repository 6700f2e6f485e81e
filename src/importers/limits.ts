/*
 * How much an import takes at once. What is larger ends in a message: no form that an editor
 * has comes near these, and a trap must not fill the machine's memory.
 */

/** Bytes of one input: some fifty times a volume of 390 documents. */
export const MOST_BYTES = 200 * 1024 * 1024;

/** Characters of one line of text: a whole volume may stand in one, a disk's image may not. */
export const LONGEST_LINE = 8_000_000;

/** Characters of one input's text. */
export const MOST_CHARACTERS = 120_000_000;

/** Files of one import. */
export const MOST_FILES = 20_000;

/** Folders in folders. */
export const DEEPEST_FOLDER = 32;
