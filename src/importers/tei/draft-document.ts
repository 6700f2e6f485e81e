import type { Place } from "../../diagnostics/place.ts";
import { readDate } from "../../edition/date.ts";
import type { DocumentFields } from "../../edition/document-matter.ts";
import type { Note } from "../../edition/text.ts";
import type { FieldDoubt } from "../../source/writing/markdown-file.ts";
import { writeMarkdown } from "../../source/writing/write-markdown.ts";
import type { DocumentDraft } from "../importer.ts";
import type { Original } from "../ledger.ts";
import { elementsNamed, type XmlElement } from "../xml/xml-tree.ts";
import { splitCalendared } from "./calendared.ts";
import { newFlow, pour } from "./convert.ts";
import { dateOf, dayOf, stretch, unreadableDate } from "./dates.ts";
import { classificationOf } from "./classification.ts";
import { kindOfTitle } from "./document-kinds.ts";
import type { DocumentParts } from "./document-parts.ts";
import { forms } from "./forms.ts";
import { lettersWithin, wordsOf } from "./letters.ts";
import { defineNote, noteBlocks } from "./notes.ts";
import { partiesOf } from "./parties.ts";
import { addressOf } from "./volume-header.ts";
import type { VolumeKnowledge, Work } from "./work.ts";

/** A document as it is to be drafted. */
export interface PlannedDocument {
  readonly parts: DocumentParts;
  /** Its id in the edition, and the input's own. */
  readonly id: string;
  readonly ownId: string | undefined;
  readonly number: number;
  /** What is doubtful about the number. */
  readonly numberDoubt: string | undefined;
  /** Headings that no document before it has told: their depth and words. */
  readonly newHeadings: readonly (readonly [depth: number, words: string])[];
}

/** Makes a draft of a document. */
export function draftDocument(
  planned: PlannedDocument,
  volume: VolumeKnowledge,
  inSeries: boolean,
  stem: string,
): DocumentDraft {
  const { parts } = planned;
  const notes: Note[] = [];
  const work: Work = {
    volume,
    forms,
    notes,
    said: new Set(),
    given: new Set(),
    transcription: true,
    headingLevel: 2,
  };
  for (const note of parts.sources) defineNote(note, work);
  const flow = newFlow();
  pour(parts.body, flow, work, false);
  const blocks = flow.finish();
  const calendared =
    blocks.length === 0 && parts.sources.length === 0 && parts.summaries.length === 0
      ? splitCalendared(parts.title)
      : undefined;
  if (calendared) volume.stops.push(calendared.stop);
  const title = calendared?.title ?? parts.title;
  const abstract = calendared
    ? plainMarkdown(calendared.abstract, parts.element.place)
    : writeMarkdown(parts.summaries.flatMap((note) => noteBlocks(note, work))).trim();
  const dating = datingOf(parts, calendared?.date);
  const source = { url: addressOf(volume.name, planned.ownId ?? "") };
  const kind = kindOfTitle(title);
  const place = placeOf(parts);
  const classification = classificationOf(parts.body);
  const { authors, recipients } = partiesOf(parts.head, title, volume);
  const matter: DocumentFields = {
    id: planned.id,
    number: planned.number,
    volume: volume.id,
    ...(parts.part.length > 0 && { part: [...parts.part] }),
    title: title === "" ? `Document ${planned.number}` : title,
    ...(title === "" && { "title-supplied": true }),
    ...(kind !== undefined && { kind }),
    ...(blocks.length === 0 && { status: "calendared" as const }),
    ...(dating.edtf !== undefined && { date: dating.edtf }),
    ...(place !== undefined && { place }),
    ...(authors.length > 0 && { authors: [...authors] }),
    ...(recipients.length > 0 && { recipients: [...recipients] }),
    ...(classification !== undefined && { classification }),
    ...(abstract !== "" && { abstract }),
    ...(inSeries && planned.ownId !== undefined && { source }),
  };
  return {
    stem,
    matter,
    doubts: [
      ...(planned.numberDoubt === undefined
        ? []
        : [{ field: "number", message: planned.numberDoubt }]),
      ...dating.doubts,
    ],
    blocks,
    notes,
    originals: originalsOf(planned, calendared),
  };
}

function plainMarkdown(value: string, place: Place): string {
  if (value === "") return "";
  return writeMarkdown([
    { type: "paragraph", children: [{ type: "text", value, place }], place },
  ]).trim();
}

function originalsOf(
  planned: PlannedDocument,
  calendared: { readonly title: string; readonly abstract: string } | undefined,
): readonly Original[] {
  const { parts } = planned;
  const made: Original[] = planned.newHeadings.map(([depth, words]) => ({
    text: words,
    order: "field",
    fields: [`part.${depth}`],
  }));
  const title = calendared ? calendared.title : parts.title;
  if (title !== "") made.push({ text: title, order: "field", fields: ["title"] });
  const abstract = calendared ? calendared.abstract : lettersWithin(parts.summaries);
  if (abstract.trim() !== "") made.push({ text: abstract, order: "field", fields: ["abstract"] });
  const text = `${lettersWithin(parts.sources)}${lettersWithin(parts.body)}`;
  if (text.trim() !== "") made.push({ text, order: "inline" });
  return made;
}

/** Day or days, from the encoding's own reckoning or else from the dateline. */
function datingOf(
  { element, body, title }: DocumentParts,
  told: string | undefined,
): { readonly edtf: string | undefined; readonly doubts: readonly FieldDoubt[] } {
  const dateline = body
    .flatMap((node) => (node.type === "element" ? [node, ...elementsNamed(node, "dateline")] : []))
    .find(({ name, ...rest }) => name === "dateline" && dateOf({ name, ...rest }) !== undefined);
  const reckoned = stretch(
    dayOf(attributeOf(element, "doc-dateTime-min")),
    dayOf(attributeOf(element, "doc-dateTime-max")),
  );
  const edtf = reckoned ?? dateOf(dateline) ?? told;
  if (edtf !== undefined && readDate(edtf)) return { edtf, doubts: [] };
  const written = body
    .flatMap((node) => (node.type === "element" ? [node] : []))
    .map(unreadableDate)
    .find((found) => found !== undefined);
  const doubts =
    written === undefined
      ? []
      : [{ field: "date", message: `"${written}" is no date that can be read` }];
  void title;
  return { edtf: undefined, doubts };
}

/** An attribute of the series' own name space, whatever its prefix. */
function attributeOf(element: XmlElement, name: string): string | undefined {
  for (const [key, value] of element.attributes)
    if (key === name || key.endsWith(`:${name}`)) return value;
  return undefined;
}

function placeOf({ body }: DocumentParts): string | undefined {
  for (const node of body) {
    if (node.type !== "element" || !["dateline", "opener"].includes(node.name)) continue;
    const dateline = node.name === "dateline" ? node : elementsNamed(node, "dateline")[0];
    const place = dateline && elementsNamed(dateline, "placeName")[0];
    const words = place && wordsOf(place).replace(/[,;.:]+$/u, "");
    if (words !== undefined && words !== "") return words;
  }
  return undefined;
}
