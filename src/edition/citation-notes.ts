import { citesInNotes } from "./citation-styles.ts";
import type { Edition } from "./edition.ts";
import { type Rewriting, mapped, rewriteBlocks, withBlocks } from "./rewrite.ts";
import type { Block, Citation, Inline, Note, NoteCall, Text } from "./text.ts";

/*
 * In a style that cites in notes, a citation in a headnote or an essay is a note of the editor's. In a
 * note it is part of that note; in an abstract or a register, which can have no notes, it stays where it is.
 */

/** The edition with such citations made notes and their calls; the same edition where there is none. */
export function withCitationNotes(edition: Edition): Edition {
  if (!edition.citing || !citesInNotes(edition.citing.style)) return edition;
  const documents = mapped(edition.documents, (document) => {
    const notes: Note[] = [];
    const rewriting = rewritingInto(notes, document.notes);
    const before = mapped(document.before, (part) => withBlocks(part, rewriting));
    const transcription = rewriteBlocks(document.transcription, rewriting);
    const after = mapped(document.after, (part) => withBlocks(part, rewriting));
    const written = mapped(document.notes, withPunctuation);
    if (notes.length === 0 && written === document.notes) return document;
    return { ...document, before, transcription, after, notes: [...written, ...notes] };
  });
  const essays = mapped(edition.essays, withProse);
  const readers = mapped(edition.readers, withProse);
  const same =
    documents === edition.documents && essays === edition.essays && readers === edition.readers;
  return same ? edition : { ...edition, documents, essays, readers };
}

function withProse<
  Prose extends { readonly blocks: readonly Block[]; readonly notes: readonly Note[] },
>(prose: Prose): Prose {
  const notes: Note[] = [];
  const blocks = rewriteBlocks(prose.blocks, rewritingInto(notes, prose.notes));
  const written = mapped(prose.notes, withPunctuation);
  if (notes.length === 0 && written === prose.notes) return prose;
  return { ...prose, blocks, notes: [...written, ...notes] };
}

/** A note whose citations have the full stops and commas that stand directly behind them. */
function withPunctuation(note: Note): Note {
  return withBlocks(note, {
    inlines: (inlines) => {
      if (!inlines.some(({ type }) => type === "citation")) return inlines;
      return inlines.flatMap((inline, index): readonly Inline[] => {
        const [before, next] = [inlines[index - 1], inlines[index + 1]];
        if (inline.type === "citation" && next?.type === "text") {
          const punctuation = punctuationOf(next);
          return [punctuation === undefined ? inline : { ...inline, punctuation }];
        }
        if (inline.type !== "text" || before?.type !== "citation") return [inline];
        const value = punctuationOf(inline) === undefined ? inline.value : inline.value.slice(1);
        return value === "" ? [] : [{ ...inline, value }];
      });
    },
  });
}

function punctuationOf({ value }: Text): "." | "," | undefined {
  const [first] = value;
  return first === "." || first === "," ? first : undefined;
}

/** Takes citations out of lines, and puts them into notes beside those that there are. */
function rewritingInto(notes: Note[], written: readonly Note[]): Rewriting {
  const labels = new Set(written.map(({ label }) => label));
  return {
    inlines: (inlines) => {
      if (!inlines.some(({ type }) => type === "citation")) return inlines;
      const line: Inline[] = [];
      let calls: NoteCall[] = [];
      for (const inline of inlines) {
        if (inline.type === "citation") {
          if (calls.length === 0 && !inline.inSentence) trimEnd(line);
          const note = noteOf(inline, labels);
          notes.push(note);
          if (inline.inSentence) line.push(...calls.splice(0), inline);
          calls.push({ type: "note-call", label: note.label, place: inline.place });
        } else if (calls.length > 0 && inline.type === "text") {
          addBehind(line, calls, inline);
          calls = [];
        } else line.push(...calls.splice(0), inline);
      }
      return [...line, ...calls];
    },
  };
}

/** A call stands directly behind the words that it is about. */
function trimEnd(line: Inline[]): void {
  const last = line.at(-1);
  if (last?.type !== "text") return;
  const value = last.value.trimEnd();
  line.splice(-1, 1, ...(value === "" ? [] : [{ ...last, value }]));
}

/** A call stands behind a full stop, not before it. */
function addBehind(line: Inline[], calls: readonly NoteCall[], text: Text): void {
  const [stop = ""] = /^[.,;:!?…]+["”’)]*/u.exec(text.value) ?? [];
  const last = line.at(-1);
  if (stop !== "") {
    if (last?.type === "text") line.splice(-1, 1, { ...last, value: last.value + stop });
    else line.push({ ...text, value: stop });
  }
  line.push(...calls);
  const rest = text.value.slice(stop.length);
  if (rest !== "") line.push({ ...text, value: rest });
}

function noteOf(citation: Citation, labels: ReadonlySet<string>): Note {
  const { place } = citation;
  let label = `citation-${place.line}.${place.column}`;
  while (labels.has(label)) label += ".";
  const [first, ...others] = citation.cites;
  const cites =
    citation.inSentence && first ? [{ ...first, withoutAuthor: true }, ...others] : citation.cites;
  const children = [{ ...citation, inSentence: false, cites }];
  return {
    label,
    stream: "editor",
    blocks: [{ type: "paragraph", children, place }],
    place,
  };
}
