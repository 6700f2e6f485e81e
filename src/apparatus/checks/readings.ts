import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { Check } from "../checks.ts";
import { kindOf, kindWords, placeOfField } from "../entities.ts";

/** What readers read: each must be a document or an essay, and stand once. */
export const readings: Check = ({ survey }) => {
  const diagnostics: Diagnostic[] = [];
  const readable = survey.entities.filter(({ kind }) => kind === "document" || kind === "essay");
  for (const reader of survey.entities) {
    if (reader.kind !== "reader") continue;
    const seen = new Set<string>();
    for (const [index, id] of (reader.matter.readings ?? []).entries()) {
      const place = reader.places.get(`readings.${index}`) ?? placeOfField(reader, "readings");
      const entity = survey.byId.get(id);
      if (seen.has(id)) {
        diagnostics.push(diagnose("reading-twice", place, `"${id}" is read twice`));
      } else if (!entity || (entity.kind !== "document" && entity.kind !== "essay")) {
        const message = entity
          ? `"${id}" is ${kindWords(kindOf(entity))}, not a document or an essay`
          : `no document or essay has the id "${id}"`;
        const ids = readable.map((candidate) => candidate.id);
        const mend = didYouMean(id, ids, "give the id of a document or an essay");
        diagnostics.push(diagnose("reference-unknown", place, message, mend));
      }
      seen.add(id);
    }
  }
  return diagnostics;
};
