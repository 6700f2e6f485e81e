import { fromBehind, hasRightToLeft, letters, paintedLetters, sortedLetters } from "../letters.ts";
import type { SurveyedPage } from "../page/survey.ts";
import type { SurveyedWord } from "../page/survey-words.ts";
import { pointsOf } from "./points.ts";
import type { ReadPdfPage, TaggedRun } from "./read-pdf.ts";

/** What rounding may move, in points. */
const NEARLY = 2;

/** So far apart may be what stands on one line, as a part of its letters' size. */
const ON_LINE = 0.6;

/** So far above the line is the middle of letters, as a part of their size. */
const MIDDLE = 0.3;

/** Words that follow each other on one line. */
interface PaintedLine {
  readonly runs: TaggedRun[];
  readonly words: PlacedWord[];
  /** The middle of its letters, and how large they are. */
  middle: number;
  size: number;
}

/** A word of the page in letters, where it stands, and the how-manieth it is. */
interface PlacedWord {
  readonly order: number;
  readonly letters: string;
  readonly turned: boolean;
  readonly left: number;
  readonly right: number;
}

/**
 * A page as it is read, with the words of each line in the order of reading. In a PDF they stand as they are painted,
 * from left to right: where some of them run from right to left, the browser has said where each stands.
 */
export function inReadingOrder({ words = [] }: SurveyedPage, read: ReadPdfPage): ReadPdfPage {
  if (words.length === 0) return read;
  const lines = linesOf(read.tagged);
  words.forEach((word, order) => {
    const line = lineOf(word, lines);
    const said = letters(word.text);
    if (said === "") return;
    line?.words.push({
      order,
      letters: said,
      turned: hasRightToLeft(word.text),
      left: pointsOf(word.left),
      right: pointsOf(word.right),
    });
  });
  return { ...read, tagged: lines.flatMap(turnedBack) };
}

function linesOf(runs: readonly TaggedRun[]): readonly PaintedLine[] {
  const lines: PaintedLine[] = [];
  let line: PaintedLine | undefined;
  let counts = new Map<number, number>();
  for (const run of runs) {
    const middle = run.base - MIDDLE * run.size;
    const goesOn =
      line?.runs.at(-1)?.note === run.note &&
      Math.abs(middle - (line?.middle ?? Infinity)) < ON_LINE * Math.max(run.size, line?.size ?? 0);
    if (!line || !goesOn) {
      line = { runs: [], words: [], middle, size: run.size };
      lines.push(line);
      counts = new Map();
    }
    line.runs.push(run);
    // Marks of notes are small, and stand higher; of what is large, dots of letters may be painted alone.
    if (run.size < line.size) continue;
    const count = (counts.get(middle) ?? 0) + 1;
    counts.set(middle, count);
    if (run.size > line.size || count > (counts.get(line.middle) ?? 0)) line.middle = middle;
    line.size = run.size;
  }
  return lines;
}

/** The line on which a word stands: of those at its height the nearest. */
function lineOf(word: SurveyedWord, lines: readonly PaintedLine[]): PaintedLine | undefined {
  const middle = pointsOf(word.top + word.bottom) / 2;
  const center = pointsOf(word.left + word.right) / 2;
  let least = Infinity;
  let nearest: PaintedLine | undefined;
  for (const line of lines) {
    const away = Math.abs(line.middle - middle);
    const above = away < ON_LINE * line.size ? 0 : away;
    if (above * FAR > least) continue;
    const beside = Math.min(
      ...line.runs.map(({ left, right }) => Math.max(left - center, center - right, 0)),
    );
    if (above * FAR + beside >= least) continue;
    least = above * FAR + beside;
    nearest = line;
  }
  return nearest;
}

/** What stands above or below counts as so many times as far as what stands beside. */
const FAR = 100;

/** A word, or what stands between two, on its way back to the order of reading. */
interface Turned {
  readonly order: number;
  readonly run: TaggedRun;
}

/** The letters of a line, each once, in the order of reading as far as they are the page's words; what else there is behind the word to its left. */
function turnedBack({ runs, words, middle, size }: PaintedLine): readonly TaggedRun[] {
  const sorted = [...words].sort((one, other) => one.left - other.left);
  const painted = paintedLine(runs, sorted);
  const text = painted.map(({ letter }) => letter).join("");
  const found: Turned[] = [];
  // Dots of letters may be painted alone, above or below the line.
  const base = middle + MIDDLE * size;
  let at = 0;
  let before = -1;
  const take = (to: number, order: number, word?: PlacedWord): void => {
    const [first, ...more] = painted.slice(at, to);
    if (!first) return;
    const said = word?.turned === true ? word.letters : text.slice(at, to);
    const inPlace = word ? isInPlace(word, [first, ...more]) : true;
    found.push({ order, run: { ...first.run, base, text: said, inPlace } });
    at = to;
  };
  const stands = (word: PlacedWord, place: number): boolean =>
    isWord(word, text.slice(place, place + word.letters.length));
  sorted.forEach((word, index) => {
    const next = sorted[index + 1];
    let place = at;
    if (!stands(word, at)) {
      if (next && stands(next, at)) return;
      while (place < text.length && !stands(word, place)) place += 1;
      if (place >= text.length) return;
      take(place, before + 0.5);
    }
    take(place + word.letters.length, word.order, word);
    before = word.order;
  });
  take(text.length, before + 0.5);
  return found.sort((one, other) => one.order - other.order).map(({ run }) => run);
}

/** A letter of a line, and what it is painted with. */
interface PaintedLetter {
  readonly letter: string;
  readonly run: TaggedRun;
}

/** The letters of a line from left to right. */
function paintedLine(
  runs: readonly TaggedRun[],
  words: readonly PlacedWord[],
): readonly PaintedLetter[] {
  const sorted = [...runs].sort((one, other) => one.left - other.left);
  return sorted.flatMap((run) => {
    const read = paintedLetters(run.text);
    const within = words
      .filter(({ left }) => left > run.left - NEARLY && left < run.right)
      .map((word) => (word.turned ? fromBehind(word.letters) : word.letters))
      .join("");
    // A program that reads a line as one from right to left may turn some of the words that are painted together.
    // “Proposed proposed” is the same both ways but for its capitals, and stands as it is read.
    const turned = fold(read) !== fold(within) && isOfSameWords(run.text, within);
    const asOnPage = turned ? within : read;
    return asOnPage.split("").map((letter) => ({ letter, run }));
  });
}

/** Whether the words that are read are those of the page, in whatever order. */
function isOfSameWords(read: string, written: string): boolean {
  let rest = fold(written);
  const words = (read.match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? []).map((word) =>
    fold(paintedLetters(word)),
  );
  for (const word of words.sort((one, other) => other.length - one.length)) {
    const at = rest.indexOf(word);
    if (at < 0) return false;
    rest = `${rest.slice(0, at)} ${rest.slice(at + word.length)}`;
  }
  return rest.trim() === "";
}

/** Whether letters from left to right are a word's. Joined forms, one of which may be several letters, are read in either order. */
function isWord(word: PlacedWord, painted: string): boolean {
  if (!word.turned) return fold(painted) === fold(word.letters);
  if (painted === fromBehind(word.letters)) return true;
  return JOINED.test(word.letters) && sortedLetters(painted) === sortedLetters(word.letters);
}

const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}]/u;

/** Whether what is painted of a word is where the page has it. Words from left to right may be painted with others, and with blanks; small capitals in parts. */
function isInPlace(word: PlacedWord, painted: readonly PaintedLetter[]): boolean {
  return painted.every(({ run }) => {
    const near = run.size / 4;
    const isWithin = (inner: Extent, outer: Extent): boolean => {
      const middle = (inner.left + inner.right) / 2;
      return middle >= outer.left - near && middle <= outer.right + near;
    };
    return isWithin(run, word) || (!word.turned && isWithin(word, run));
  });
}

interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Small capitals may be large ones; what has another length in capitals stays as it is. */
function fold(text: string): string {
  const capitals = text.toUpperCase();
  return capitals.length === text.length
    ? capitals
    : text.replaceAll(/[^]/gu, (letter) => {
        const capital = letter.toUpperCase();
        return capital.length === letter.length ? capital : letter;
      });
}
