import type { LaidOutChunk } from "../page/lay-out.ts";
import type { TakenChunk } from "../page/take-chunks.ts";
import { arrangeSheets } from "./sheets.ts";

/** About how many letters fill a page, as long as nothing of a reader is laid out. */
const LETTERS_OF_A_PAGE = 2000;

/** Tells of each id about which number its page will have: right in its width, which is what layout depends on, for nearly all. */
export type GuessLabel = (id: string) => string | undefined;

/** Guesses numbers of pages by the lengths of the chunks; those that are laid out tell how much a page holds. */
export function guessLabels(
  chunks: readonly TakenChunk[],
  layouts: ReadonlyMap<string, LaidOutChunk>,
): GuessLabel {
  const lettersOfPage = lettersOnPages(chunks, layouts);
  const pagesOf = ({ head, letters }: TakenChunk): number =>
    layouts.get(head.id)?.pages.length ?? Math.max(1, Math.round(letters / lettersOfPage));
  const guessed = new Map(
    chunks.map((chunk): readonly [string, LaidOutChunk] => {
      const pages = Array.from({ length: pagesOf(chunk) }, () => ({ ids: [], mentions: [] }));
      return [chunk.head.id, { id: chunk.head.id, pages }];
    }),
  );
  const labelsOf = new Map<string, string[]>();
  for (const { content, label } of arrangeSheets(
    chunks.map(({ head }) => head),
    guessed,
  )) {
    if (!content) continue;
    const known = labelsOf.get(content.chunk);
    if (known) known.push(label);
    else labelsOf.set(content.chunk, [label]);
  }
  const labels = new Map<string, string>();
  for (const { head, letters, ids } of chunks) {
    const pages = labelsOf.get(head.id) ?? [];
    for (const [id, before] of ids) {
      const page = Math.min(pages.length - 1, Math.floor((before / (letters + 1)) * pages.length));
      const label = pages[page];
      if (label !== undefined && !labels.has(id)) labels.set(id, label);
    }
  }
  return (id) => labels.get(id);
}

/** Chunks by which the others are reckoned, spread over the reader: few, and always the same of the same reader. */
export function sampleOf(chunks: readonly TakenChunk[]): readonly string[] {
  const SAMPLES = 12;
  const step = Math.max(1, chunks.length / SAMPLES);
  const sample = new Set<string>();
  for (let at = step / 2; at < chunks.length; at += step) {
    const chunk = chunks[Math.floor(at)];
    if (chunk) sample.add(chunk.head.id);
  }
  return [...sample];
}

function lettersOnPages(
  chunks: readonly TakenChunk[],
  layouts: ReadonlyMap<string, LaidOutChunk>,
): number {
  let letters = 0;
  let pages = 0;
  for (const chunk of chunks) {
    const laidOut = layouts.get(chunk.head.id);
    // A chunk ends in the middle of a page.
    if (!laidOut || laidOut.pages.length < 2) continue;
    letters += chunk.letters;
    pages += laidOut.pages.length - 0.5;
  }
  return pages === 0 ? LETTERS_OF_A_PAGE : letters / pages;
}
