import type { Place } from "../diagnostics/place.ts";
import type { FieldPlaces, RegisterEntry, RegisterName } from "../edition/edition.ts";
import { ID, PAGE_NAME, RESERVED_ID } from "../edition/fields.ts";
import { registerMatterSchema } from "../edition/register-matter.ts";
import { checkMatter } from "./check-matter.ts";
import { type Report, emptyPage } from "./markdown/reading.ts";
import { readField } from "./read-field.ts";
import type { TextFile } from "./text-file.ts";
import { type YamlFields, readYaml } from "./yaml-fields.ts";

/** Reads `people.yaml`, `places.yaml`, `organizations.yaml` or `terms.yaml`: a mapping from id to entry. Sorted by id. */
export function readRegister(
  text: TextFile,
  register: RegisterName,
  images: ReadonlySet<string>,
  report: Report,
): readonly RegisterEntry[] {
  const fields = readYaml(text.file, text.lines, 1, report);
  const { value } = fields;
  if (value === undefined) return [];
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    report(
      "value-type",
      fields.places.get("") ?? fields.start,
      `${register}.yaml must be a mapping from id to entry`,
      "write biryuzov: and, indented below it, name: Sergei Biryuzov",
    );
    return [];
  }
  const entries: RegisterEntry[] = [];
  const entryPlaces = placesByEntry(fields);
  // An entry that was left empty has been reported, and can still be mentioned.
  const empty = [...fields.empty].filter((path) => !path.includes("."));
  const given: readonly (readonly [string, unknown])[] = [
    ...Object.entries(value),
    ...empty.map((id) => [id, { name: id }] as const),
  ];
  for (const [id, entry] of given) {
    const place = fields.keyPlaces.get(id) ?? fields.start;
    if (!ID.test(id) || RESERVED_ID.test(id) || PAGE_NAME.test(id))
      report("id-invalid", place, `"${id}" cannot be an id`);
    const matter = checkMatter(
      registerMatterSchema,
      { fields, value: entry, path: id, subject: `"${id}"`, start: place },
      { name: id },
      report,
    );
    if (!matter) continue;
    const description = readField(
      text,
      fields,
      `${id}.description`,
      matter.description,
      emptyPage(images, report),
    );
    const places = entryPlaces.get(id) ?? new Map<string, Place>();
    entries.push({
      kind: "register-entry",
      register,
      id,
      file: text.file,
      places,
      place,
      matter,
      description,
    });
  }
  return entries.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The places of each entry's fields, without the entry's id before them. */
function placesByEntry({ places }: YamlFields): ReadonlyMap<string, FieldPlaces> {
  const entries = new Map<string, Map<string, Place>>();
  for (const [path, place] of places) {
    const dot = path.indexOf(".");
    if (dot < 0) continue;
    const id = path.slice(0, dot);
    const entry = entries.get(id) ?? new Map<string, Place>();
    entries.set(id, entry.set(path.slice(dot + 1), place));
  }
  return entries;
}
