import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import {
  type Coordinate,
  readCoordinate,
  showCoordinate,
  writeCoordinate,
} from "../../edition/coordinates.ts";
import type { Entity } from "../../edition/edition.ts";
import type { Check } from "../checks.ts";
import { kindOf, kindWords, nameOf } from "../entities.ts";
import type { Occurrences } from "../occurrences.ts";
import type { ReadReference } from "../read-references.ts";
import { hasPlace } from "../resolve-target.ts";
import type { Survey } from "../survey.ts";

/** References that lead to nothing: no such id, no such paragraph, note or place. */
export const unknownReferences: Check = ({ survey, references }) => {
  // A wrong id is often wrong in many places, and to look for the nearest is dear.
  const nearest = new Map<string, string | undefined>();
  const near = (id: string): string | undefined => {
    if (!nearest.has(id)) nearest.set(id, suggest(id, survey.byId.keys()));
    return nearest.get(id);
  };
  return [...references.values()].flat().flatMap(({ occurrence, resolution }) => {
    switch (resolution.kind) {
      case "found":
        return [];
      case "no-entity":
        return [noEntity(occurrence, resolution, near, survey)];
      case "no-place":
        return [noPlace(occurrence, resolution, survey)];
    }
  });
};

type Resolved<Kind> = Extract<ReadReference["resolution"], { kind: Kind }>;

function noEntity(
  { owner, reference }: ReadReference["occurrence"],
  { id, rest }: Resolved<"no-entity">,
  near: (id: string) => string | undefined,
  survey: Survey,
): Diagnostic {
  if (id === "") return diagnose("reference-unknown", reference.place, "a reference without an id");
  const ownPlaces = survey.occurrences.get(owner)?.namedPlaces.keys() ?? [];
  const suggestion =
    withColon(id, survey) ?? (rest === "" ? suggest(id, ownPlaces) : undefined) ?? near(id);
  const message = `nothing in the edition has the id "${id}"`;
  if (suggestion === undefined) return diagnose("reference-unknown", reference.place, message);
  return diagnose("reference-unknown", reference.place, message, didYouMean(suggestion + rest));
}

/** `protocol-61-p3`, `protocol-61#p3`, where a colon was meant. */
function withColon(id: string, survey: Survey): string | undefined {
  const [, head = "", place = ""] = /^(.+)[-#./ ]([a-z]+\d+)$/.exec(id) ?? [];
  const entity = survey.byId.get(head);
  const coordinate = readCoordinate(place, survey.streams);
  return entity && hasPlace(entity, coordinate, survey) ? `${head}:${place}` : undefined;
}

function noPlace(
  { owner, reference }: ReadReference["occurrence"],
  { entity, coordinate }: Resolved<"no-place">,
  survey: Survey,
): Diagnostic {
  const found = survey.occurrences.get(entity);
  const prefix = owner === entity ? "" : `${entity.id}:`;
  const who = owner === entity ? "this file" : nameOf(entity, survey.numberOf);
  const message = `${who} has no ${placeWords(coordinate)}: it has ${whatItHas(entity, coordinate, found)}`;
  const suggestion = nearestPlace(coordinate, found);
  const mend =
    suggestion === undefined
      ? "correct what stands behind the id, or leave it out"
      : didYouMean(prefix + suggestion);
  return diagnose("reference-unknown", reference.place, message, mend);
}

function placeWords(coordinate: Coordinate): string {
  switch (coordinate.kind) {
    case "paragraph":
      return showCoordinate(coordinate);
    case "note":
      return `note ${writeCoordinate(coordinate)}`;
    case "anchor": {
      const page = pageIn(coordinate);
      return page === undefined ? `place named "${coordinate.id}"` : `original page "${page}"`;
    }
  }
}

/** The clause that tells an editor what could have been meant. */
function whatItHas(entity: Entity, coordinate: Coordinate, found: Occurrences | undefined): string {
  switch (coordinate.kind) {
    case "paragraph":
      if (entity.kind !== "document")
        return `no numbered paragraphs, being ${kindWords(kindOf(entity))}`;
      return count(found?.paragraphs ?? 0, "numbered paragraph");
    case "note": {
      const { stream } = coordinate;
      const notes = found?.notes.filter((note) => note.stream.name === stream.name) ?? [];
      return count(notes.length, stream.label.toLowerCase(), stream.plural.toLowerCase());
    }
    case "anchor": {
      const places = [...(found?.namedPlaces.values() ?? [])];
      const pages = places.filter(({ node }) => node.type === "page-break").length;
      return pageIn(coordinate) === undefined
        ? count(places.length - pages, "named place")
        : count(pages, "page break");
    }
  }
}

function count(number: number, one: string, several = `${one}s`): string {
  if (number === 0) return `no ${several}`;
  return `${number} ${number === 1 ? one : several}`;
}

/** The last paragraph or note of the stream; the note with that label; the named place that is like it. */
function nearestPlace(coordinate: Coordinate, found: Occurrences | undefined): string | undefined {
  switch (coordinate.kind) {
    case "paragraph": {
      const last = found?.paragraphs ?? 0;
      return last === 0 ? undefined : writeCoordinate({ ...coordinate, number: last });
    }
    case "note":
      return found?.notes.findLast((note) => note.stream.name === coordinate.stream.name)?.id;
    case "anchor": {
      const labelled = found?.notes.find(({ note }) => note.label === coordinate.id);
      if (labelled) return labelled.id;
      // Another page is not what was meant.
      if (pageIn(coordinate) !== undefined) return undefined;
      return suggest(coordinate.id, found?.namedPlaces.keys() ?? []);
    }
  }
}

/** The page of the original that a place's name names. */
function pageIn({ id }: Extract<Coordinate, { kind: "anchor" }>): string | undefined {
  return /^page-(.+)$/.exec(id)?.[1];
}

function didYouMean(target: string): string {
  return `did you mean "#${target}"?`;
}
