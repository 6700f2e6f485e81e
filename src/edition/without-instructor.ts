import { divisionNamed } from "./divisions.ts";
import type { Document, Edition, Essay, Reader } from "./edition.ts";
import { streamsOf } from "./own-streams.ts";
import { type Rewriting, kept, mapped, rewriteBlocks, withBlocks } from "./rewrite.ts";
import { stillCalled } from "./called-notes.ts";
import type { Division } from "./text.ts";
import { type Streams, streamNamed, streamOfLabel } from "./streams.ts";

/*
 * What is for those who teach is taken out before anything is written for students. Nodes that hold
 * nothing of it stay the same objects, so that what is known of them by their identity stays known.
 */

/** The edition without notes for instructors, their calls, parts and whole files for the instructor; the same edition where it has none. */
export function withoutInstructor(edition: Edition): Edition {
  const forStudents = studentsOf(streamsOf(edition.settings));
  const hidden = new Set(
    [...edition.essays, ...edition.readers].filter(isForInstructors).map(({ id }) => id),
  );
  const documents = mapped(edition.documents, (one) => studentDocument(one, forStudents));
  const essays = mapped(
    kept(edition.essays, (one) => !isForInstructors(one)),
    (one) => studentProse(one, forStudents),
  );
  const readers = mapped(
    kept(edition.readers, (one) => !isForInstructors(one)),
    (one) => studentReader(studentProse(one, forStudents), hidden),
  );
  const same =
    documents === edition.documents && essays === edition.essays && readers === edition.readers;
  return same ? edition : { ...edition, documents, essays, readers };
}

/** Whether there is anything for instructors in it. */
export function holdsInstructorMatter(edition: Edition): boolean {
  const forStudents = withoutInstructor(edition);
  return (["documents", "essays", "readers"] as const).some(
    (kind) => forStudents[kind] !== edition[kind],
  );
}

/** What is kept for students. */
interface ForStudents extends Required<Rewriting> {
  readonly notes: (notes: Document["notes"]) => Document["notes"];
  readonly divisions: (divisions: Document["before"]) => Document["before"];
}

function studentsOf(streams: Streams): ForStudents {
  return {
    blocks: (blocks) => kept(blocks, (block) => block.type !== "division" || isForEveryone(block)),
    inlines: (inlines) =>
      kept(
        inlines,
        (inline) =>
          inline.type !== "note-call" ||
          streamOfLabel(inline.label, streams)?.audience !== "instructors",
      ),
    notes: (notes) =>
      kept(notes, (note) => streamNamed(note.stream, streams).audience === "everyone"),
    divisions: (divisions) => kept(divisions, isForEveryone),
  };
}

function isForInstructors({ matter }: Essay | Reader): boolean {
  return matter.audience === "instructors";
}

function isForEveryone({ name }: Division): boolean {
  return divisionNamed(name)?.audience !== "instructors";
}

/** A reader without its readings of what only instructors get. */
function studentReader(reader: Reader, hidden: ReadonlySet<string>): Reader {
  if (hidden.size === 0) return reader;
  const blocks = rewriteBlocks(reader.blocks, {
    blocks: (inside) =>
      kept(
        inside,
        (block) =>
          block.type !== "division" ||
          block.name !== "reading" ||
          !hidden.has(block.options?.get("of")?.value ?? ""),
      ),
  });
  const readings = reader.matter.readings?.filter((id) => !hidden.has(id));
  const sameReadings = readings?.length === reader.matter.readings?.length;
  if (blocks === reader.blocks && sameReadings) return reader;
  return {
    ...reader,
    blocks,
    matter: sameReadings ? reader.matter : { ...reader.matter, readings },
  };
}

function studentDocument(document: Document, forStudents: ForStudents): Document {
  const studentDivisions = (divisions: Document["before"]) =>
    mapped(forStudents.divisions(divisions), (division) => withBlocks(division, forStudents));
  const before = studentDivisions(document.before);
  const transcription = rewriteBlocks(document.transcription, forStudents);
  const after = studentDivisions(document.after);
  const notes = stillCalled(
    forStudents.notes(document.notes),
    [...document.before, ...document.transcription, ...document.after],
    [...before, ...transcription, ...after],
  );
  const same =
    notes === document.notes &&
    before === document.before &&
    transcription === document.transcription &&
    after === document.after;
  return same ? document : { ...document, notes, before, transcription, after };
}

function studentProse<Prose extends Essay | Reader>(prose: Prose, forStudents: ForStudents): Prose {
  const blocks = rewriteBlocks(prose.blocks, forStudents);
  const notes = stillCalled(forStudents.notes(prose.notes), prose.blocks, blocks);
  return notes === prose.notes && blocks === prose.blocks ? prose : { ...prose, notes, blocks };
}
