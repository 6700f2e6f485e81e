import type { CiteprocCite } from "@citation-js/core";
import type { Apparatus } from "../apparatus/apparatus.ts";
import type { CitationOccurrence } from "../apparatus/occurrences.ts";
import type { Edition, Work } from "../edition/edition.ts";
import type { Citation, Cite } from "../edition/text.ts";
import { hasStopsInQuotes, termOf } from "./citation-words.ts";
import { byAuthor, citedWork, namesInSentence } from "./cited-work.ts";
import { makeStyle } from "./csl-style.ts";
import { type WrittenCite, joinCites, withMark } from "./join-cites.ts";
import { plainOfHtml } from "./plain-of-html.ts";
import { escapedWords } from "./rich-words.ts";
import { type WorksEngine, worksEngine } from "./works-engine.ts";

/** Words of a citation, as HTML; with a key where they stand for a work. */
export interface CitationPiece {
  readonly html: string;
  readonly key?: string;
}

/** A citation as it is shown where it stands: full the first time, short later. */
export interface WrittenCitation {
  readonly pieces: readonly CitationPiece[];
  /** Its plain words. */
  readonly text: string;
}

/** A work in the bibliography. */
export interface WorkEntry {
  readonly work: Work;
  readonly html: string;
}

/** The works that an edition's commentary cites, and how. */
export interface WorksCited {
  readonly citations: ReadonlyMap<Citation, WrittenCitation>;
  /** Works that are cited, in the order of the bibliography. */
  readonly entries: readonly WorkEntry[];
}

const nothing: WorksCited = { citations: new Map(), entries: [] };

const known = new WeakMap<Apparatus, WorksCited>();

/** Writes an edition's citations of works; made once for an apparatus. */
export function worksCited(edition: Edition, apparatus: Apparatus): WorksCited {
  const before = known.get(apparatus);
  if (before) return before;
  const cited = citeWorks(edition, apparatus);
  known.set(apparatus, cited);
  return cited;
}

function citeWorks({ works, citing, settings }: Edition, apparatus: Apparatus): WorksCited {
  const occurrences = [...apparatus.citations.values()];
  const keys = new Set(
    occurrences.flat().flatMap(({ citation }) => citation.cites.map(({ key }) => key)),
  );
  const used = works.filter(({ key }) => keys.has(key));
  if (!citing || used.length === 0) return nothing;
  const { inNotes, family } = makeStyle(citing.style.name, "", citing.style.csl, citing.style.id);
  const order = inNotes || family === "mla" ? "author-title" : "author-date";
  const sorted = used.sort(byAuthor(settings.language, order));
  const engine = worksEngine(citing, sorted.map(citedWork));
  const desk: CitingWorks = {
    engine,
    byKey: new Map(sorted.map((work) => [work.key, work])),
    and: termOf(citing.locale.csl, "and") ?? "and",
    others: termOf(citing.locale.csl, "et-al") ?? "et al.",
    stopInQuotes: hasStopsInQuotes(citing.locale.csl),
  };
  const citations = new Map<Citation, WrittenCitation>();
  for (const found of occurrences)
    for (const { citation, pieces } of writeInOrder(found, desk))
      citations.set(citation, {
        pieces,
        text: plainOfHtml(pieces.map(({ html }) => html).join("")),
      });
  const entries = engine.entries();
  return {
    citations,
    entries: sorted.map((work) => ({
      work,
      html: entries.get(work.key) ?? engine.cite({ id: work.key, position: 0 }),
    })),
  };
}

/** What citations are written with. */
interface CitingWorks {
  readonly engine: WorksEngine;
  readonly byKey: ReadonlyMap<string, Work>;
  /** The words of the edition's language. */
  readonly and: string;
  readonly others: string;
  /** Whether a full stop stands within quotation marks: “so.” */
  readonly stopInQuotes: boolean;
}

/** What stands before a citation in its text: what has been cited, and where last. */
interface Before {
  readonly cited: Map<string, number>;
  /** The one work that the last citation cites, and where in it. */
  last?: { readonly cite: Cite; readonly note: string; readonly number: number } | undefined;
}

interface PlacedCitation {
  readonly citation: Citation;
  readonly pieces: readonly CitationPiece[];
}

/** The citations of one text in reading order. */
function writeInOrder(
  occurrences: readonly CitationOccurrence[],
  desk: CitingWorks,
): readonly PlacedCitation[] {
  const scopes = new Map<CitationOccurrence["scope"], Before>();
  return occurrences.map((occurrence) => {
    const before = scopes.get(occurrence.scope) ?? { cited: new Map<string, number>() };
    scopes.set(occurrence.scope, before);
    return { citation: occurrence.citation, pieces: piecesOf(occurrence, before, desk) };
  });
}

function piecesOf(
  occurrence: CitationOccurrence,
  before: Before,
  desk: CitingWorks,
): readonly CitationPiece[] {
  const { citation, coordinate, owner, scope } = occurrence;
  const { engine, byKey } = desk;
  const [first] = citation.cites;
  const firstWork = first && byKey.get(first.key);
  if (!first || !firstWork || citation.cites.some(({ key }) => !byKey.has(key)))
    return [{ html: escapedWords(citation.written + (citation.punctuation ?? "")) }];
  const inNote = coordinate?.kind === "note";
  const canNote = owner.kind !== "register-entry" && scope !== "abstract";
  const names: CitationPiece = {
    html: escapedName(namesInSentence(firstWork, desk.and, desk.others)),
    key: first.key,
  };
  // The note at its side says the rest.
  if (engine.inNotes && citation.inSentence && !inNote && canNote) return [names];

  const number = coordinate?.kind === "note" ? coordinate.number : 0;
  const series = coordinate?.kind === "note" ? coordinate.stream.name : "";
  const inSentence = citation.inSentence && !(engine.inNotes && inNote);
  const cites = citation.cites.map((cite, index): WrittenCite => {
    const alone = citation.cites.length === 1;
    const namesStandBefore = index === 0 && inSentence;
    const asked = { ...asCiteproc(cite), ...positionOf(cite, { before, number, series, alone }) };
    const html = engine.cite(namesStandBefore ? { ...asked, "suppress-author": true } : asked);
    before.cited.set(cite.key, number);
    if (html === "" && !cite.withoutAuthor && !namesStandBefore) {
      const title = escapedName(titleOf(byKey.get(cite.key)));
      return { cite, asked, piece: { html: title, key: cite.key } };
    }
    const isFirst = index === 0 && cite.prefix === "" && occurrence.begins;
    const shown = isFirst || !engine.inNotes ? html : withoutCapital(html);
    return { cite, asked, piece: { html: shown, key: cite.key } };
  });
  const [only, further] = citation.cites;
  before.last = only && !further ? { cite: only, note: series, number } : undefined;

  const rows = joinCites(cites, desk);
  const isEmpty = rows.every(({ html }) => html.trim() === "");
  if (engine.inNotes && inNote)
    return endOf(occurrence.begins ? withCapital(rows) : rows, occurrence, desk);
  const [open, close] = engine.inNotes ? ["(", ")"] : [engine.before, engine.behind];
  const around = isEmpty ? [] : [{ html: open }, ...rows, { html: close }];
  return inSentence ? [names, ...(isEmpty ? [] : [{ html: " " }, ...around])] : around;
}

/**
 * What ends a citation in a note: the full stop or comma behind it, or the style's full stop where the note's paragraph
 * ends. It stands within quotation marks where the language wants it so, and no full stop stands twice.
 */
function endOf(
  rows: readonly CitationPiece[],
  { citation: { punctuation }, behind }: CitationOccurrence,
  { engine, stopInQuotes }: CitingWorks,
): readonly CitationPiece[] {
  const mark = punctuation ?? (behind === undefined ? engine.behind : "");
  const last = rows.at(-1);
  if (!last || mark === "") return rows;
  const words = plainOfHtml(rows.map(({ html }) => html).join(""));
  const ends = mark === "," ? /[,?!]["”’]?$/u : /[.?!]["”’]?$/u;
  if (ends.test(words)) return rows;
  return [...rows.slice(0, -1), ...withMark(last, mark, stopInQuotes)];
}

/** What names a work that the style cannot cite. */
function titleOf(work: Work | undefined): string {
  return work?.item.title ?? work?.key ?? "";
}

/** A note that begins with the words before a citation begins with a capital: "See". */
function withCapital(rows: readonly CitationPiece[]): readonly CitationPiece[] {
  const [first, ...others] = rows;
  if (!first || first.key !== undefined) return rows;
  const html = first.html.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return [{ html }, ...others];
}

/** "Ibid." in the middle of a sentence is "ibid." */
function withoutCapital(html: string): string {
  return html.replace(/^(?:<i>)?Ibid\b/u, (word) => word.replace("I", "i"));
}

function asCiteproc(cite: Cite): CiteprocCite {
  return {
    id: cite.key,
    ...(cite.locator ? { label: cite.locator.label, locator: cite.locator.value } : {}),
    ...(cite.withoutAuthor ? { "suppress-author": true } : {}),
  };
}

/** How many notes back a work may have been cited for styles that then shorten it further. */
const NEAR = 5;

/** Whether a work is cited for the first time, again, or directly behind itself (CSL 1.0.2, "position"). */
function positionOf(
  cite: Cite,
  at: {
    readonly before: Before;
    readonly number: number;
    readonly series: string;
    readonly alone: boolean;
  },
): Pick<CiteprocCite, "position" | "near-note"> {
  const { cited, last } = at.before;
  const lastNote = cited.get(cite.key);
  if (lastNote === undefined) return { position: 0 };
  const near = { "near-note": at.number - lastNote <= NEAR };
  const isBeside =
    at.number > 0 &&
    last?.note === at.series &&
    at.number - last.number <= 1 &&
    at.number >= last.number;
  if (!at.alone || !isBeside || last?.cite.key !== cite.key) return { position: 1, ...near };
  const [there, here] = [last.cite.locator, cite.locator];
  if (here === undefined) return { position: there === undefined ? 2 : 1, ...near };
  const same = there?.label === here.label && there.value === here.value;
  return { position: same ? 2 : 3, ...near };
}

/** A name may hold the marks that CSL knows in titles. */
function escapedName(name: string): string {
  return escapedWords(name.replaceAll(/<\/?(?:i|b|span|sup|sub|sc)\b[^>]*>/gu, ""));
}
