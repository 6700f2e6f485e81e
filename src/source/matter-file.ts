import type { z } from "zod";
import { looksLikeCoordinate } from "../edition/coordinates.ts";
import { ID, RESERVED_ID } from "../edition/fields.ts";
import { type Streams, standardStreams } from "../edition/streams.ts";
import { checkMatter } from "./check-matter.ts";
import { splitFrontMatter } from "./front-matter.ts";
import type { MarkdownSource } from "./markdown/markdown-source.ts";
import type { Report } from "./markdown/reading.ts";
import type { TextFile } from "./text-file.ts";
import { type YamlFields, readYaml } from "./yaml-fields.ts";

/** A Markdown file whose front matter has been checked. */
export interface MatterFile<Matter> {
  readonly matter: Matter;
  readonly fields: YamlFields;
  readonly body: MarkdownSource;
}

/** Reads a Markdown file's front matter by a schema. A file without an id takes its name for one, that it can still be referred to. */
export function readMatterFile<Schema extends z.ZodType>(
  text: TextFile,
  schema: Schema,
  report: Report,
  streams: Streams = standardStreams,
): MatterFile<z.output<Schema>> | undefined {
  const { matter, start, body, problem } = splitFrontMatter(text);
  if (problem) report(problem.rule, problem.place, problem.message, problem.mend);
  const fields = readYaml(text.file, matter, start.line + 1, report);
  const checked = checkMatter(
    schema,
    {
      fields: {
        ...fields,
        broken: fields.broken || (matter.length === 0 && problem !== undefined),
      },
      value: fields.value,
      path: "",
      subject: "the front matter",
      start,
    },
    { id: idFromFile(text.file), number: numberFromFile(text.file), title: nameOf(text.file) },
    report,
  );
  checkCoordinates(fields, streams, report);
  return checked === undefined ? undefined : { matter: checked, fields, body };
}

/** What the six streams need is no id for the schema; here are the coordinates of the edition's own. */
function checkCoordinates(
  { value, places, start }: YamlFields,
  streams: Streams,
  report: Report,
): void {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : undefined;
  if (typeof id !== "string" || RESERVED_ID.test(id) || !looksLikeCoordinate(id, streams)) return;
  report(
    "id-invalid",
    places.get("id") ?? start,
    `"${id}" cannot be an id: it looks like the coordinate of one of the edition's own notes`,
  );
}

function nameOf(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(/\.md$/, "");
}

function idFromFile(file: string): string {
  const name = nameOf(file);
  return ID.test(name) && !RESERVED_ID.test(name) ? name : `file-${numberFromFile(file)}`;
}

/** A number that no document has, and no two files share. */
function numberFromFile(file: string): number {
  let hash = 7;
  for (const letter of file) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 999_999_937;
  return 1_000_000_000 + hash;
}
