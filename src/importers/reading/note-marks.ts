import { monthNumbered } from "./months.ts";
import { type Instead, type Passage, type Span, inserted, isCut, knowing } from "./passage.ts";

/*
 * Text that was copied from a page has lost what set a note's mark apart: "August 27, 1 concerning".
 * The notes at the end say which marks must be there, and in which order; of the digits and signs of the
 * text those are taken that fit best.
 */

/** A note to be found a place for. */
export interface MarkedNote {
  /** The mark as the list of notes has it: `1`, `*`. */
  readonly mark: string;
  /** The label that calls it. */
  readonly label: string;
}

/** Passages in which marks became calls. */
export interface Matched {
  readonly passages: readonly Passage[];
  /** Notes for which no mark was found. */
  readonly uncalled: readonly MarkedNote[];
}

/** A place that may be a note's mark. */
interface Candidate {
  readonly note: number;
  readonly passage: number;
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** A way to write marks in the text. */
type MarkForm = "bracket" | "raised" | "round" | "bare" | "sign";

const patterns: Readonly<Record<MarkForm, RegExp>> = {
  bracket: /\[(\d{1,3})\]/gu,
  raised: /([⁰¹²³⁴-⁹]{1,3})/gu,
  round: /\((\d{1,3})\)/gu,
  bare: /(?<![\d$£€#№/+=])(\d{1,3})(?![\d%°º/]|[.,:]\d|[-–—]\d|(?:st|nd|rd|th)\b)/gu,
  sign: /(?<=[^\s*†‡§¶])\s?(\*{1,4}|†{1,3}|‡{1,3}|§{1,3}|¶{1,3})(?![*†‡§¶])/gu,
};

/** Below this a digit is a number of the text and no mark. */
const LEAST = 1;

/** Finds where notes are called, in the order of the notes. */
export function matchNoteMarks(
  passages: readonly Passage[],
  notes: readonly MarkedNote[],
): Matched {
  const forms: readonly MarkForm[] = notes.every(({ mark }) => /^\d+$/u.test(mark))
    ? ["bracket", "raised", "round", "bare"]
    : ["sign"];
  let best: Chain = { score: 0, links: [] };
  for (const form of forms) {
    const chain = bestChain(candidatesIn(passages, notes, form), notes.length);
    if (chain.links.length > best.links.length) best = chain;
    if (best.links.length === notes.length) break;
  }
  const called = new Set(best.links.map(({ note }) => note));
  return {
    passages: withCalls(passages, notes, best.links),
    uncalled: notes.filter((_, index) => !called.has(index)),
  };
}

function candidatesIn(
  passages: readonly Passage[],
  notes: readonly MarkedNote[],
  form: MarkForm,
): readonly Candidate[] {
  const byMark = new Map<string, number[]>();
  for (const [index, { mark }] of notes.entries()) {
    const same = byMark.get(mark);
    if (same) same.push(index);
    else byMark.set(mark, [index]);
  }
  // Of several notes of one sign the first is called first; of several of one number any may be meant.
  const notesOf = (mark: string): readonly number[] => {
    const same = byMark.get(mark) ?? [];
    return form === "sign" ? same.splice(0, 1) : same.slice(0, MOST_ALIKE);
  };
  return passages.flatMap((passage, number) => {
    const taken = isCut(passage);
    return [...passage.letters.matchAll(patterns[form])].flatMap((match): readonly Candidate[] => {
      const mark = (match[1] ?? "").normalize("NFKC");
      const from = match.index;
      if (taken(from)) return [];
      const to = from + match[0].length;
      const score = form === "bare" ? scoreOf(passage.letters, from, to) : 4;
      const meant = score < LEAST ? [] : notesOf(mark);
      return meant.map((note) => ({ note, passage: number, from, to, score }));
    });
  });
}

/** Of more notes with one number only the first are tried. */
const MOST_ALIKE = 4;

/** Words behind which a digit belongs to the text: "Document 3", "vol. 2", "of 5". */
const COUNTED =
  /(?:^|[\s(“"])(?:documents?|nos?\.?|numbers?|vols?\.?|volumes?|pp?\.?|pages?|paragraphs?|paras?\.?|sections?|articles?|arts?\.?|parts?|chapters?|chaps?\.?|protocols?|points?|items?|tabs?|annex|appendix|figures?|figs?\.?|tables?|class|group|phase|stage|step|room|box|and|or|to|of|the|about|nearly|over|under|than|at|by|every|only|least|most|in|on|from|until|till|within|for|a|an|is|are|was|were|has|have|had|these|those|some|all|between|see|with|into|chapter|lot|telegram|despatch|airgram|memorandum|note|plus|minus|times|around|approximately|some)\s+$/iu;

/** Words before which a digit counts something. */
const UNITS =
  /^\s+(?:hours?|days?|weeks?|months?|years?|minutes?|seconds?|miles?|kilometers?|meters?|feet|tons?|percent|per\s?cent|million|billion|thousand|hundred|dozen|p\.?\s?m\.?|a\.?\s?m\.?|o’clock|men|people|persons|countries|nations|times|and\s+\d|or\s+\d|to\s+\d|January|February|March|April|May|June|July|August|September|October|November|December)\b/iu;

/** How like a note's mark a digit is. */
function scoreOf(letters: string, from: number, to: number): number {
  const before = letters.slice(Math.max(0, from - 40), from);
  const behind = letters.slice(to, to + 40);
  const endsWell = /^(?:$|[\s.,;:!?)\]”"’'—–-])/u.test(behind);
  if (!endsWell || before === "") return 0;
  const isUnit = UNITS.test(behind) || /^,\s+\d{4}\b/u.test(behind);
  if (/[.,;:!?)\]”"’']$/u.test(before)) return isUnit ? 1 : 5;
  if (/\p{Ll}$/u.test(before)) return 5;
  if (/\p{L}$/u.test(before)) return 2;
  if (!/\s$/u.test(before)) return 0;

  const word = /(\p{L}+)\.?\s+$/u.exec(before)?.[1] ?? "";
  if (monthNumbered(word) !== undefined || COUNTED.test(before) || isUnit) return 0.5;
  if (/[.,;:!?)\]”"’']\s+$/u.test(before)) return 4;
  return behind.trim() === "" ? 4 : 3;
}

/** Places for some of the notes, in order. */
interface Chain {
  readonly score: number;
  readonly links: readonly Candidate[];
}

/** A chain that ends with a candidate. */
interface Link {
  readonly candidate: Candidate;
  readonly score: number;
  readonly before: Link | undefined;
}

/**
 * The chain of candidates, each for a later note and at a later place than the one before, that scores
 * highest. For each number of a note the best chain up to it is kept in a tree of maxima.
 */
function bestChain(candidates: readonly Candidate[], count: number): Chain {
  const tree: (Link | undefined)[] = [];
  const best = (note: number): Link | undefined => {
    let found: Link | undefined;
    for (let at = note; at > 0; at -= at & -at) {
      const link = tree[at];
      if (link && (!found || link.score > found.score)) found = link;
    }
    return found;
  };
  for (let start = 0; start < candidates.length;) {
    // Of what one place may be only one is meant: none of it is taken before all is judged.
    const end = endOfPlace(candidates, start);
    const links = candidates.slice(start, end).map((candidate): Link => {
      const before = best(candidate.note);
      return { candidate, score: candidate.score + (before?.score ?? 0), before };
    });
    for (const link of links)
      for (let at = link.candidate.note + 1; at <= count; at += at & -at) {
        const held = tree[at];
        if (!held || link.score > held.score) tree[at] = link;
      }
    start = end;
  }
  const links: Candidate[] = [];
  const last = best(count);
  for (let link = last; link; link = link.before) links.push(link.candidate);
  return { score: last?.score ?? 0, links: links.toReversed() };
}

/** The first candidate behind one that stands elsewhere. */
function endOfPlace(candidates: readonly Candidate[], start: number): number {
  const first = candidates[start];
  let end = start + 1;
  for (let next = candidates[end]; next; next = candidates[end]) {
    if (next.passage !== first?.passage || next.from !== first.from) break;
    end += 1;
  }
  return end;
}

function withCalls(
  passages: readonly Passage[],
  notes: readonly MarkedNote[],
  links: readonly Candidate[],
): readonly Passage[] {
  const spans = new Map<number, Span[]>();
  for (const { note, passage, from, to, score } of links) {
    const { label = "", mark = "" } = notes[note] ?? {};
    const own = spans.get(passage) ?? [];
    own.push(noteCall(from, to, label));
    if (score < 3)
      own.push(
        inserted(to, (place) => ({
          type: "doubt",
          message: `${mark} is the mark of note ${mark}, or a number of the text`,
          place,
        })),
      );
    spans.set(passage, own);
  }
  return passages.map((passage, number) => knowing(passage, spans.get(number) ?? []));
}

/** Letters that are a note's mark. */
export function noteCall(from: number, to: number, label: string): Instead {
  return {
    kind: "instead",
    from,
    to,
    nodes: (place) => [{ type: "note-call", label, place }],
    cut: "note-mark",
  };
}
