import type { Place } from "../../../diagnostics/place.ts";
import { didYouMean } from "../../../diagnostics/suggest.ts";
import { type Streams, streamOfLabel } from "../../../edition/streams.ts";
import { definedLabel } from "../blocks/note-definition.ts";
import { blockMeta } from "../placed-states.ts";
import type { Reading, Report } from "../reading.ts";
import { readBlocks } from "./blocks.ts";
import { withoutDoubts } from "./doubts.ts";
import type { Branch } from "./token-tree.ts";

/** `[^tr:1]: text`: puts the note aside, in the order of definition. */
export function readNote(branch: Branch, reading: Reading): void {
  const label = definedLabel(branch.token);
  const place = reading.placeAt(blockMeta(branch.token).at);
  const stream = streamOfLabel(label, reading.streams);
  if (!stream) reportStream(label, place, reading);
  // The author’s own notes are the document’s letters as much as its text.
  const voice = stream?.voice === "document" ? "transcription" : "commentary";
  const blocks = readBlocks(branch.branches, { ...reading, inNote: true }, voice);
  if (withoutDoubts(blocks).length === 0)
    reading.report("note-empty", place, `the note [^${label}] has no text`);
  reading.notes.push({ label, stream: stream?.name ?? "editor", blocks, place });
}

/** Says that a label's prefix names no stream. */
export function reportStream(
  label: string,
  place: Place,
  { report, streams }: { readonly report: Report; readonly streams: Streams },
): void {
  const prefix = label.slice(0, Math.max(label.indexOf(":"), 0));
  const prefixes = streams.rows.map((row) => row.prefix).filter((known) => known !== "");
  const named = prefixes.map((known) => (known === "src" ? known : `${known}:`));
  report(
    "note-stream-unknown",
    place,
    `no stream of notes "${prefix}"`,
    didYouMean(prefix, prefixes, `use ${named.join(", ")} or none`),
  );
}
