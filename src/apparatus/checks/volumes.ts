import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { Volume } from "../../edition/edition.ts";
import type { Check } from "../checks.ts";
import { placeOfField } from "../entities.ts";

/** Volumes that documents, essays and readers name and that there are not; ids and sigla that two volumes have. */
export const volumes: Check = ({ survey }) => {
  const { edition, entities } = survey;
  const known = new Set(edition.volumes.map(({ id }) => id));
  const unknown = entities.flatMap((entity) => {
    if (entity.kind === "register-entry") return [];
    const { volume } = entity.matter;
    if (volume === undefined || known.has(volume)) return [];
    const near = suggest(volume, known);
    const mend = near === undefined ? undefined : `did you mean "${near}"?`;
    const place = placeOfField(entity, "volume");
    return [diagnose("volume-unknown", place, `no volume has the id "${volume}"`, mend)];
  });
  const inFiles = [...edition.volumes].sort(byPosition);
  return [
    ...unknown,
    ...taken(inFiles, ({ id }) => id, "id-duplicate", "id"),
    ...taken(inFiles, ({ matter }) => matter.siglum, "siglum-duplicate", "siglum"),
  ];
};

/** Volumes that have what one before them has. */
function taken(
  volumesInFiles: readonly Volume[],
  valueOf: (volume: Volume) => string,
  rule: "id-duplicate" | "siglum-duplicate",
  name: string,
): readonly Diagnostic[] {
  const first = new Map<string, Volume>();
  return volumesInFiles.flatMap((volume) => {
    const value = valueOf(volume);
    const before = first.get(value);
    if (!before) {
      first.set(value, volume);
      return [];
    }
    const { file, line } = before.place;
    const message = `the ${name} "${value}" is taken by the volume at ${file}:${line}`;
    return [diagnose(rule, volume.places.get(name) ?? volume.place, message)];
  });
}

function byPosition({ place: a }: Volume, { place: b }: Volume): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}
