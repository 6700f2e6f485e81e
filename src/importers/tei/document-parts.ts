import { elementsNamed, type XmlElement, type XmlNode } from "../xml/xml-tree.ts";
import { isBlank, isPage, withChildren, wordsOf } from "./letters.ts";
import { liftNotes } from "./lift-notes.ts";
import { isSourceNote } from "./note-labels.ts";
import type { Remarks } from "./remarks.ts";
import { type Vocabulary, markSlips } from "./slips.ts";
import { type DocumentUnit, withoutNotes } from "./units.ts";
import { doubtElement } from "./work.ts";

/** A document's parts, as the edition has them. */
export interface DocumentParts {
  readonly element: XmlElement;
  readonly part: readonly string[];
  /** The heading with its notes; nothing where there is none. */
  readonly head: XmlElement | undefined;
  /** What the heading says without its notes and its number. */
  readonly title: string;
  /** The number before the heading: "53."; empty for none. */
  readonly numberWords: string;
  readonly summaries: readonly XmlElement[];
  readonly sources: readonly XmlElement[];
  readonly body: readonly XmlNode[];
  /** What says how many pictures of pages there are, where, and what is wrong with them: no text of the document. */
  readonly facsimiles: readonly XmlElement[];
}

/** Divides a document into its parts. Notes of its heading that have no place of their own stand behind its first line. */
export function partsOf(
  { element, nodes, part }: DocumentUnit,
  vocabulary: Vocabulary,
  remarks: Remarks,
): DocumentParts {
  const all = markSlips(liftNotes(nodes), vocabulary, remarks);
  const headAt = all.findIndex((node) => node.type === "element" && node.name === "head");
  const found = all[headAt];
  const head = found?.type === "element" ? found : undefined;
  const headNotes = head ? elementsNamed(head, "note") : [];
  const facsimiles = all.filter(
    (node): node is XmlElement => node.type === "element" && FACSIMILE.test(node.name),
  );
  const direct = all.filter(
    (node): node is XmlElement => node.type === "element" && node.name === "note" && node !== head,
  );
  const isSource = (note: XmlElement): boolean =>
    isSourceNote(note) || (direct.includes(note) && note.attributes.get("rend") === "inline");
  const loose = [...direct, ...headNotes];
  const sources = loose.filter(isSource);
  const summaries = loose.filter((note) => isSummary(note) && !isSource(note));
  const kept = headNotes.filter((note) => !sources.includes(note) && !summaries.includes(note));
  const headPages = head ? elementsNamed(head, "pb").filter(isPage) : [];
  const rest = all.filter(
    (node) =>
      node !== head &&
      !(
        node.type === "element" &&
        (sources.includes(node) || summaries.includes(node) || facsimiles.includes(node))
      ),
  );
  const said = head ? wordsOf(withoutNotes(head)) : "";
  const [, numberWords = "", title = said] =
    /^((?:\[?No\.?\s*)?\[?\d+[A-Za-z]?\]?\s*\.)\s*(.*)$/su.exec(said) ?? [];
  return {
    element,
    part,
    head,
    title,
    numberWords: title === "" ? "" : numberWords,
    summaries,
    sources: sources.map(asSource),
    body: [...headPages, ...(kept.length > 0 ? behindFirstLine(rest, kept) : rest)],
    facsimiles,
  };
}

function isSummary(note: XmlElement): boolean {
  return note.attributes.get("type") === "summary";
}

const FACSIMILE = /^(?:file|pdf|page-count-according-to-citation|page-count.*|facsimile|uh-oh)$/u;

/** Source notes are told by their type from here on. */
function asSource(note: XmlElement): XmlElement {
  return isSourceNote(note)
    ? note
    : { ...note, attributes: new Map([...note.attributes, ["type", "source"]]) };
}

/** Elements that are a line of text. */
const LINE = /^(?:p|dateline|head|salute|signed|item|cell|l|ab|byline|label|speaker)$/u;

/** Puts notes that a title cannot call behind the first line. */
function behindFirstLine(
  nodes: readonly XmlNode[],
  notes: readonly XmlElement[],
): readonly XmlNode[] {
  const [first] = notes;
  if (!first) return nodes;
  const numbers = notes
    .map((note) => note.attributes.get("n") ?? "")
    .filter((n) => /^\w+$/u.test(n));
  const named = numbers.length === 0 ? "a note" : `note ${numbers.join(", ")}`;
  const marks = [
    ...notes,
    doubtElement(
      `${named} stood at the title, which can call none; it may belong elsewhere`,
      first.place,
    ),
  ];
  let done = false;
  const visit = (node: XmlNode): XmlNode => {
    if (done || node.type === "text" || node.name === "note" || isBlank(node)) return node;
    const deeper = withChildren(node, node.children.map(visit));
    if (done) return deeper;
    if (!LINE.test(node.name)) return deeper;
    done = true;
    return withChildren(node, [...node.children, ...marks]);
  };
  const made = nodes.map(visit);
  if (done) return made;
  return [...nodes, { ...first, name: "p", attributes: new Map(), children: marks }];
}
