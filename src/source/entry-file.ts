import type { z } from "zod";
import type { Place } from "../diagnostics/place.ts";
import { looksLikeCoordinate } from "../edition/coordinates.ts";
import type { FieldPlaces } from "../edition/edition.ts";
import { ID, PAGE_NAME } from "../edition/fields.ts";
import type { Streams } from "../edition/streams.ts";
import { type Fallbacks, checkMatter } from "./check-matter.ts";
import type { Report } from "./markdown/reading.ts";
import type { TextFile } from "./text-file.ts";
import { type YamlFields, readYaml } from "./yaml-fields.ts";

/** One entry of a file that is a mapping from id to entry. */
export interface FileEntry<Matter> {
  readonly id: string;
  /** Where the entry begins. */
  readonly place: Place;
  /** The places of its fields, without the entry's id before them. */
  readonly places: FieldPlaces;
  readonly matter: Matter;
}

/** What such a file is for. */
export interface EntryKind<Schema extends z.ZodType> {
  readonly schema: Schema;
  /** An example that shows how an entry is written, for a file that is no mapping. */
  readonly example: string;
  /** What stands in for required fields that are missing. */
  readonly fallbacks: (id: string) => Fallbacks;
}

/** Reads a YAML file that is a mapping from id to entry; the entries in the order of their ids. */
export function readEntries<Schema extends z.ZodType>(
  text: TextFile,
  { schema, example, fallbacks }: EntryKind<Schema>,
  report: Report,
  streams: Streams,
): { readonly fields: YamlFields; readonly entries: readonly FileEntry<z.output<Schema>>[] } {
  const fields = readYaml(text.file, text.lines, 1, report);
  const { value } = fields;
  if (value === undefined) return { fields, entries: [] };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const name = text.file.slice(text.file.lastIndexOf("/") + 1);
    const message = `${name} must be a mapping from id to entry`;
    report("value-type", fields.places.get("") ?? fields.start, message, example);
    return { fields, entries: [] };
  }
  const entries: FileEntry<z.output<Schema>>[] = [];
  const entryPlaces = placesByEntry(fields);
  // An entry that was left empty has been reported, and can still be mentioned.
  const empty = [...fields.empty].filter((path) => !path.includes("."));
  const given: readonly (readonly [string, unknown])[] = [
    ...Object.entries(value),
    ...empty.map((id) => [id, fallbacks(id)] as const),
  ];
  for (const [id, entry] of given) {
    const place = fields.keyPlaces.get(id) ?? fields.start;
    if (!ID.test(id) || looksLikeCoordinate(id, streams) || PAGE_NAME.test(id))
      report("id-invalid", place, `"${id}" cannot be an id`);
    const matter = checkMatter(
      schema,
      { fields, value: entry, path: id, subject: `"${id}"`, start: place },
      fallbacks(id),
      report,
    );
    if (matter === undefined) continue;
    const places = entryPlaces.get(id) ?? new Map<string, Place>();
    entries.push({ id, place, places, matter });
  }
  return { fields, entries: entries.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)) };
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
