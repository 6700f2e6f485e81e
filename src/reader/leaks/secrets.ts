import { plainOfHtml } from "../../citation/plain-of-html.ts";
import { startOf } from "../../diagnostics/place.ts";
import type { Edition, Entity } from "../../edition/edition.ts";
import { streamsOf } from "../../edition/own-streams.ts";
import { headOfEntry, headsIn } from "./heads.ts";
import { type SaidEdition, type Saying, partsOf, sayingsOf, sayingsOfFields } from "./sayings.ts";

/** What students must not get to read, and where an editor wrote it. */
export interface Secret extends Saying {
  /** Whether it is an address, which is told by its words together, however ordinary each of them is. */
  readonly address: boolean;
}

/** Every text that the whole edition has and the students' edition has not. Where students read the same elsewhere is not looked at. */
export function* secretsOf(whole: SaidEdition, students: SaidEdition): Generator<Secret> {
  const kept = new Set<object>(entitiesOf(students.edition));
  const inPart = entitiesOf(whole.edition).filter((entity) => !kept.has(entity));
  const shown = new Set(entitiesOf(students.edition).map(({ kind, id }) => `${kind} ${id}`));
  for (const entity of entitiesOf(students.edition))
    for (const part of partsOf(entity)) kept.add(part);
  for (const entity of inPart) {
    for (const saying of sayingsOf(entity, whole, (part) => kept.has(part)))
      yield { ...saying, address: false };
    if (!shown.has(`${entity.kind} ${entity.id}`)) yield* addressesOf(entity);
  }
  yield* works(whole, students);
  yield* streams(whole);
  yield* images(whole, students);
}

/** All that students get to read of an edition, as far as it is written in it. */
export function* saidToStudents(students: SaidEdition): Generator<string> {
  const { edition, works: cited } = students;
  const { settings, settingsPlaces, volumes } = edition;
  const headOf = headsIn(edition, students.apparatus);
  for (const entity of entitiesOf(edition)) {
    yield entity.id;
    // What stands one behind the other is read so: a quotation may go on from one paragraph into the next.
    const inRow: string[] = [];
    for (const { text, isBeside } of sayingsOf(entity, students)) {
      if (isBeside === true) yield text;
      else inRow.push(text);
    }
    yield inRow.join("\n");
    if (entity.kind === "document") yield* headOf(entity);
    else if (entity.kind === "register-entry") yield* headOfEntry(entity);
  }
  for (const part of [
    { ...settings, streams: {} },
    ...volumes,
    ...cited.entries.map(({ work }) => [work.item, work.key]),
  ])
    for (const { text } of sayingsOfFields(part, settingsPlaces, startOf(""))) yield text;
  for (const { html } of cited.entries) yield plainOfHtml(html);
  yield* edition.images;
}

function entitiesOf(edition: Edition): readonly Entity[] {
  return [...edition.documents, ...edition.essays, ...edition.readers, ...edition.register];
}

/** How addresses and names of files would name what only instructors get. */
function addressesOf({ kind, id, file }: Entity): readonly Secret[] {
  const place = startOf(file);
  const folder = kind === "reader" ? "readers" : "essays";
  return [`${folder}/${id}`, ...["html", "pdf"].map((ending) => `${id}.${ending}`)].map((text) => ({
    text,
    place,
    address: true,
  }));
}

function* works(whole: SaidEdition, students: SaidEdition): Generator<Secret> {
  const shown = new Set(students.works.entries.map(({ work }) => work));
  for (const { work, html } of whole.works.entries) {
    if (shown.has(work)) continue;
    yield { text: plainOfHtml(html), place: work.place, address: false };
    for (const { text } of sayingsOfFields([work.item, work.key], new Map(), work.place))
      yield { text, place: work.place, address: false };
  }
}

function* streams({ edition: { settings, settingsPlaces } }: SaidEdition): Generator<Secret> {
  for (const stream of streamsOf(settings).rows) {
    if (!stream.own || stream.audience !== "instructors") continue;
    const path = `streams.${stream.name}`;
    const place = settingsPlaces.get(path) ?? startOf("documents/edition.yaml");
    for (const text of [stream.name, stream.label, stream.plural, stream.meaning])
      yield { text, place, address: false };
  }
}

function* images(whole: SaidEdition, students: SaidEdition): Generator<Secret> {
  const shown = new Set(students.edition.images);
  for (const image of whole.edition.images)
    if (!shown.has(image))
      yield { text: image, place: startOf(`documents/${image}`), address: true };
}
