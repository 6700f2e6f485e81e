import { matterNames } from "../../apparatus/matter-names.ts";
import { occurrencesIn } from "../../apparatus/occurrences.ts";
import type { ActName } from "../../edition/acts.ts";
import type { Document, RegisterEntry } from "../../edition/edition.ts";
import { streamsOf } from "../../edition/own-streams.ts";
import type { StreamName } from "../../edition/streams.ts";
import type { Desk } from "../desk.ts";

/** What of the apparatus a document makes use of. */
export interface UsedIn {
  readonly acts: ReadonlySet<ActName>;
  readonly streams: ReadonlySet<StreamName>;
  /** Entries of the register, sorted. */
  readonly mentioned: readonly RegisterEntry[];
}

/** What a document uses, as it is given: of an excerpt only what is in it. */
export function usedIn({ apparatus, edition }: Desk, document: Document): UsedIn {
  const { id } = document;
  const mentioned = apparatus.mentioned.get(id) ?? [];
  if (apparatus.byId.get(id) === document)
    return {
      acts: apparatus.acts.get(id) ?? new Set(),
      streams: apparatus.streams.get(id) ?? new Set(),
      mentioned,
    };
  const { acts, streams, references } = occurrencesIn(document, streamsOf(edition.settings));
  const named = new Set([
    ...matterNames(document, apparatus.byId).map(({ entry }) => entry),
    ...references.map(({ reference }) => apparatus.references.get(reference)?.entity),
  ]);
  return { acts, streams, mentioned: mentioned.filter((entry) => named.has(entry)) };
}
