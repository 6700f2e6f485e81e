import { type XmlElement, type XmlNode, elementsNamed } from "../xml/xml-tree.ts";
import type { BookNote, BookNotes } from "./book-notes.ts";
import type { BookPiece } from "./book-pieces.ts";

/** A note as a piece calls it. */
export interface LabelledNote {
  readonly label: string;
  readonly note: BookNote;
  /** Whether it is called in the title. */
  readonly onTitle: boolean;
}

/** The notes of each piece in the order of their calls, those called in notes behind those that call them. */
export interface BookLabels {
  readonly notesOf: (piece: BookPiece) => readonly LabelledNote[];
  /** The label of the note that a link calls; nothing where the note belongs to another piece. */
  readonly labelOf: (call: XmlElement) => string | undefined;
}

/** Gives each note to the first piece that calls it, with the book's own number for its label. */
export function labelNotes(pieces: readonly BookPiece[], notes: BookNotes): BookLabels {
  const byPiece = new Map<BookPiece, readonly LabelledNote[]>();
  const owned = new Map<BookNote, { readonly piece: BookPiece; readonly label: string }>();
  const callers = new Map<XmlElement, BookPiece>();
  for (const piece of pieces) {
    const found: LabelledNote[] = [];
    const taken = new Set<string>();
    const title = new Set(callsIn([...piece.head.ordinal, ...piece.head.title], notes));
    const queue = [...title, ...callsIn([...piece.head.beside, ...piece.nodes], notes)];
    const numbers = new Set(queue.map((call) => notes.calledBy.get(call)?.mark ?? ""));
    for (let at = 0; at < queue.length; at += 1) {
      const call = queue[at];
      const note = call && notes.calledBy.get(call);
      if (!call || !note) continue;
      callers.set(call, piece);
      if (owned.has(note)) continue;
      const label = labelFor(note.mark, taken, numbers);
      taken.add(label);
      owned.set(note, { piece, label });
      found.push({ label, note, onTitle: title.has(call) });
      queue.push(...callsIn(note.body, notes));
    }
    byPiece.set(piece, found);
  }
  return {
    notesOf: (piece) => byPiece.get(piece) ?? [],
    labelOf: (call) => {
      const note = notes.calledBy.get(call);
      const owner = note && owned.get(note);
      return owner && owner.piece === callers.get(call) ? owner.label : undefined;
    },
  };
}

function callsIn(nodes: readonly XmlNode[], notes: BookNotes): readonly XmlElement[] {
  return nodes.flatMap((node) => {
    if (node.type === "text") return [];
    const links =
      node.name === "a" ? [node, ...elementsNamed(node, "a")] : elementsNamed(node, "a");
    // What stands in a note that lies in the text is called when the note is.
    const inner = linksInBodies(node, notes);
    return links.filter((link) => notes.calledBy.has(link) && !inner.has(link));
  });
}

function linksInBodies(node: XmlElement, notes: BookNotes): ReadonlySet<XmlElement> {
  const found = new Set<XmlElement>();
  const look = (element: XmlElement, isRoot: boolean): void => {
    if (!isRoot && notes.bodies.has(element)) {
      for (const link of elementsNamed(element, "a")) found.add(link);
      return;
    }
    for (const child of element.children) if (child.type === "element") look(child, false);
  };
  look(node, true);
  return found;
}

/** The book's number where it has one; else the next that is free. */
function labelFor(mark: string, taken: ReadonlySet<string>, numbers: ReadonlySet<string>): string {
  if (/^(?:\d{1,4}|[a-z])$/u.test(mark) && !taken.has(mark)) return mark;
  let count = taken.size + 1;
  while (taken.has(String(count)) || numbers.has(String(count))) count += 1;
  return String(count);
}
