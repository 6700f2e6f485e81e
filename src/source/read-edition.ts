import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Edition } from "../edition/edition.ts";

/** An edition as far as it could be read, and everything that was wrong. */
export interface ReadEdition {
  readonly edition: Edition;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the edition in a folder (the one that holds `documents/`). Never throws on anything in the
 * files: what cannot be read is left out and said in the diagnostics, which are not yet weighed by `edition.yaml`.
 */
export async function readEdition(folder: string): Promise<ReadEdition> {
  throw new Error(`not written: ${folder}`);
}
