import type { ActName } from "../edition/acts.ts";
import type { Coordinate } from "../edition/coordinates.ts";
import { divisionNamed } from "../edition/divisions.ts";
import type { Entity } from "../edition/edition.ts";
import { pageAnchor } from "../edition/page-anchor.ts";
import type { StreamName, Streams } from "../edition/streams.ts";
import type {
  Anchor,
  Block,
  Citation,
  Division,
  Heading,
  NoteCall,
  PageBreak,
  Reference,
} from "../edition/text.ts";
import { type TextNode, childrenOf, plainText, walk } from "../edition/walk.ts";
import type { NumberedNote } from "./apparatus.ts";
import { type Scope, headNotesOf, notesOf, textsOf } from "./entity-texts.ts";
import { numberNotes } from "./note-numbers.ts";

/** Where in an entity a node stands. */
export interface Standing {
  /** The paragraph or the note; absent where none is numbered. */
  readonly coordinate: Coordinate | undefined;
  readonly scope: Scope;
  /** Whether it is shown at all: a note that is never called is not. */
  readonly shown: boolean;
  /** Whether the words are the document's own. */
  readonly ownWords: boolean;
}

/** A reference and where it stands. */
export interface ReferenceOccurrence extends Standing {
  readonly owner: Entity;
  readonly reference: Reference;
  /** The node that follows at once in the same line, blanks and doubts aside. */
  readonly next: TextNode | undefined;
  /** Whether an importer's doubt stands at once before or behind it, blanks aside. */
  readonly doubted: boolean;
}

/** A citation and where it stands. */
export interface CitationOccurrence extends Standing {
  readonly owner: Entity;
  readonly citation: Citation;
  /** Whether a sentence begins with it. */
  readonly begins: boolean;
  /** The letters directly behind it; nothing where its paragraph ends. */
  readonly behind: string | undefined;
}

/** A place that an editor named, or at which a page of the original begins, and where it stands. */
export interface NamedPlace {
  readonly id: string;
  readonly node: Anchor | Heading | Division | PageBreak;
  readonly coordinate: Coordinate | undefined;
}

/** A dated part of a sheet and the number of its first paragraph. */
export interface DatedPart {
  readonly division: Division;
  readonly paragraph: number | undefined;
}

/** What occurs in the text of one entity, in reading order. */
export interface Occurrences {
  readonly owner: Entity;
  readonly references: readonly ReferenceOccurrence[];
  readonly citations: readonly CitationOccurrence[];
  /** By name; of two with one name, which is an error of its own, the first. What an editor named goes before pages. */
  readonly namedPlaces: ReadonlyMap<string, NamedPlace>;
  readonly datedParts: readonly DatedPart[];
  readonly calls: ReadonlyMap<NoteCall, NumberedNote>;
  /** The notes of the head, then the others in the order of their calls. */
  readonly notes: readonly NumberedNote[];
  readonly noteIds: ReadonlySet<string>;
  readonly acts: ReadonlySet<ActName>;
  readonly streams: ReadonlySet<StreamName>;
  /** How many paragraphs are numbered. */
  readonly paragraphs: number;
}

/** Blocks whose words can call notes. */
const HOLDS_WORDS: ReadonlySet<TextNode["type"]> = new Set([
  "paragraph",
  "heading",
  "table",
  "definitions",
]);

/** Reads the whole text of an entity, the one time for all of the apparatus. A note is read where it is first called. */
export function occurrencesIn(owner: Entity, streams: Streams): Occurrences {
  const references: ReferenceOccurrence[] = [];
  const citations: CitationOccurrence[] = [];
  const namedPlaces = new Map<string, NamedPlace>();
  const datedParts: DatedPart[] = [];
  const acts = new Set<ActName>();
  let paragraphs = 0;
  const notes = numberNotes(notesOf(owner), streams);
  // A called note waits until its paragraph is read. Notes that call notes are an error, but must not go round for ever.
  const waiting: { readonly note: NumberedNote; readonly standing: Standing }[] = [];
  // What is for instructors is read last, so that the numbers of notes are the same for those who do not get it.
  const forInstructors: { readonly division: Division; readonly standing: Standing }[] = [];
  let insideOfNote = false;

  const pages: NamedPlace[] = [];
  const name = (
    node: Anchor | Heading | Division,
    { shown }: Standing,
    coordinate?: Coordinate,
  ): void => {
    const { id } = node;
    if (id === undefined || !shown || namedPlaces.has(id)) return;
    namedPlaces.set(id, { id, node, coordinate });
  };

  const readWaiting = (): void => {
    if (insideOfNote) return;
    insideOfNote = true;
    for (const { note, standing } of waiting) read(note.note.blocks, insideNote(note, standing));
    waiting.length = 0;
    insideOfNote = false;
  };

  const read = (nodes: readonly TextNode[], standing: Standing): void => {
    for (const [index, node] of nodes.entries()) {
      let inside = standing;
      switch (node.type) {
        case "paragraph":
        case "table":
          if (node.number === undefined) break;
          paragraphs = Math.max(paragraphs, node.number);
          inside = { ...standing, coordinate: { kind: "paragraph", number: node.number } };
          break;
        case "division": {
          if (isForInstructors(node) && standing.scope !== "instructor") {
            forInstructors.push({ division: node, standing: { ...standing, scope: "instructor" } });
            continue;
          }
          inside = insideDivision(node, standing);
          const paragraph = firstParagraph(node.blocks);
          if (node.date) datedParts.push({ division: node, paragraph });
          name(node, standing, paragraphCoordinate(paragraph) ?? standing.coordinate);
          break;
        }
        case "anchor":
        case "heading":
          name(node, standing, standing.coordinate);
          break;
        case "reference": {
          const next = neighbor(nodes, index, 1, isSilent);
          const doubted = ([1, -1] as const).some(
            (step) => neighbor(nodes, index, step, isBlank)?.type === "doubt",
          );
          references.push({ owner, reference: node, ...standing, next, doubted });
          break;
        }
        case "citation": {
          const before = neighbor(nodes, index, -1, isSilent);
          const next = neighbor(nodes, index, 1, isSilent);
          citations.push({
            owner,
            citation: node,
            ...standing,
            begins: before === undefined || /[.?!]["”’)]?\s*$/u.test(plainText([before])),
            behind: next && plainText([next]),
          });
          break;
        }
        case "page-break": {
          const id = pageAnchor(node.page);
          // An abstract is shown in lists as well, where other documents have such pages too.
          if (id !== undefined && standing.shown && standing.scope !== "abstract")
            pages.push({ id, node, coordinate: standing.coordinate });
          break;
        }
        case "act":
          if (standing.shown) acts.add(node.act);
          break;
        case "note-call": {
          const note = standing.shown ? notes.call(node) : undefined;
          if (note) waiting.push({ note, standing });
          break;
        }
        case "text":
        case "emphasis":
        case "strong":
        case "styled":
        case "foreign":
        case "code":
        case "link":
        case "image":
        case "line-break":
        case "list":
        case "quotation":
        case "figure":
        case "rule":
        case "definitions":
        case "code-block":
        case "omission":
        case "doubt":
          break;
      }
      read(childrenOf(node), inside);
      if (HOLDS_WORDS.has(node.type)) readWaiting();
    }
  };

  for (const note of headNotesOf(owner)) {
    const numbered = notes.atHead(note);
    const head = { coordinate: undefined, scope: "text", shown: true, ownWords: false } as const;
    read(note.blocks, insideNote(numbered, head));
  }
  for (const { blocks, scope, ownWords } of textsOf(owner)) {
    read(blocks, { coordinate: undefined, scope, shown: true, ownWords });
  }
  for (const { division, standing } of forInstructors) read([division], standing);
  // A note that is never called is an error of its own; what it refers to is checked all the same.
  for (const note of notesOf(owner)) {
    if (!notes.called.has(note.label))
      read(note.blocks, { coordinate: undefined, scope: "text", shown: false, ownWords: false });
  }
  for (const page of pages) if (!namedPlaces.has(page.id)) namedPlaces.set(page.id, page);
  const called = [...notes.called.values()];
  return {
    owner,
    references,
    citations,
    namedPlaces,
    datedParts,
    calls: notes.calls,
    notes: called,
    noteIds: new Set(called.map(({ id }) => id)),
    acts,
    streams: new Set(called.map(({ stream }) => stream.name)),
    paragraphs,
  };
}

function isForInstructors({ name }: Division): boolean {
  return divisionNamed(name)?.audience === "instructors";
}

function insideDivision(division: Division, standing: Standing): Standing {
  const teaching = divisionNamed(division.name)?.side === "teaching";
  return { ...standing, ownWords: standing.ownWords && !teaching };
}

function insideNote({ stream, number }: NumberedNote, { scope }: Standing): Standing {
  return {
    coordinate: { kind: "note", stream, number },
    scope: stream.audience === "instructors" ? "instructor" : scope,
    shown: true,
    ownWords: stream.voice === "document",
  };
}

/** The number of the first numbered paragraph of some blocks. */
function firstParagraph(blocks: readonly Block[]): number | undefined {
  for (const node of walk(blocks)) {
    if ((node.type === "paragraph" || node.type === "table") && node.number !== undefined) {
      return node.number;
    }
  }
  return undefined;
}

function paragraphCoordinate(number: number | undefined): Coordinate | undefined {
  return number === undefined ? undefined : { kind: "paragraph", number };
}

/** The node behind another, or before it, those aside that are passed over. */
function neighbor(
  nodes: readonly TextNode[],
  index: number,
  step: 1 | -1,
  isPassed: (node: TextNode) => boolean,
): TextNode | undefined {
  for (let at = index + step; at >= 0 && at < nodes.length; at += step) {
    const node = nodes[at];
    if (node && !isPassed(node)) return node;
  }
  return undefined;
}

function isBlank(node: TextNode): boolean {
  return node.type === "text" && node.value.trim() === "";
}

function isSilent(node: TextNode): boolean {
  return node.type === "doubt" || isBlank(node);
}
