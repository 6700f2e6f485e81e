import type { ComparedPage, LetteredRuns, LetteredText, NamedPart } from "./page-text.ts";
import { pointsOf } from "./points.ts";
import type { ProofFailure } from "./proof-failure.ts";
import type { ReadPdfPage, ReadRun, TaggedRun } from "./read-pdf.ts";

/** What rounding may move, in points. */
const NEARLY = 1;

/** What of a page's text, which is there letter for letter, stands elsewhere in the PDF than on the page, or outside of the page. */
export function provePlaces(page: ComparedPage, painted: ReadPdfPage): readonly ProofFailure[] {
  const failures: ProofFailure[] = [];
  for (const { text } of painted.untagged) {
    failures.push({
      rule: "print-text",
      message: `“${text.slice(0, 40)}” on page ${page.label} of the PDF is neither part of the text nor marked as none`,
    });
  }
  if (failures.length > 0) return failures;
  failures.push(...outsideOf(page, painted));
  const { expected, read } = page;
  failures.push(...misplaced(page, expected.body, read.body));
  // Of notes with the same words it does not matter which is which.
  const notes = new Map(read.notes.map((note) => [note.letters.toUpperCase(), note]));
  const same = new Set<string>();
  for (const note of expected.notes) {
    const words = note.letters.toUpperCase();
    const runs = notes.get(words);
    if (runs && !same.has(words)) failures.push(...misplaced(page, note, runs));
    same.add(words);
  }
  return failures;
}

function outsideOf(page: ComparedPage, painted: ReadPdfPage): ProofFailure[] {
  const { width, height, tagged, artifacts, untagged } = painted;
  const outside = [...tagged, ...artifacts, ...untagged].filter(
    ({ left, right, base, size }) =>
      left < -1 || right > width + 1 || base - size < -1 || base > height,
  );
  return outside.map((run) => {
    const part = partOf(run, page);
    const message = `${part?.name ?? `“${run.text.slice(0, 40)}”`} runs out of page ${page.label} of the PDF`;
    return { rule: "print-text", message, ...(part?.place ? { place: part.place } : {}) };
  });
}

/** The paragraph or heading that some words of a page are part of. */
function partOf(run: ReadRun, { expected, read, nameOf }: ComparedPage): NamedPart | undefined {
  const start = read.body.starts[read.body.runs.findIndex((other) => other === run)];
  if (start === undefined) return undefined;
  const { letters, spans } = expected.body;
  const own = spans.findLast(({ box, from, to }) => box && from <= start && start < to);
  return own && nameOf(own.id, letters.slice(own.from, own.to));
}

/** Paragraphs, notes and headings whose words do not all stand in their box, line below line. */
function misplaced(
  page: ComparedPage,
  { letters, spans }: LetteredText,
  { runs, starts }: LetteredRuns,
): readonly ProofFailure[] {
  const failures: ProofFailure[] = [];
  let first = 0;
  for (const { kind, id, from, to, box } of spans) {
    if (!box || to === from || kind === "target") continue;
    // Spans come in the order in which they begin.
    while ((starts[first + 1] ?? Infinity) <= from) first += 1;
    const own: TaggedRun[] = [];
    for (let at = first; at < runs.length && (starts[at] ?? 0) < to; at += 1) {
      const run = runs[at];
      if (run) own.push(run);
    }
    const top = pointsOf(box.top) - NEARLY;
    const bottom = pointsOf(box.bottom) + NEARLY;
    const inside =
      own.every(({ base, inPlace = true }) => inPlace && base >= top && base <= bottom) &&
      inLines(own, pointsOf(box.left) - NEARLY, pointsOf(box.right) + NEARLY);
    const tagged = kind !== "heading" || own.every(({ block }) => /^H[1-6]$/.test(block));
    const { name, place } = page.nameOf(id, letters.slice(from, to));
    const wrong = (what: string): void => {
      const message = `${name} ${what} on page ${page.label} of the PDF`;
      failures.push({ rule: "print-text", message, ...(place ? { place } : {}) });
    };
    if (!inside) wrong("does not stand at its place");
    if (!tagged) wrong("is not tagged as a heading");
  }
  return failures;
}

/** Whether words stand one behind the other, or on a lower line, or in a column to the right. What stands beside the text counts for nothing, nor do lines with words from right to left, of which each is known to be in its place. */
function inLines(runs: readonly TaggedRun[], left: number, right: number): boolean {
  let before: TaggedRun | undefined;
  for (const run of runs) {
    if (run.left < left || run.right > right || run.inPlace !== undefined) continue;
    if (before) {
      const rise = before.base - run.base;
      const line = 0.6 * Math.max(before.size, run.size);
      const behind = run.left >= before.left - 1;
      if (Math.abs(rise) <= line ? !behind : rise > 0 && run.left < before.right - 1) return false;
    }
    before = run;
  }
  return true;
}
