import type { RegisterName } from "../../edition/edition.ts";
import type { RegisterEntryDraft } from "../importer.ts";

/** The people or the terms of a volume. */
export interface RegisterOfVolume {
  readonly register: RegisterName;
  /** Entries by the ids of the input. */
  readonly byId: ReadonlyMap<string, RegisterEntryDraft>;
}
