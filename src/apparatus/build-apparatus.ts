import { byPlace } from "../diagnostics/diagnostic.ts";
import type { Document, Entity, Essay, Reader, RegisterEntry } from "../edition/edition.ts";
import type { PageBreak, Reference } from "../edition/text.ts";
import type { Apparatus, BuildApparatus, ResolvedReference } from "./apparatus.ts";
import { backlinksOf } from "./backlinks.ts";
import { checks } from "./checks.ts";
import { chronologyOf } from "./chronology.ts";
import { byHeading, byOrderAndTitle, byTitle, byVolume } from "./edition-order.ts";
import { firstMentionsIn } from "./first-mentions.ts";
import { indexesOf } from "./indexes.ts";
import { mentionedBy } from "./mentions.ts";
import type { NamedPlace, Occurrences } from "./occurrences.ts";
import { type ReadReference, readReferences, shownReferences } from "./read-references.ts";
import { referenceText } from "./reference-text.ts";
import { type Survey, surveyOf } from "./survey.ts";
import { ranksIn } from "./volume-order.ts";

/** Builds the apparatus and says what is wrong across the edition. Never throws; what is wrong is left out. */
export const buildApparatus: BuildApparatus = (edition) => {
  const survey = surveyOf(edition);
  const references = readReferences(survey);
  const apparatus = apparatusOf(survey, references);
  const diagnostics = checks.flatMap((check) => check({ survey, references, apparatus }));
  return { apparatus, diagnostics: diagnostics.sort(byPlace) };
};

function apparatusOf(
  survey: Survey,
  references: ReadonlyMap<Entity, readonly ReadReference[]>,
): Apparatus {
  const { edition, byId, occurrences, numberOf } = survey;
  const rankOf = ranksIn(edition);
  // Of two entities with one id only the first is of the edition.
  const kept = <Kind extends Entity>(entities: readonly Kind[]): Kind[] =>
    entities.filter((entity) => byId.get(entity.id) === entity);
  const documents: readonly Document[] = kept(edition.documents).sort(byVolume(rankOf));
  const essays: readonly Essay[] = kept(edition.essays).sort(byOrderAndTitle(rankOf));
  const readers: readonly Reader[] = kept(edition.readers).sort(byTitle);
  const register: readonly RegisterEntry[] = kept(edition.register).sort(byHeading);
  const owners: readonly Entity[] = [...documents, ...essays, ...readers, ...register];
  const written: readonly Occurrences[] = owners.flatMap((owner) => occurrences.get(owner) ?? []);
  const byOwner = <Value>(value: (found: Occurrences) => Value): ReadonlyMap<string, Value> =>
    new Map(written.map((found) => [found.owner.id, value(found)]));

  const shown = shownReferences(references);
  const resolved = resolvedReferences(survey, references);
  const backlinks = backlinksOf(owners, shown, byId);
  return {
    documents,
    numberOf,
    byId,
    references: resolved,
    pages: new Map(written.flatMap(({ namedPlaces }) => pagesAmong(namedPlaces.values()))),
    calls: new Map(written.flatMap(({ calls }) => [...calls])),
    notes: byOwner(({ notes }) => notes),
    backlinks,
    mentioned: mentionedBy(owners, shown, byId),
    citations: byOwner(({ citations }) => citations.filter(({ shown: isShown }) => isShown)),
    firstMentions: new Set(
      owners.flatMap((owner) =>
        firstMentionsIn(
          (shown.get(owner) ?? []).map(({ occurrence }) => occurrence),
          (reference) => resolved.get(reference)?.entity,
        ),
      ),
    ),
    indexes: indexesOf(register, backlinks),
    chronology: chronologyOf(
      documents,
      rankOf,
      (document) => occurrences.get(document)?.datedParts ?? [],
    ),
    acts: byOwner(({ acts }) => acts),
    streams: byOwner(({ streams }) => streams),
  };
}

function resolvedReferences(
  survey: Survey,
  references: ReadonlyMap<Entity, readonly ReadReference[]>,
): ReadonlyMap<Reference, ResolvedReference> {
  const resolved = new Map<Reference, ResolvedReference>();
  for (const [owner, read] of references) {
    for (const { occurrence, resolution } of read) {
      if (resolution.kind !== "found") continue;
      const { entity, coordinate } = resolution;
      const text = referenceText(owner, entity, coordinate, survey);
      resolved.set(occurrence.reference, { entity, text, ...(coordinate ? { coordinate } : {}) });
    }
  }
  return resolved;
}

function pagesAmong(places: Iterable<NamedPlace>): readonly (readonly [PageBreak, string])[] {
  return [...places].flatMap(({ id, node }) =>
    node.type === "page-break" ? [[node, id] as const] : [],
  );
}
