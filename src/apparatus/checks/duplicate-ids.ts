import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../diagnostics/place.ts";
import type { Check } from "../checks.ts";
import { kindOf, kindWords, placeOf } from "../entities.ts";

/** Ids that two entities have, and names of places that would hide an entity from their file. */
export const duplicateIds: Check = ({ survey }) => {
  const diagnostics: Diagnostic[] = [];
  const taken = (id: string, place: Place, by: string, at: Place): void => {
    const message = `the id "${id}" is taken by ${by} at ${at.file}:${at.line}`;
    diagnostics.push(diagnose("id-duplicate", place, message));
  };
  for (const entity of survey.entities) {
    const first = survey.byId.get(entity.id);
    if (first && first !== entity) {
      taken(entity.id, placeOf(entity), kindWords(kindOf(first)), placeOf(first));
    }
    for (const { id, node } of survey.occurrences.get(entity)?.namedPlaces.values() ?? []) {
      const hidden = survey.byId.get(id);
      if (hidden && hidden !== entity && node.type !== "page-break")
        taken(id, node.place, kindWords(kindOf(hidden)), placeOf(hidden));
    }
  }
  return diagnostics;
};
