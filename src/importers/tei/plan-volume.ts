import { pageAnchor } from "../../edition/page-anchor.ts";
import { visitElements, type XmlElement, type XmlNode } from "../xml/xml-tree.ts";
import { type DocumentParts, partsOf } from "./document-parts.ts";
import type { PlannedDocument } from "./draft-document.ts";
import { isPage, wordsOf } from "./letters.ts";
import { liftNotes } from "./lift-notes.ts";
import { type Ids, slug, xmlId } from "./names.ts";
import { type NoteLabel, labelNotes } from "./note-labels.ts";
import type { Remarks } from "./remarks.ts";
import type { Vocabulary } from "./slips.ts";
import type { Targets } from "./targets.ts";
import { type Unit, headOf, withoutNotes } from "./units.ts";
import type { VolumeHeader } from "./volume-header.ts";
import { pageOf } from "./word-forms.ts";

/** An essay as it is to be drafted. */
export interface PlannedEssay {
  readonly id: string;
  /** The last part of its file's name. */
  readonly name: string;
  readonly title: string;
  readonly head: XmlElement | undefined;
  readonly nodes: readonly XmlNode[];
  readonly order: number;
}

/** What a volume's parts become. */
export interface VolumePlan {
  readonly documents: readonly PlannedDocument[];
  readonly essays: readonly PlannedEssay[];
  readonly labels: ReadonlyMap<XmlElement, NoteLabel>;
}

/** Gives everything its id, its number and its labels, and tells references where to lead. */
export function planVolume(
  units: readonly Unit[],
  header: VolumeHeader,
  ids: Ids,
  targets: Targets,
  vocabulary: Vocabulary,
  remarks: Remarks,
): VolumePlan {
  const labels = new Map<XmlElement, NoteLabel>();
  const documents: PlannedDocument[] = [];
  const essays: PlannedEssay[] = [];
  const numbers = new Numbers(units);
  let told: readonly string[] = [];
  for (const unit of units) {
    if (unit.kind === "document") {
      const parts = partsOf(unit, vocabulary, remarks);
      const ownId = xmlId(unit.element);
      const id = ids.take(`${header.id}-${slug(ownId ?? "") || `doc-${documents.length + 1}`}`);
      labelNotes([...parts.sources, ...parts.body], labels);
      const newHeadings = parts.part.flatMap((words, depth): [number, string][] =>
        told.slice(0, depth + 1).join("\n") === parts.part.slice(0, depth + 1).join("\n")
          ? []
          : [[depth, words]],
      );
      told = parts.part;
      documents.push({ parts, id, ownId, ...numbers.of(parts), newHeadings });
      addTargets([unit.element, ...parts.sources, ...parts.body], id, labels, targets);
    } else if (unit.kind === "essay") {
      essays.push(planEssay(unit, header, ids, essays.length, labels, targets));
    }
  }
  return { documents, essays, labels };
}

/** The numbers of documents. One that has none, or another's, is numbered behind all others. */
class Numbers {
  readonly #taken = new Set<number>();
  #last = 0;

  constructor(units: readonly Unit[]) {
    for (const unit of units) {
      if (unit.kind === "document") {
        this.#last = Math.max(this.#last, wholeNumber(numberWordsOf(unit.element)) ?? 0);
      }
    }
  }

  of(parts: DocumentParts): Pick<PlannedDocument, "number" | "numberDoubt"> {
    const written = parts.element.attributes.get("n")?.trim() || parts.numberWords.trim();
    const whole = wholeNumber(written);
    if (whole !== undefined && !this.#taken.has(whole)) {
      this.#taken.add(whole);
      return { number: whole, numberDoubt: undefined };
    }
    this.#last += 1;
    this.#taken.add(this.#last);
    const why =
      written === ""
        ? "the volume gives it no number"
        : whole === undefined
          ? `the volume numbers it "${written}"`
          : `the volume numbers it ${whole}, as it does another`;
    return { number: this.#last, numberDoubt: `${why}; here it stands behind all others` };
  }
}

function numberWordsOf(element: XmlElement): string {
  const head = headOf(element);
  return element.attributes.get("n")?.trim() || (head ? wordsOf(withoutNotes(head)) : "");
}

/** "53", "53.", "[53]", "No. 53". */
function wholeNumber(written: string): number | undefined {
  const digits = /^\[?(?:No\.?\s*)?\[?(\d{1,6})\]?(?:\s*\.|$)/u.exec(written)?.[1];
  const number = Number(digits ?? "0");
  return number > 0 ? number : undefined;
}

function planEssay(
  unit: Extract<Unit, { kind: "essay" }>,
  header: VolumeHeader,
  ids: Ids,
  count: number,
  labels: Map<XmlElement, NoteLabel>,
  targets: Targets,
): PlannedEssay {
  const nodes = liftNotes(unit.nodes);
  const first = headOf({ ...unit.element, children: nodes });
  const title = first ? wordsOf(withoutNotes(first)) : "";
  const own = xmlId(unit.element) ?? "";
  const name = slug(own) || slug(title).slice(0, 60) || `text-${count + 1}`;
  const id = ids.take(`${header.id}-${name}`);
  const notes = first ? notesOf(first) : [];
  const rest = nodes.flatMap((node): readonly XmlNode[] => (node === first ? notes : [node]));
  labelNotes(rest, labels);
  addTargets([unit.element, ...rest], id, labels, targets);
  return {
    id,
    name: id.slice(header.id.length + 1),
    title: title || unit.called || `Text ${count + 1}`,
    head: title === "" ? undefined : first,
    nodes: title === "" && first ? nodes : rest,
    order: (count + 1) * 10,
  };
}

function notesOf(head: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  visitElements(head, (element) => {
    if (element.name === "note" || isPage(element)) found.push(element);
  });
  return found;
}

/** What can be referred to in a text: itself, its notes, its pages, its attachments; anything else in it is the text. */
function addTargets(
  nodes: readonly XmlNode[],
  id: string,
  labels: ReadonlyMap<XmlElement, NoteLabel>,
  targets: Targets,
): void {
  const [self, ...rest] = nodes;
  const own = self?.type === "element" ? xmlId(self) : undefined;
  if (own !== undefined) targets.add(own, id);
  const visit = (element: XmlElement): void => {
    const written = xmlId(element);
    if (written !== undefined) targets.add(written, targetOf(element, id, labels));
    // A document of its own within it has its own targets.
    for (const child of element.children) if (child.type === "element") visit(child);
  };
  for (const node of rest) if (node.type === "element") visit(node);
}

function targetOf(
  element: XmlElement,
  id: string,
  labels: ReadonlyMap<XmlElement, NoteLabel>,
): string {
  const label = labels.get(element);
  if (label) return `${id}:${label.coordinate}`;
  const page = element.name === "pb" ? pageOf(element) : undefined;
  const anchor = page === undefined ? undefined : pageAnchor(page);
  return anchor === undefined ? id : `${id}:${anchor}`;
}
