import { markdownAt } from "../../source/markdown/markdown-source.ts";
import { emptyPage } from "../../source/markdown/reading.ts";
import { readMarkdown } from "../../source/markdown/read-markdown.ts";
import { startOf } from "../../diagnostics/place.ts";
import type { Block, Note } from "../../edition/text.ts";
import { type Original, lettersOf } from "../ledger.ts";
import { type Match, matchLetters } from "./match-letters.ts";
import { type NoteOrder, type Segment, segmentsOf, segmentsOfWords } from "./segments.ts";

/** What a draft holds, for its proof. */
export interface DraftWords {
  /** Fields as the file spells them; of registers by the entries' ids. */
  readonly matter: unknown;
  /** Last names of the fields that hold Markdown. */
  readonly markdownFields: readonly string[];
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

/** A place at which a draft does not say what the input says. */
export interface Discrepancy {
  /** What was compared: "the text", `the field "title"`. */
  readonly where: string;
  readonly input: string;
  readonly draft: string;
}

/**
 * Compares a draft with the pieces of the input that went into it: every letter of each piece stands in
 * the draft, in order, and the draft's text has no others.
 */
export function proveOriginals(
  originals: readonly Original[],
  draft: DraftWords,
): readonly Discrepancy[] {
  const found: Discrepancy[] = [];
  const compare = (where: string, text: string, segments: readonly Segment[]): void => {
    const match: Match = matchLetters(lettersOf(text), segments);
    if (match.kind === "different") found.push({ where, input: match.input, draft: match.draft });
  };
  for (const { order, text, fields = [] } of originals) {
    if (order !== "field") continue;
    const names = fields.map((field) => `"${field}"`).join(", ");
    compare(
      `the field ${names}`,
      text,
      fields.flatMap((field) => segmentsOfField(draft, field)),
    );
  }
  const order: NoteOrder = originals.some((piece) => piece.order === "behind")
    ? "behind"
    : "inline";
  const text = originals
    .filter((piece) => piece.order !== "field")
    .map((piece) => piece.text)
    .join("\n");
  compare("the text", text, segmentsOf(draft.blocks, draft.notes, order));
  return found;
}

function segmentsOfField(draft: DraftWords, field: string): readonly Segment[] {
  const value = valueAt(draft.matter, field.split("."));
  const isMarkdown = draft.markdownFields.includes(field.split(".").at(-1) ?? "");
  return wordsIn(value).flatMap((words) => {
    if (!isMarkdown) return segmentsOfWords(words);
    const source = markdownAt(startOf(""), words);
    const { blocks, notes } = readMarkdown(
      source,
      "commentary",
      emptyPage(new Set(), () => {}),
    );
    return segmentsOf(blocks, notes, "inline");
  });
}

/** Words of a value, those of a list or of several fields one after the other. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(wordsIn);
  return [];
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let inner = value;
  for (const key of path) {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, key)) return undefined;
    inner = new Map(Object.entries(inner)).get(key);
  }
  return inner;
}
