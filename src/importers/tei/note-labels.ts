import type { StreamName } from "../../edition/streams.ts";
import { streamNamed } from "../../edition/streams.ts";
import { childElements, textWithin, type XmlElement, type XmlNode } from "../xml/xml-tree.ts";

/** What a note is called, and by what coordinate it is cited: `n3`. */
export interface NoteLabel {
  readonly label: string;
  readonly stream: StreamName;
  readonly coordinate: string;
}

/** Gives each note of a text its label: the input's number where it has one, unique in the text. */
export function labelNotes(nodes: readonly XmlNode[], labels: Map<XmlElement, NoteLabel>): void {
  const labeling = new Labeling(labels);
  for (const node of nodes) if (node.type === "element") labeling.visit(node);
}

/** Whether a note tells where a document lies. */
export function isSourceNote(note: XmlElement): boolean {
  const { attributes } = note;
  return attributes.get("type") === "source" || attributes.get("n") === "0";
}

/** What the words of a note that tells where a document lies begin with: a name of files, or their number. */
const SOURCE_WORDS = /^[[(]?(?:source\b|\d{3}[\d.]*\/|[\p{L}\s.]{2,60}\bfiles?\b)/iu;

/** A note that is no note: its words stand in the line. Where a document lies is told so, too, and is one. */
export function isInlineNote(note: XmlElement): boolean {
  return (
    note.name === "note" &&
    note.attributes.get("rend") === "inline" &&
    !isSourceNote(note) &&
    !SOURCE_WORDS.test(textWithin(note).trim())
  );
}

/** What editors of the series write behind a note that stands in the document itself. */
const OWN_NOTE =
  /\[(?:foot-?)?notes? (?:is |are )?in (?:the )?(?:original|source|document)[^\]]*\]\s*$/iu;

function streamOf(note: XmlElement): StreamName {
  if (isSourceNote(note) || note.attributes.get("rend") === "inline") return "source";
  const told = `${note.attributes.get("type") ?? ""} ${note.attributes.get("resp") ?? ""}`;
  if (/\b(?:original|author|authorial)\b/iu.test(told)) return "original";
  if (/\btranslat/iu.test(told)) return "translator";
  return OWN_NOTE.test(textWithin(note)) ? "original" : "editor";
}

class Labeling {
  readonly #labels: Map<XmlElement, NoteLabel>;
  readonly #taken = new Set<string>();
  readonly #count = new Map<StreamName, number>();
  /** The number of the note before, for those that have none. */
  #last = "0";

  constructor(labels: Map<XmlElement, NoteLabel>) {
    this.#labels = labels;
  }

  visit(element: XmlElement): void {
    if (element.name === "note") this.#label(element);
    for (const child of childElements(element)) this.visit(child);
  }

  #label(note: XmlElement): void {
    const stream = streamOf(note);
    const { prefix, code } = streamNamed(stream);
    const count = (this.#count.get(stream) ?? 0) + 1;
    this.#count.set(stream, count);
    const label = stream === "source" ? this.#sourceLabel(count) : this.#numberLabel(note, prefix);
    this.#taken.add(label);
    this.#labels.set(note, { label, stream, coordinate: `${code}${count}` });
  }

  #sourceLabel(count: number): string {
    return count === 1 ? "src" : `src:${count}`;
  }

  #numberLabel(note: XmlElement, prefix: string): string {
    const before = prefix === "" ? "" : `${prefix}:`;
    const given = note.attributes.get("n")?.trim() ?? "";
    const number = /^\d{1,6}[a-z]?$/u.test(given) ? given : "";
    if (number !== "") this.#last = number;
    if (number !== "" && !this.#taken.has(`${before}${number}`)) return `${before}${number}`;
    // Behind 5 comes 5a: between 5 and 6, and none of them.
    for (let next = 1; ; next += 1) {
      const label = `${before}${this.#last.replace(/[a-z]+$/u, "")}${lettersFor(next)}`;
      if (!this.#taken.has(label)) return label;
    }
  }
}

/** 1 → a, 27 → aa. */
function lettersFor(number: number): string {
  let rest = number;
  let written = "";
  while (rest > 0) {
    rest -= 1;
    written = String.fromCodePoint(97 + (rest % 26)) + written;
    rest = Math.floor(rest / 26);
  }
  return written;
}
