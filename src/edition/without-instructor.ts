import { divisionNamed } from "./divisions.ts";
import type { Document, Edition, Essay, Reader, RegisterEntry } from "./edition.ts";
import { imagesIn } from "./images-in.ts";
import { streamsOf } from "./own-streams.ts";
import { type Rewriting, isEmptied, kept, mapped, rewriteBlocks, withBlocks } from "./rewrite.ts";
import { stillCalled } from "./called-notes.ts";
import type { Block, Division, Note } from "./text.ts";
import { type Streams, streamNamed, streamOfLabel } from "./streams.ts";
import { type TextNode, plainText, walk } from "./walk.ts";
import { withoutCalls } from "./without-calls.ts";

/*
 * What is for those who teach is taken out before anything is written for students. Nodes that hold
 * nothing of it stay the same objects, so that what is known of them by their identity stays known.
 */

/** The edition without notes for instructors, their calls, parts, pictures and whole files for the instructor; the same edition where it has none. */
export function withoutInstructor(edition: Edition): Edition {
  const streams = streamsOf(edition.settings);
  const hidden = new Set(
    [...edition.essays, ...edition.readers].filter(isForInstructors).map(({ id }) => id),
  );
  const documents = mapped(edition.documents, (one) => studentDocument(one, streams));
  const essays = mapped(
    kept(edition.essays, (one) => !isForInstructors(one)),
    (one) => studentProse(one, streams),
  );
  const readers = mapped(
    kept(edition.readers, (one) => !isForInstructors(one)),
    (one) => studentReader(studentProse(one, streams), hidden),
  );
  const register = mapped(edition.register, (entry) => studentEntry(entry));
  const same =
    documents === edition.documents &&
    essays === edition.essays &&
    readers === edition.readers &&
    register === edition.register;
  if (same) return edition;
  const students = { ...edition, documents, essays, readers, register };
  return { ...students, images: studentImages(edition, students) };
}

/** Whether there is anything for instructors in it. */
export function holdsInstructorMatter(edition: Edition): boolean {
  return withoutInstructor(edition) !== edition;
}

/** Pictures that students see, and those that no text shows: a template may. */
function studentImages(edition: Edition, students: Edition): readonly string[] {
  const seen = imagesIn(students);
  const all = imagesIn(edition);
  return kept(edition.images, (image) => seen.has(image) || !all.has(image));
}

/** Takes out what is not for students of some blocks, without looking into them. */
function studentBlocks(blocks: readonly Block[]): readonly Block[] {
  return kept(blocks, isForEveryone);
}

/** What is taken out of a text with some notes, and the notes that stay. */
function studentNotes(
  notes: readonly Note[],
  streams: Streams,
): { readonly notes: readonly Note[]; readonly rewriting: Rewriting } {
  const open = kept(notes, ({ stream }) => streamNamed(stream, streams).audience === "everyone");
  const rewritten = mapped(open, (note) => withBlocks(note, { blocks: studentBlocks }));
  const left =
    rewritten === open
      ? open
      : rewritten.filter((note, at) => note === open[at] || note.blocks.length > 0);
  const labels = new Set(left.map(({ label }) => label));
  const emptied = new Set(open.map(({ label }) => label).filter((label) => !labels.has(label)));
  return {
    notes: left,
    rewriting: {
      blocks: studentBlocks,
      inlines: (inlines) =>
        withoutCalls(
          inlines,
          ({ label }) =>
            emptied.has(label) || streamOfLabel(label, streams)?.audience === "instructors",
        ),
    },
  };
}

function isForInstructors({ matter }: Essay | Reader): boolean {
  return matter.audience === "instructors";
}

function isForEveryone(block: Block): boolean {
  return block.type !== "division" || divisionNamed(block.name)?.audience !== "instructors";
}

/** A reader without its readings of what only instructors get. One of which none are left reads nothing, not everything. */
function studentReader(reader: Reader, hidden: ReadonlySet<string>): Reader {
  if (hidden.size === 0) return reader;
  const isHidden = ({ options }: Division): boolean => hidden.has(options?.get("of")?.value ?? "");
  const blocks = rewriteBlocks(reader.blocks, {
    blocks: (inside) => kept(inside, (block) => !isReading(block) || !isHidden(block)),
  });
  const named = reader.matter.readings;
  const left = named && kept(named, (id) => !hidden.has(id));
  if (blocks === reader.blocks && left === named) return reader;
  const notes = stillCalled(reader.notes, reader.blocks, blocks);
  const readings = left ?? ([...walk(blocks)].some(isReading) ? undefined : []);
  const matter = readings === named ? reader.matter : { ...reader.matter, readings };
  return { ...reader, notes, blocks, matter };
}

function isReading(node: TextNode): node is Division {
  return node.type === "division" && node.name === "reading";
}

function studentDocument(document: Document, streams: Streams): Document {
  const { notes: open, rewriting } = studentNotes(document.notes, streams);
  const divisions = (inside: readonly Division[]): readonly Division[] => {
    const left = kept(inside, isForEveryone);
    const rewritten = mapped(left, (division) => withBlocks(division, rewriting));
    return rewritten === left
      ? left
      : rewritten.filter((division, at) => division === left[at] || !isEmptied(division));
  };
  const abstract = rewriteBlocks(document.abstract, rewriting);
  const before = divisions(document.before);
  const transcription = rewriteBlocks(document.transcription, rewriting);
  const after = divisions(document.after);
  const notes = stillCalled(
    open,
    [...document.before, ...document.transcription, ...document.after],
    [...before, ...transcription, ...after],
  );
  const same =
    notes === document.notes &&
    abstract === document.abstract &&
    before === document.before &&
    transcription === document.transcription &&
    after === document.after;
  if (same) return document;
  const matter =
    abstract === document.abstract
      ? document.matter
      : { ...document.matter, abstract: plainText(abstract) };
  return { ...document, matter, notes, abstract, before, transcription, after };
}

function studentProse<Prose extends Essay | Reader>(prose: Prose, streams: Streams): Prose {
  const { notes: open, rewriting } = studentNotes(prose.notes, streams);
  const blocks = rewriteBlocks(prose.blocks, rewriting);
  const notes = stillCalled(open, prose.blocks, blocks);
  return notes === prose.notes && blocks === prose.blocks ? prose : { ...prose, notes, blocks };
}

function studentEntry(entry: RegisterEntry): RegisterEntry {
  const description = rewriteBlocks(entry.description, { blocks: studentBlocks });
  return description === entry.description
    ? entry
    : { ...entry, description, matter: { ...entry.matter, description: plainText(description) } };
}
