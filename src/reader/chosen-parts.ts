import type { DivisionName } from "../edition/divisions.ts";
import type { Document, Essay, Reader } from "../edition/edition.ts";
import type { ApparatusPart, ReaderMatter } from "../edition/reader-matter.ts";
import { type Rewriting, kept, mapped, rewriteBlocks, withBlocks } from "../edition/rewrite.ts";
import { type Streams, streamNamed, streamOfLabel } from "../edition/streams.ts";
import { withoutCalls } from "../edition/without-calls.ts";

/** By which name a reader chooses the teaching parts of documents. */
const PART_OF: ReadonlyMap<DivisionName, ApparatusPart> = new Map([
  ["headnote", "headnotes"],
  ["questions", "questions"],
  ["comparison", "questions"],
  ["vocabulary", "vocabulary"],
  ["context", "context"],
  ["worksheet", "worksheets"],
]);

/** Readings and readers with what a reader chooses: its streams of notes, and for readings their teaching parts. */
export const chosenParts = {
  /** The reader's own words without notes of streams that it leaves out. */
  ofReader(reader: Reader, streams: Streams): Pick<Reader, "blocks" | "notes"> {
    const chosen = notesChosen(reader.matter, streams);
    return { blocks: rewriteBlocks(reader.blocks, chosen), notes: chosen.notes(reader.notes) };
  },

  /** A document or an essay with the notes and the teaching parts that the reader chooses. */
  ofReading(reading: Document | Essay, { matter }: Reader, streams: Streams): Document | Essay {
    const chosen = notesChosen(matter, streams);
    const notes = chosen.notes(reading.notes);
    const blocks = (inside: Document["transcription"]) =>
      rewriteBlocks(
        kept(inside, (block) => block.type !== "division" || isChosen(block.name, matter)),
        chosen,
      );
    if (reading.kind === "essay") return { ...reading, notes, blocks: blocks(reading.blocks) };
    const divisions = (inside: Document["before"]) =>
      mapped(
        kept(inside, ({ name }) => isChosen(name, matter)),
        (division) => withBlocks(division, chosen),
      );
    const labels = new Set(notes.map(({ label }) => label));
    return {
      ...reading,
      notes,
      headNotes: reading.headNotes.filter((label) => labels.has(label)),
      before: divisions(reading.before),
      transcription: blocks(reading.transcription),
      after: divisions(reading.after),
    };
  },
};

/** Whether a reader contains a part of the apparatus. */
export function contains({ apparatus }: ReaderMatter, part: ApparatusPart): boolean {
  return apparatus === undefined || apparatus.includes(part);
}

function isChosen(name: DivisionName, matter: ReaderMatter): boolean {
  const part = PART_OF.get(name);
  return part === undefined || contains(matter, part);
}

/** Notes for instructors are not a reader’s to choose: its variant has them or not. */
function notesChosen(
  { notes }: ReaderMatter,
  streams: Streams,
): Rewriting & { readonly notes: (all: Reader["notes"]) => Reader["notes"] } {
  if (notes === undefined) return { notes: (all) => all };
  const names = new Set(notes);
  const isKept = (name: string): boolean =>
    names.has(name) || streamNamed(name, streams).audience === "instructors";
  return {
    notes: (all) => kept(all, ({ stream }) => isKept(stream)),
    inlines: (inlines) =>
      withoutCalls(inlines, ({ label }) => {
        const stream = streamOfLabel(label, streams);
        return stream !== undefined && !isKept(stream.name);
      }),
  };
}
