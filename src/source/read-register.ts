import type { RegisterEntry, RegisterName } from "../edition/edition.ts";
import { registerMatterSchema } from "../edition/register-matter.ts";
import { type Streams, standardStreams } from "../edition/streams.ts";
import { type EntryKind, readEntries } from "./entry-file.ts";
import { type Report, emptyPage } from "./markdown/reading.ts";
import { readField } from "./read-field.ts";
import type { TextFile } from "./text-file.ts";

const registerEntries: EntryKind<typeof registerMatterSchema> = {
  schema: registerMatterSchema,
  example: "write biryuzov: and, indented below it, name: Sergei Biryuzov",
  fallbacks: (id) => ({ name: id }),
};

/** Reads `people.yaml`, `people/*.yaml` and their like: a mapping from id to entry. Sorted by id. */
export function readRegister(
  text: TextFile,
  register: RegisterName,
  images: ReadonlySet<string>,
  report: Report,
  streams: Streams = standardStreams,
): readonly RegisterEntry[] {
  const { fields, entries } = readEntries(text, registerEntries, report, streams);
  return entries.map(({ id, place, places, matter }) => ({
    kind: "register-entry",
    register,
    id,
    file: text.file,
    places,
    place,
    matter,
    description: readField(
      text,
      fields,
      `${id}.description`,
      matter.description,
      emptyPage(images, report, streams),
    ),
  }));
}
