import { type NoteKey, type NoteKind, type RawParagraph, keyOf } from "./raw-paragraph.ts";

/** The notes that a document calls, in the order of their calls, each with its label. */
export type NoteLabels = ReadonlyMap<string, { readonly key: NoteKey; readonly label: string }>;

/**
 * Labels of notes: footnotes by their number; endnotes too where there are no footnotes, else `e1`;
 * comments in the textual stream; a note on the title is the source note. A note that is called twice
 * has its first label.
 */
export function labelNotes(
  paragraphs: readonly RawParagraph[],
  title: RawParagraph | undefined,
  exists: (note: NoteKey) => boolean,
): NoteLabels {
  const calls = callsIn(paragraphs).filter(exists);
  const onTitle = new Set(
    (title?.pieces ?? []).flatMap((piece) =>
      typeof piece !== "string" && piece.kind !== "comment" ? [keyOf(piece)] : [],
    ),
  );
  const hasFootnotes = calls.some((key) => key.kind === "footnote" && !onTitle.has(keyOf(key)));
  const prefixes: Readonly<Record<NoteKind, string>> = {
    footnote: "",
    endnote: hasFootnotes ? "e" : "",
    comment: "tx:",
  };
  const counts: Record<NoteKind, number> = { footnote: 0, endnote: 0, comment: 0 };
  const labels = new Map<string, { readonly key: NoteKey; readonly label: string }>();
  let sources = 0;
  for (const key of calls) {
    if (labels.has(keyOf(key))) continue;
    if (onTitle.has(keyOf(key))) {
      sources += 1;
      labels.set(keyOf(key), { key, label: sources === 1 ? "src" : `src:${sources}` });
      continue;
    }
    counts[key.kind] += 1;
    labels.set(keyOf(key), { key, label: `${prefixes[key.kind]}${counts[key.kind]}` });
  }
  return labels;
}

/** Calls in the text, and behind each those in the note that it calls. */
function callsIn(paragraphs: readonly RawParagraph[]): readonly NoteKey[] {
  const within = new Map<string, NoteKey[]>();
  const outside: NoteKey[] = [];
  for (const { note, pieces } of paragraphs) {
    const calls = pieces.filter((piece) => typeof piece !== "string");
    if (!note) outside.push(...calls);
    else within.set(keyOf(note), [...(within.get(keyOf(note)) ?? []), ...calls]);
  }
  const seen = new Set<string>();
  const found: NoteKey[] = [];
  const queue = [...outside];
  for (let at = 0; at < queue.length; at += 1) {
    const key = queue[at];
    if (!key || seen.has(keyOf(key))) continue;
    seen.add(keyOf(key));
    found.push(key);
    queue.push(...(within.get(keyOf(key)) ?? []));
  }
  return found;
}
