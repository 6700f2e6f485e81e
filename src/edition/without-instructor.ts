import type { Document, Edition, Essay, Reader } from "./edition.ts";
import { streamsOf } from "./own-streams.ts";
import { type Rewriting, kept, mapped, rewriteBlocks, withBlocks } from "./rewrite.ts";
import { type Streams, streamNamed, streamOfLabel } from "./streams.ts";

/*
 * What is for those who teach is taken out before anything is written for students. Nodes that hold
 * nothing of it stay the same objects, so that what is known of them by their identity stays known.
 */

/** The edition without notes for instructors, their calls, and parts for the instructor; the same edition where it has none. */
export function withoutInstructor(edition: Edition): Edition {
  const forStudents = studentsOf(streamsOf(edition.settings));
  const documents = mapped(edition.documents, (one) => studentDocument(one, forStudents));
  const essays = mapped(edition.essays, (one) => studentProse(one, forStudents));
  const readers = mapped(edition.readers, (one) => studentProse(one, forStudents));
  const same =
    documents === edition.documents && essays === edition.essays && readers === edition.readers;
  return same ? edition : { ...edition, documents, essays, readers };
}

/** What is kept for students. */
interface ForStudents extends Required<Rewriting> {
  readonly notes: (notes: Document["notes"]) => Document["notes"];
  readonly divisions: (divisions: Document["before"]) => Document["before"];
}

function studentsOf(streams: Streams): ForStudents {
  return {
    blocks: (blocks) =>
      kept(blocks, (block) => block.type !== "division" || block.name !== "instructor"),
    inlines: (inlines) =>
      kept(
        inlines,
        (inline) =>
          inline.type !== "note-call" ||
          streamOfLabel(inline.label, streams)?.audience !== "instructors",
      ),
    notes: (notes) =>
      kept(notes, (note) => streamNamed(note.stream, streams).audience === "everyone"),
    divisions: (divisions) => kept(divisions, (division) => division.name !== "instructor"),
  };
}

function studentDocument(document: Document, forStudents: ForStudents): Document {
  const studentDivisions = (divisions: Document["before"]) =>
    mapped(forStudents.divisions(divisions), (division) => withBlocks(division, forStudents));
  const notes = forStudents.notes(document.notes);
  const before = studentDivisions(document.before);
  const transcription = rewriteBlocks(document.transcription, forStudents);
  const after = studentDivisions(document.after);
  const same =
    notes === document.notes &&
    before === document.before &&
    transcription === document.transcription &&
    after === document.after;
  return same ? document : { ...document, notes, before, transcription, after };
}

function studentProse<Prose extends Essay | Reader>(prose: Prose, forStudents: ForStudents): Prose {
  const notes = forStudents.notes(prose.notes);
  const blocks = rewriteBlocks(prose.blocks, forStudents);
  return notes === prose.notes && blocks === prose.blocks ? prose : { ...prose, notes, blocks };
}
