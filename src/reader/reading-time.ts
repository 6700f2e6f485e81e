import type { Document, Essay } from "../edition/edition.ts";
import type { Block } from "../edition/text.ts";
import { plainText } from "../edition/walk.ts";

/**
 * Words a minute at which a text is taken to be read. Adults read English prose silently at 238 words a minute
 * (Marc Brysbaert, “How many words do we read per minute?”, Journal of Memory and Language 109, 2019); documents that are
 * to be read closely, with notes, at about half of that.
 */
const WORDS_A_MINUTE = 120;

/** About how many minutes a student needs for a reading and its notes; one at least, in steps of five above ten. */
export function minutesToRead(reading: Document | Essay): number {
  const minutes = wordsToRead(reading) / WORDS_A_MINUTE;
  return minutes > 10 ? Math.ceil(minutes / 5) * 5 : Math.max(1, Math.ceil(minutes));
}

/** How many words a reading has, its notes among them. */
export function wordsToRead(reading: Document | Essay): number {
  return wordsIn(textOf(reading));
}

/** How many words some text has, notes not counted. */
export function wordsIn(blocks: readonly Block[]): number {
  const runs = plainText(blocks).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu) ?? [];
  return runs.reduce((words, run) => words + (UNSPACED.test(run) ? wordsInRun(run) : 1), 0);
}

/** Letters of scripts in which no space parts one word from the next. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Finds words by the dictionaries of Unicode's text segmentation (UAX 29). */
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

function wordsInRun(run: string): number {
  return [...segmenter.segment(run)].filter(({ isWordLike }) => isWordLike).length;
}

function textOf(reading: Document | Essay): readonly Block[] {
  const notes = reading.notes.flatMap(({ blocks }) => blocks);
  return reading.kind === "essay"
    ? [...reading.blocks, ...notes]
    : [...reading.abstract, ...reading.before, ...reading.transcription, ...notes];
}
