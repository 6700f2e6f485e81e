import type { Document, Edition, Essay, Reader } from "./edition.ts";
import { type Rewriting, kept, mapped, rewriteBlocks, withBlocks } from "./rewrite.ts";
import { streamOfLabel } from "./streams.ts";
import type { Block, Division } from "./text.ts";

/*
 * What is for those who teach is taken out before anything is written for students. Nodes that hold
 * nothing of it stay the same objects, so that what is known of them by their identity stays known.
 */

/** The edition without instructor's notes, their calls, and parts for the instructor; the same edition where it has none. */
export function withoutInstructor(edition: Edition): Edition {
  const documents = mapped(edition.documents, studentDocument);
  const essays = mapped(edition.essays, studentProse);
  const readers = mapped(edition.readers, studentProse);
  const same =
    documents === edition.documents && essays === edition.essays && readers === edition.readers;
  return same ? edition : { ...edition, documents, essays, readers };
}

function studentDocument(document: Document): Document {
  const notes = studentNotes(document);
  const before = studentDivisions(document.before);
  const transcription = studentBlocks(document.transcription);
  const after = studentDivisions(document.after);
  const same =
    notes === document.notes &&
    before === document.before &&
    transcription === document.transcription &&
    after === document.after;
  return same ? document : { ...document, notes, before, transcription, after };
}

function studentProse<Prose extends Essay | Reader>(prose: Prose): Prose {
  const notes = studentNotes(prose);
  const blocks = studentBlocks(prose.blocks);
  return notes === prose.notes && blocks === prose.blocks ? prose : { ...prose, notes, blocks };
}

function studentNotes({ notes }: Pick<Document, "notes">): Document["notes"] {
  return kept(notes, (note) => note.stream !== "instructor");
}

function studentDivisions(divisions: readonly Division[]): readonly Division[] {
  const rest = kept(divisions, (division) => division.name !== "instructor");
  return mapped(rest, (division) => withBlocks(division, forStudents));
}

function studentBlocks(blocks: readonly Block[]): readonly Block[] {
  return rewriteBlocks(blocks, forStudents);
}

const forStudents: Rewriting = {
  blocks: (blocks) =>
    kept(blocks, (block) => block.type !== "division" || block.name !== "instructor"),
  inlines: (inlines) =>
    kept(
      inlines,
      (inline) => inline.type !== "note-call" || streamOfLabel(inline.label)?.name !== "instructor",
    ),
};
