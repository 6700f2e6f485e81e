import type { Place } from "../../../diagnostics/place.ts";
import { looksLikeCoordinate } from "../../../edition/coordinates.ts";
import { ID } from "../../../edition/fields.ts";
import type { Reading } from "../reading.ts";

/** Takes down an anchor `{#id}` of the file; nothing where it cannot be one. */
export function readAnchor(reading: Reading, id: string, place: Place): string | undefined {
  if (!ID.test(id)) {
    reading.report("id-invalid", place, `"${id}" cannot be an id`);
    return undefined;
  }
  if (looksLikeCoordinate(id, reading.streams)) {
    reading.report(
      "id-invalid",
      place,
      `"${id}" looks like a paragraph’s or a note’s coordinate`,
      "choose another id",
    );
    return undefined;
  }
  const first = reading.anchors.get(id);
  if (first) {
    reading.report(
      "id-duplicate",
      place,
      `the id "${id}" stands already in line ${first.line}`,
      "give one of the two another id",
    );
    return undefined;
  }
  reading.anchors.set(id, place);
  return id;
}
