import type { Edition, Entity } from "../edition/edition.ts";
import { type NumberOf, numbersIn } from "./document-numbers.ts";
import { streamsOf } from "../edition/own-streams.ts";
import type { Streams } from "../edition/streams.ts";
import { entitiesById, entitiesByPlace } from "./entities.ts";
import { type Occurrences, occurrencesIn } from "./occurrences.ts";

/** An edition, every text in it read once: what the apparatus is made from and the checks look at. */
export interface Survey {
  readonly edition: Edition;
  /** In the order of files and lines. Those whose id another has are among them, so that they are checked too. */
  readonly entities: readonly Entity[];
  readonly byId: ReadonlyMap<string, Entity>;
  /** Scholium's streams of notes and the edition's own. */
  readonly streams: Streams;
  readonly occurrences: ReadonlyMap<Entity, Occurrences>;
  readonly numberOf: NumberOf;
}

/** Reads every text of an edition. */
export function surveyOf(edition: Edition): Survey {
  const entities = entitiesByPlace(edition);
  const streams = streamsOf(edition.settings);
  const occurrences = new Map(entities.map((entity) => [entity, occurrencesIn(entity, streams)]));
  return {
    edition,
    entities,
    byId: entitiesById(entities),
    streams,
    occurrences,
    numberOf: numbersIn(edition),
  };
}
