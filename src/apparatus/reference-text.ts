import { type Coordinate, showCoordinate } from "../edition/coordinates.ts";
import type { Entity } from "../edition/edition.ts";
import { plainText } from "../edition/walk.ts";
import { nameOf } from "./entities.ts";
import type { NamedPlace } from "./occurrences.ts";
import type { Survey } from "./survey.ts";

/** What stands in the place of a reference's empty text: "Doc. 5", "Doc. 5 ¶3", "Doc. 5, note 2"; within one file "¶3". */
export function referenceText(
  owner: Entity,
  entity: Entity,
  coordinate: Coordinate | undefined,
  survey: Survey,
): string {
  const name = nameOf(entity, survey.numberOf);
  if (!coordinate) return name;
  const own = owner === entity;
  if (coordinate.kind !== "anchor") return placeText(own ? "" : name, coordinate);
  const named = survey.occurrences.get(entity)?.namedPlaces.get(coordinate.id);
  if (named?.node.type === "page-break") {
    const page = `original p. ${named.node.page}`;
    return own ? page : `${name}, ${page}`;
  }
  if (named?.coordinate) return placeText(own ? "" : name, named.coordinate);
  const words = named ? wordsOf(named) : "";
  if (words === "") return name;
  return own ? words : `${name}, “${words}”`;
}

/** `Doc. 5 ¶3`, `Doc. 5, note 2`. */
function placeText(name: string, coordinate: Coordinate): string {
  const shown = showCoordinate(coordinate);
  if (name === "") return shown;
  return coordinate.kind === "paragraph" ? `${name} ${shown}` : `${name}, ${shown}`;
}

function wordsOf({ node }: NamedPlace): string {
  switch (node.type) {
    case "division":
      return node.title ?? "";
    case "page-break":
      return node.page;
    case "anchor":
    case "heading":
      return plainText(node.children).trim();
  }
}
