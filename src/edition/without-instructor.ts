import type { Document, Edition, Essay, Reader } from "./edition.ts";
import { streamOfLabel } from "./streams.ts";
import type { Block, Division, Inline, List, Table } from "./text.ts";

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
  return mapped(rest, (division) => withBlocks(division));
}

function studentBlocks(blocks: readonly Block[]): readonly Block[] {
  const rest = kept(blocks, (block) => block.type !== "division" || block.name !== "instructor");
  return mapped(rest, studentBlock);
}

function studentBlock(block: Block): Block {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return withChildren(block);
    case "quotation":
    case "division":
      return withBlocks(block);
    case "list":
      return studentList(block);
    case "table":
      return studentTable(block);
    case "definitions": {
      const entries = mapped(block.entries, (entry) => {
        const terms = mapped(entry.terms, studentInlines);
        const meanings = mapped(entry.meanings, studentBlocks);
        return terms === entry.terms && meanings === entry.meanings ? entry : { terms, meanings };
      });
      return entries === block.entries ? block : { ...block, entries };
    }
    case "figure":
    case "rule":
    case "code-block":
    case "doubt":
      return block;
  }
}

function studentList(list: List): List {
  const entries = mapped(list.entries, withBlocks);
  return entries === list.entries ? list : { ...list, entries };
}

function studentTable(table: Table): Table {
  const head = mapped(table.head, studentInlines);
  const rows = mapped(table.rows, (row) => mapped(row, studentInlines));
  return head === table.head && rows === table.rows ? table : { ...table, head, rows };
}

function studentInlines(inlines: readonly Inline[]): readonly Inline[] {
  const rest = kept(
    inlines,
    (inline) => inline.type !== "note-call" || streamOfLabel(inline.label)?.name !== "instructor",
  );
  return mapped(rest, (inline) => ("children" in inline ? withChildren(inline) : inline));
}

function withBlocks<Holder extends { readonly blocks: readonly Block[] }>(holder: Holder): Holder {
  const blocks = studentBlocks(holder.blocks);
  return blocks === holder.blocks ? holder : { ...holder, blocks };
}

function withChildren<Holder extends { readonly children: readonly Inline[] }>(
  holder: Holder,
): Holder {
  const children = studentInlines(holder.children);
  return children === holder.children ? holder : { ...holder, children };
}

/** As `filter`, but the same list where everything is kept. */
function kept<Part>(parts: readonly Part[], keep: (part: Part) => boolean): readonly Part[] {
  return parts.every(keep) ? parts : parts.filter(keep);
}

/** As `map`, but the same list where nothing changes. */
function mapped<Part>(parts: readonly Part[], change: (part: Part) => Part): readonly Part[] {
  const changed = parts.map(change);
  return changed.every((part, position) => part === parts[position]) ? parts : changed;
}
