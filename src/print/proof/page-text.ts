import type { Place } from "../../diagnostics/place.ts";
import type { SurveyedPage, SurveyedRegion, SurveyedSpan } from "../page/survey.ts";
import { letters } from "../letters.ts";
import type { ReadPdfPage, TaggedRun } from "./read-pdf.ts";

/** The letters of a text, and which of them are which part of it. */
export interface LetteredText {
  readonly letters: string;
  readonly spans: readonly SurveyedSpan[];
}

/** A page as the PDF must show it: its text without notes, each note by itself, head and folio. */
export interface PageText {
  readonly body: LetteredText;
  readonly notes: readonly LetteredText[];
  readonly dress: string;
}

/** What was read in the browser, in letters; each note by itself, since it is read where it is called. */
export function surveyedText({ area, feet, dress }: SurveyedPage): PageText {
  const notes: LetteredText[] = [];
  const [text = EMPTY, foot = EMPTY] = [area, feet].map((region) => {
    const rest: Stretch[] = [];
    let from = 0;
    for (const note of region.spans) {
      if (note.kind !== "note") continue;
      notes.push(cut(region, [[note.from, note.to]]));
      if (note.from > from) rest.push([from, note.from]);
      from = Math.max(from, note.to);
    }
    return cut(region, [...rest, [from, region.text.length]]);
  });
  const shifted = foot.spans.map((span) => ({
    ...span,
    from: span.from + text.letters.length,
    to: span.to + text.letters.length,
  }));
  return {
    body: { letters: text.letters + foot.letters, spans: [...text.spans, ...shifted] },
    notes,
    dress: letters(dress),
  };
}

type Stretch = readonly [from: number, to: number];

const EMPTY: LetteredText = { letters: "", spans: [] };

/** The letters of some stretches of a region, and what of them is which part. */
function cut({ text, spans }: SurveyedRegion, stretches: readonly Stretch[]): LetteredText {
  const inside = spans.filter(({ from, to }) =>
    stretches.some(([start, end]) => from >= start && to <= end),
  );
  const bounds = new Set(inside.flatMap(({ from, to }) => [from, to]));
  for (const [start, end] of stretches) bounds.add(start).add(end);
  const sorted = [...bounds].sort((one, other) => one - other);
  // How many letters stand before each bound.
  const before = new Map<number, number>();
  let written = "";
  let stretch = 0;
  for (const [at, bound] of sorted.entries()) {
    before.set(bound, written.length);
    while ((stretches[stretch]?.[1] ?? Infinity) <= bound) stretch += 1;
    const [start = Infinity] = stretches[stretch] ?? [];
    if (bound >= start) written += letters(text.slice(bound, sorted[at + 1]));
  }
  return {
    letters: written,
    spans: inside.map((span) => ({
      ...span,
      from: before.get(span.from) ?? 0,
      to: before.get(span.to) ?? 0,
    })),
  };
}

/** Words of a PDF in their order, and how many letters stand before each. */
export interface LetteredRuns {
  readonly letters: string;
  readonly runs: readonly TaggedRun[];
  readonly starts: readonly number[];
}

/** A page as it was read in the PDF: its text without notes, each note, and what is no part of the text. */
export interface ReadText {
  readonly body: LetteredRuns;
  readonly notes: readonly LetteredRuns[];
  readonly dress: string;
}

/** What was read in the PDF, in letters. */
export function readText({ tagged, artifacts, untagged }: ReadPdfPage): ReadText {
  const body: TaggedRun[] = [];
  const notes = new Map<number, TaggedRun[]>();
  for (const run of tagged) {
    if (run.note === undefined) {
      body.push(run);
      continue;
    }
    const note = notes.get(run.note) ?? [];
    notes.set(run.note, note);
    note.push(run);
  }
  return {
    body: inLetters(body),
    notes: [...notes.values()].map(inLetters),
    dress: letters([...artifacts, ...untagged].map((run) => run.text).join(" ")),
  };
}

function inLetters(runs: readonly TaggedRun[]): LetteredRuns {
  const starts: number[] = [];
  let written = "";
  for (const { text } of runs) {
    starts.push(written.length);
    written += letters(text);
  }
  return { letters: written, runs, starts };
}

/** A paragraph, note or heading in words for an editor, and where it is written. */
export interface NamedPart {
  readonly name: string;
  readonly place?: Place;
}

/** A page of a reader, what it must show and what it shows. */
export interface ComparedPage {
  readonly label: string;
  readonly expected: PageText;
  readonly read: ReadText;
  /** How a paragraph, note or heading is called: as it begins where no name is known. */
  readonly nameOf: (id: string, words: string) => NamedPart;
}

/** All letters of a page, so that two of the same text have the same; the order of its notes does not count, nor do small capitals. */
export function wholeText({ body, notes, dress }: PageText | ReadText): string {
  const each = notes.map((note) => note.letters).sort();
  return [dress, body.letters, ...each].join(" ").toUpperCase();
}
