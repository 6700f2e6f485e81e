import type { Block } from "../../edition/text.ts";
import { type Convert, newFlow, pour } from "./convert.ts";
import { hasOwnText } from "./letters.ts";
import type { XmlElement } from "../xml/xml-tree.ts";
import type { Work } from "./work.ts";

/** A note: its text goes behind the others, its call stays where it is. */
export const noteCall: Convert = (element, flow, work) => {
  const label = defineNote(element, work);
  if (label !== undefined) flow.mark({ type: "note-call", label, place: element.place });
};

/** Defines a note, and says by what label it is called. */
export function defineNote(element: XmlElement, work: Work): string | undefined {
  const known = work.volume.labels.get(element);
  if (!known) throw new Error(`a note without a label in line ${element.place.line}`);
  const blocks = noteBlocks(element, work);
  if (blocks.length === 0) {
    work.volume.remarks.add("a note is empty; its call is left out ({times})", element.place);
    return undefined;
  }
  work.notes.push({ label: known.label, stream: known.stream, blocks, place: element.place });
  return known.label;
}

/** What a note says. */
export function noteBlocks(element: XmlElement, work: Work): readonly Block[] {
  const flow = newFlow();
  pour(element.children, flow, { ...work, transcription: false }, hasOwnText(element));
  return flow.finish();
}
