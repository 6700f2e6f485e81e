import { didYouMean } from "../../diagnostics/suggest.ts";
import { type EdtfDate, readDate } from "../../edition/date.ts";
import type { Work, WorkDate } from "../../edition/edition.ts";
import type { Report } from "../markdown/reading.ts";
import { type JsonFields, type JsonNode, readJson } from "./json-places.ts";
import type { PlaceAt } from "./read-works.ts";
import { untitledTypes, workItem, workTypes } from "./work-item.ts";

const EXAMPLE = 'write a list of works: [{"id": "key", "type": "book", "title": "…"}]';

/** Reads the works of a file in CSL-JSON. */
export function readJsonWorks(
  file: string,
  source: string,
  placeAt: PlaceAt,
  report: Report,
): readonly Work[] {
  const root = readJson(source);
  if ("fault" in root) {
    report("works-syntax", placeAt(root.fault.at), `no JSON: ${root.fault.message}`);
    return [];
  }
  // Some programs put the list into a field.
  const inField = fieldsOf(root)?.get("items")?.value;
  const list = Array.isArray(inField) ? inField : root.value;
  if (!isList(list)) {
    report("works-syntax", placeAt(root.at), "the file is no list of works", EXAMPLE);
    return [];
  }
  return list.flatMap((node) => readItem(file, node, placeAt, report));
}

function isList(value: JsonNode["value"]): value is readonly JsonNode[] {
  return Array.isArray(value);
}

function fieldsOf({ value }: JsonNode): JsonFields | undefined {
  return value instanceof Map ? value : undefined;
}

function readItem(file: string, node: JsonNode, placeAt: PlaceAt, report: Report): readonly Work[] {
  const fields = fieldsOf(node);
  const id = fields?.get("id");
  const key =
    id && (typeof id.value === "string" || typeof id.value === "number")
      ? `${id.value}`.trim()
      : "";
  if (!fields || key === "") {
    report("work-invalid", placeAt(node.at), "a work without an id", 'give it one: "id": "key"');
    return [];
  }
  const place = placeAt(id?.at ?? node.at);
  const type = fields.get("type");
  const written = typeof type?.value === "string" ? type.value : "";
  if (!workTypes.includes(written))
    report(
      "work-invalid",
      placeAt(type?.at ?? node.at),
      written === "" ? `"${key}" has no type` : `"${key}" is of an unknown type, "${written}"`,
      didYouMean(written, workTypes, 'write a type of CSL, such as "book" or "article-journal"'),
    );
  const item = workItem(key, workTypes.includes(written) ? written : "document", (name) => {
    const value = fields.get(name);
    return value && plainValue(value);
  });
  if (item.title === undefined && !untitledTypes.has(item.type))
    report("work-invalid", place, `"${key}" has no title`, 'add a field "title"');
  const dates: Partial<Record<WorkDate, EdtfDate>> = {};
  let literal: string | undefined;
  for (const kind of ["issued", "original-date", "event-date", "accessed"] as const) {
    const field = fields.get(kind);
    if (!field) continue;
    const date = dateIn(field);
    if (typeof date === "object") dates[kind] = date;
    else if (date !== undefined && kind === "issued") literal = date;
    else if (date === undefined)
      report("work-invalid", placeAt(field.at), `"${kind}" of "${key}" is no date of CSL`);
  }
  return [
    {
      key,
      file,
      place,
      dates,
      item: literal === undefined ? item : { ...item, issued: { literal } },
    },
  ];
}

function plainValue({ value }: JsonNode): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([name, inner]) => [name, plainValue(inner)]));
  return isList(value) ? value.map(plainValue) : value;
}

/** A date, or the words that stand for one; nothing where it is neither. */
function dateIn(node: JsonNode): EdtfDate | string | undefined {
  const fields = fieldsOf(node);
  const raw = fields?.get("raw")?.value ?? node.value;
  const literal = fields?.get("literal")?.value;
  if (typeof raw === "string") return readDate(raw.trim()) ?? raw;
  if (typeof literal === "string") return readDate(literal.trim()) ?? literal;
  const parts = fields?.get("date-parts")?.value;
  if (!parts || !isList(parts)) return undefined;
  const ends = parts.map(({ value }) => (isList(value) ? value.map(numberIn) : []));
  const written = ends.map(([year, month, day]) =>
    [year && `${year}`.padStart(4, "0"), month && two(month), day && two(day)]
      .filter((part) => part !== undefined && part !== 0)
      .join("-"),
  );
  const season = numberOf(fields?.get("season"));
  const about = fields?.get("circa")?.value ? "~" : "";
  const [from = "", to] = written;
  if (to === undefined || to === "")
    return readDate(season === undefined ? `${from}${about}` : `${from.slice(0, 4)}-2${season}`);
  return readDate(`${from}${about}/${to}${about}`);
}

function numberIn(node: JsonNode): number | undefined {
  return numberOf(node);
}

function numberOf(node: JsonNode | undefined): number | undefined {
  const number = Number(node?.value);
  return node !== undefined && Number.isInteger(number) ? number : undefined;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
