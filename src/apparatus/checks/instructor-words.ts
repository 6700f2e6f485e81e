import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { type Place, startOf } from "../../diagnostics/place.ts";
import { divisions } from "../../edition/divisions.ts";
import type { Entity, FieldPlaces } from "../../edition/edition.ts";
import { streamsOf } from "../../edition/own-streams.ts";
import { type Streams, streamOfLabel } from "../../edition/streams.ts";
import { walk } from "../../edition/walk.ts";
import { withoutInstructor } from "../../edition/without-instructor.ts";
import type { Check } from "../checks.ts";
import { notesOf, textsOf } from "../entity-texts.ts";

/** Matter for instructors that was written where it is words like any other, or misspelled so that it became such: students would read it. */
export const instructorWords: Check = ({ survey }) => {
  const edition = withoutInstructor(survey.edition);
  const streams = streamsOf(edition.settings);
  const { settings, settingsPlaces, volumes } = edition;
  const entities = [
    ...edition.documents,
    ...edition.essays,
    ...edition.readers,
    ...edition.register,
  ];
  return [
    ...inFields({ ...settings, streams: {} }, settingsPlaces, startOf("documents/edition.yaml")),
    ...volumes.flatMap(({ matter, places, place }) => inFields(matter, places, place)),
    ...entities.flatMap((entity) => [
      // What a reader's fields hold that they cannot is said where its file is read.
      ...(entity.kind === "reader"
        ? []
        : inFields(matterOf(entity), entity.places, startOf(entity.file))),
      ...inTexts(entity),
      ...inLabels(entity, streams),
    ]),
  ];

  function inFields(fields: unknown, places: FieldPlaces, start: Place): readonly Diagnostic[] {
    return [...wordsOfFields(fields, places, start)].flatMap(({ words, place }) =>
      inWords(words, place, streams),
    );
  }

  function inTexts(entity: Entity): readonly Diagnostic[] {
    const blocks = [...textsOf(entity), ...notesOf(entity)].flatMap((text) => text.blocks);
    return [...walk(blocks)].flatMap((node) => {
      if (node.type === "text") return PART.test(node.value) ? [misplaced(node.place)] : [];
      if (node.type === "image") return inWords(node.text, node.place, streams);
      return node.type === "figure" ? inWords(node.caption, node.place, streams) : [];
    });
  }
};

interface Words {
  readonly words: string;
  readonly place: Place;
}

const names = divisions
  .filter(({ audience }) => audience === "instructors")
  .map(({ name }) => name);

/** A line that would open a part for instructors, if it stood where one can: `::: instructor`, `:: {.answer}`. */
const PART = new RegExp(String.raw`::\s*\{?\s*\.?(?:${names.join("|")})\b`, "iu");

const CALL = /\[\^([^\]\s]+)\]/gu;

function inWords(words: string, place: Place, streams: Streams): readonly Diagnostic[] {
  if (PART.test(words)) return [misplaced(place)];
  for (const [call, label = ""] of words.matchAll(CALL))
    if (streamOfLabel(label, streams)?.audience === "instructors")
      return [
        diagnose(
          "instructor-misplaced",
          place,
          `${call} stands among words that students read as they are written`,
        ),
      ];
  return [];
}

function misplaced(place: Place): Diagnostic {
  return diagnose(
    "instructor-misplaced",
    place,
    "what is written like a part for instructors is words that students read",
    "put it into the text, three colons and its name alone on a line",
  );
}

/** Notes whose labels lack only a colon to be for instructors: `[^in7]`. */
function inLabels(entity: Entity, streams: Streams): readonly Diagnostic[] {
  return notesOf(entity).flatMap(({ label, place }) => {
    const [, prefix = "", number = ""] = /^([a-z]+)[-._]?(\d+)$/iu.exec(label) ?? [];
    if (streams.byPrefix.get(prefix.toLowerCase())?.audience !== "instructors") return [];
    return [
      diagnose(
        "instructor-misplaced",
        place,
        `the note [^${label}] is an editor's, which students read`,
        `write [^${prefix.toLowerCase()}:${number}] if it is for instructors, or another label`,
      ),
    ];
  });
}

/** What a front matter says, without what is read as Markdown, which has its own messages. */
function matterOf({ kind, matter }: Entity): object {
  if (kind === "document") return { ...matter, abstract: undefined };
  return kind === "register-entry" ? { ...matter, description: undefined } : matter;
}

function* wordsOfFields(
  fields: unknown,
  places: FieldPlaces,
  start: Place,
  path = "",
): Generator<Words> {
  if (typeof fields === "string") yield { words: fields, place: places.get(path) ?? start };
  else if (typeof fields === "object" && fields !== null)
    for (const [key, value] of Object.entries(fields))
      yield* wordsOfFields(
        value,
        places,
        start,
        path === "" ? written(key) : `${path}.${written(key)}`,
      );
}

/** A field's name as files write it: `short-title`. */
function written(key: string): string {
  return key.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}
