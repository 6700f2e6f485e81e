import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../diagnostics/place.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { Document, Essay, Reader } from "../../edition/edition.ts";
import { readRanges } from "../../edition/paragraph-ranges.ts";
import type { Division } from "../../edition/text.ts";
import { walk } from "../../edition/walk.ts";
import type { Check, Findings } from "../checks.ts";
import { kindOf, kindWords, placeOfField } from "../entities.ts";

/** What readers read: each must be a document or an essay, and stand once; an excerpt must have what it names; a week must have a reading. */
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
    if (seen.has(id)) diagnostics.push(diagnose("reading-twice", place, `"${id}" is read twice`));
    else if (!isReadable) diagnostics.push(unreadable(id, place, survey));
    seen.add(id);
    return isReadable ? entity : undefined;
  };

  for (const [index, id] of (reader.matter.readings ?? []).entries())
    read(id, reader.places.get(`readings.${index}`) ?? placeOfField(reader, "readings"));
  for (const node of walk(reader.blocks)) {
    if (node.type !== "division") continue;
    if (node.name === "comparison") diagnostics.push(...compared(node, survey));
    if (node.name === "week" && !holdsReading(node))
      diagnostics.push(diagnose("week-empty", node.place, "a week without a reading"));
    const of = node.name === "reading" ? node.options?.get("of") : undefined;
    if (!of || of.value.trim() === "") continue;
    if (reader.matter.readings && !toldOfBoth) {
      toldOfBoth = true;
      diagnostics.push(
        diagnose("readings-both", node.place, "a reading beside those of the front matter"),
      );
    }
    const entity = read(of.value, of.place);
    if (entity) diagnostics.push(...excerptOf(node, entity, survey));
  }
  for (const [index, name] of (reader.matter.notes ?? []).entries()) {
    if (survey.streams.byName.has(name)) continue;
    const names = survey.streams.rows.map((row) => row.name);
    const place = reader.places.get(`notes.${index}`) ?? placeOfField(reader, "notes");
    const mend = didYouMean(name, names, `use some of ${names.join(", ")}`);
    diagnostics.push(diagnose("notes-unknown", place, `no stream of notes "${name}"`, mend));
  }
  return diagnostics;
}

function holdsReading({ blocks }: Division): boolean {
  return blocks.some((block) => block.type === "division" && block.name === "reading");
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

/** Documents that a comparison sets side by side. */
function compared({ options }: Division, survey: Survey): readonly Diagnostic[] {
  const of = options?.get("of");
  if (!of) return [];
  return of.value
    .split(/[\s,]+/u)
    .filter((id) => id !== "" && survey.byId.get(id)?.kind !== "document")
    .map((id) => {
      const ids = survey.edition.documents.map((candidate) => candidate.id);
      const mend = didYouMean(id, ids, "give the ids of documents");
      return diagnose("reference-unknown", of.place, `no document has the id "${id}"`, mend);
    });
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
