import type { Place } from "../../diagnostics/place.ts";
import type { Doubt, Note } from "../../edition/text.ts";
import type { XmlElement, XmlNode } from "../xml/xml-tree.ts";
import type { Convert } from "./convert.ts";
import type { NoteLabel } from "./note-labels.ts";
import type { RegisterOfVolume } from "./register-of-volume.ts";
import type { Remarks } from "./remarks.ts";
import type { Targets } from "./targets.ts";

/** What is known of the whole volume while a part of it is converted. */
export interface VolumeKnowledge {
  /** Its name in the series: `frus1961-63v06`. */
  readonly name: string;
  /** Its own number, as references name it: `VI`; empty where it has none. */
  readonly siglum: string;
  readonly id: string;
  readonly targets: Targets;
  readonly people: RegisterOfVolume;
  readonly terms: RegisterOfVolume;
  readonly labels: ReadonlyMap<XmlElement, NoteLabel>;
  readonly remarks: Remarks;
  /** Full stops that stood between titles and abstracts. */
  readonly stops: string[];
}

/** One text that is being converted. */
export interface Work {
  readonly volume: VolumeKnowledge;
  /** What becomes of each element, by its name. */
  readonly forms: ReadonlyMap<string, Convert>;
  /** Notes in the order in which they are called. */
  readonly notes: Note[];
  /** Doubts that need be said but once in a text. */
  readonly said: Set<string>;
  /** The ids of papers sent with the document: an id is given once, whatever the input repeats. */
  readonly given: Set<string>;
  /** Whether it is the words of a document, with openers and signatures, or an essay. */
  readonly transcription: boolean;
  /** How deep the headings of the part that is being converted stand: 2 to 6. */
  readonly headingLevel: number;
}

/** Where an element stands among others. */
export interface Spot {
  /** Whether words stand beside it: then what it holds belongs to their line. */
  readonly amongWords: boolean;
  /** The name of the element in which it stands. */
  readonly within: string;
  /** The words right before it, in the same element. */
  readonly before: string;
}

/** An element that stands for a doubt of ours in the input's tree: no XML name begins so. */
const DOUBT = "#doubt";

/** A doubt to be put into the input's tree. */
export function doubtElement(message: string, place: Place): XmlElement {
  return {
    type: "element",
    name: DOUBT,
    prefix: "",
    space: "",
    attributes: new Map([["message", message]]),
    children: [],
    place,
  };
}

/** The doubt that such an element stands for. */
export function doubtOf(node: XmlNode): Doubt | undefined {
  return node.type === "element" && node.name === DOUBT
    ? doubt(node.attributes.get("message") ?? "", node.place)
    : undefined;
}

/** A doubt; its message is made fit for a comment. */
export function doubt(message: string, place: Place): Doubt {
  const line = message.replaceAll(/\s+/gu, " ").replaceAll(/-{2,}/gu, "–").replaceAll(">", "›");
  return { type: "doubt", message: line.length > 400 ? `${line.slice(0, 399)}…` : line, place };
}
