import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../diagnostics/place.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { Document, Essay, Reader } from "../../edition/edition.ts";
import { readRanges } from "../../edition/paragraph-ranges.ts";
import type { Block, Division } from "../../edition/text.ts";
import { type TextNode, walk } from "../../edition/walk.ts";
import type { Check, Findings } from "../checks.ts";
import { kindOf, kindWords, placeOfField } from "../entities.ts";

/** What readers read: each must be a document or an essay, and stand once; an excerpt must have what it names; a week must have a reading, and one that students get, and not begin before the week above it. */
export const readings: Check = ({ survey }) =>
  survey.entities.flatMap((reader) => (reader.kind === "reader" ? inReader(reader, survey) : []));

type Survey = Findings["survey"];

function inReader(reader: Reader, survey: Survey): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  let toldOfBoth = false;
  const read = (id: string, place: Place): Document | Essay | undefined => {
    const entity = survey.byId.get(id);
    const isReadable = entity?.kind === "document" || entity?.kind === "essay";
    if (seen.has(id) && !toldOfBoth)
      diagnostics.push(diagnose("reading-twice", place, `"${id}" is read twice`));
    else if (!isReadable) diagnostics.push(unreadable(id, place, survey));
    seen.add(id);
    return isReadable ? entity : undefined;
  };

  for (const [index, id] of (reader.matter.readings ?? []).entries())
    read(id, reader.places.get(`readings.${index}`) ?? placeOfField(reader, "readings"));
  for (const node of walk(reader.blocks)) {
    const of = isReading(node) ? node.options?.get("of") : undefined;
    if (!isReading(node) || !of || of.value.trim() === "") continue;
    if (reader.matter.readings && !toldOfBoth) {
      toldOfBoth = true;
      diagnostics.push(
        diagnose("readings-both", node.place, "a reading beside those of the front matter"),
      );
    }
    const entity = read(of.value, of.place);
    if (entity) diagnostics.push(...excerptOf(node, entity, survey));
  }
  diagnostics.push(...whereNothingIsRead(reader, survey), ...outOfOrder(reader));
  for (const [index, name] of (reader.matter.notes ?? []).entries()) {
    if (survey.streams.byName.has(name)) continue;
    const names = survey.streams.rows.map((row) => row.name);
    const place = reader.places.get(`notes.${index}`) ?? placeOfField(reader, "notes");
    const mend = didYouMean(name, names, `use some of ${names.join(", ")}`);
    diagnostics.push(diagnose("notes-unknown", place, `no stream of notes "${name}"`, mend));
  }
  return diagnostics;
}

function isReading(node: TextNode): node is Division {
  return node.type === "division" && node.name === "reading";
}

/** Weeks in which nothing is read, or nothing by students; readers without weeks of which students read nothing. */
function whereNothingIsRead(reader: Reader, survey: Survey): readonly Diagnostic[] {
  const isHidden = (id: string): boolean => {
    const entity = survey.byId.get(id);
    return entity?.kind === "essay" && entity.matter.audience === "instructors";
  };
  const onlyHidden = (ids: readonly string[]): boolean =>
    reader.matter.audience === "everyone" && ids.length > 0 && ids.every(isHidden);
  const weeks = weeksOf(reader);
  if (weeks.length === 0) {
    const ids = reader.matter.readings ?? readIn(reader.blocks);
    if (!onlyHidden(ids)) return [];
    const place = placeOfField(reader, reader.matter.readings ? "readings" : "id");
    return [diagnose("reader-empty", place, "a reader of which students read nothing")];
  }
  return weeks.flatMap(({ blocks, place }) => {
    if (![...walk(blocks)].some(isReading))
      return [diagnose("week-empty", place, "a week without a reading")];
    return onlyHidden(readIn(blocks))
      ? [diagnose("week-empty", place, "a week in which students read nothing")]
      : [];
  });
}

/** Weeks that begin before one that stands above them. */
function outOfOrder(reader: Reader): readonly Diagnostic[] {
  let latest = "";
  return weeksOf(reader).flatMap(({ date, place }) => {
    if (!date) return [];
    const isBefore = date.earliest < latest;
    if (!isBefore) latest = date.earliest;
    const message = `a week of ${date.shown} behind a later one`;
    return isBefore ? [diagnose("week-order", place, message)] : [];
  });
}

function weeksOf({ blocks }: Reader): readonly Division[] {
  return blocks.filter(
    (block): block is Division => block.type === "division" && block.name === "week",
  );
}

/** The ids of what some blocks read. */
function readIn(blocks: readonly Block[]): readonly string[] {
  return [...walk(blocks)].filter(isReading).map(({ options }) => options?.get("of")?.value ?? "");
}

function unreadable(id: string, place: Place, survey: Survey): Diagnostic {
  const entity = survey.byId.get(id);
  const message = entity
    ? `"${id}" is ${kindWords(kindOf(entity))}, not a document or an essay`
    : `no document or essay has the id "${id}"`;
  const ids = survey.entities
    .filter(({ kind }) => kind === "document" || kind === "essay")
    .map((candidate) => candidate.id);
  const mend = didYouMean(id, ids, "give the id of a document or an essay");
  return diagnose("reference-unknown", place, message, mend);
}

/** The numbers that an excerpt names must be the document's. */
function excerptOf(
  { options }: Division,
  entity: Document | Essay,
  survey: Survey,
): readonly Diagnostic[] {
  const paragraphs = options?.get("paragraphs");
  const read = paragraphs && readRanges(paragraphs.value);
  if (!paragraphs || !read || !("ranges" in read)) return [];
  const count = survey.occurrences.get(entity)?.paragraphs ?? 0;
  const last = read.ranges.at(-1)?.to ?? 0;
  if (count === 0) {
    const why = entity.kind === "essay" ? "an essay’s are not numbered" : "it has none";
    const message = `an excerpt of "${entity.id}" by paragraphs: ${why}`;
    return [diagnose("excerpt-invalid", paragraphs.place, message, "delete paragraphs=…")];
  }
  if (last <= count) return [];
  const message = `"${entity.id}" has no paragraph ${last}: its last is ¶${count}`;
  return [diagnose("excerpt-invalid", paragraphs.place, message)];
}
