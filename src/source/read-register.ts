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
  // An entry that was left empty has been reported, and can still be mentioned.
  const empty = [...fields.empty].filter((path) => !path.includes("."));
  const given: readonly (readonly [string, unknown])[] = [
    ...Object.entries(value),
    ...empty.map((id) => [id, { name: id }] as const),
  ];
  for (const [id, entry] of given) {
    const place = fields.keyPlaces.get(id) ?? fields.start;
    if (!ID.test(id) || RESERVED_ID.test(id) || PAGE_NAME.test(id))
      report("id-invalid", place, `“${id}” cannot be an id`);
    const matter = checkMatter(
      registerMatterSchema,
      { fields, value: entry, path: id, subject: `“${id}”`, start: place },
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
    const places = placesUnder(fields, id);
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

function placesUnder(fields: YamlFields, id: string): FieldPlaces {
  const prefix = `${id}.`;
  return new Map(
    [...fields.places].flatMap(([path, place]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), place] as const] : [],
    ),
  );
}
