import type { SurveyedSpan } from "../page/survey.ts";
import { hasRightToLeft, sortedLetters, withoutSmallCapitals } from "../letters.ts";
import type { ComparedPage, LetteredText } from "./page-text.ts";
import { type ProofFailure, firstDifference } from "./proof-failure.ts";

/** What of a page's text is not in the PDF as it is on the page: lost, changed, doubled, in another order. */
export function proveText(page: ComparedPage): readonly ProofFailure[] {
  const { label, expected, read } = page;
  const failures: ProofFailure[] = [];
  const wrong = (message: string): void => {
    failures.push({ rule: "print-text", message: `page ${label} of the PDF: ${message}` });
  };
  const dress = withoutSmallCapitals(expected.dress, read.dress);
  if (inAnyTurn(dress) !== inAnyTurn(expected.dress)) {
    wrong(`its head and number are not whole: ${firstDifference(expected.dress, dress)}`);
  }
  const body = withoutSmallCapitals(expected.body.letters, read.body.letters);
  if (body !== expected.body.letters) failures.push(...explain(page, expected.body, body));
  // In the tags notes may stand in the order of their calls, on the page in that of their streams.
  const left = new Map<string, string[]>();
  for (const { letters } of read.notes) {
    const words = letters.toUpperCase();
    left.set(words, [...(left.get(words) ?? []), letters]);
  }
  const lacking = expected.notes.filter(
    ({ letters }) => left.get(letters.toUpperCase())?.pop() === undefined,
  );
  const surplus = [...left.values()].flat();
  for (const [at, { letters, spans }] of lacking.entries()) {
    const id = spans.find(({ kind }) => kind === "note")?.id ?? "";
    const other = surplus[at];
    const what = other === undefined ? "is lost" : "is not whole";
    failures.push(failing(page, id, letters, what, other));
  }
  for (const note of surplus.slice(lacking.length)) {
    wrong(`it has a note that the page lacks: “${note.slice(0, 40)}”`);
  }
  return failures;
}

/** A failure of a paragraph, note or heading. */
function failing(
  { label, nameOf }: ComparedPage,
  id: string,
  words: string,
  what: string,
  found?: string,
): ProofFailure {
  const { name, place } = nameOf(id, words);
  const difference = found === undefined ? "" : `: ${firstDifference(words, found)}`;
  return {
    rule: "print-text",
    message: `${name} ${what} on page ${label} of the PDF${difference}`,
    ...(place ? { place } : {}),
  };
}

const NAMED: ReadonlySet<SurveyedSpan["kind"]> = new Set(["paragraph", "note", "heading"]);

/** Says of two texts that differ which of their parts are to blame. */
function explain(
  page: ComparedPage,
  { letters: wanted, spans }: LetteredText,
  found: string,
): readonly ProofFailure[] {
  const on = `page ${page.label} of the PDF`;
  const foreign = foreignLetters(wanted, found);
  if (foreign !== "") {
    const message = `${on} lacks letters of the page: ${foreign}; is there a font for them on this computer?`;
    return [{ rule: "print-text", message }];
  }
  const failures: ProofFailure[] = [];
  let last = -1;
  for (const { kind, id, from, to } of spans) {
    if (!NAMED.has(kind) || to === from) continue;
    const words = wanted.slice(from, to);
    const often = count(found, words);
    const right = count(wanted, words);
    const at = found.indexOf(words);
    if (often > right) {
      failures.push(failing(page, id, words, `stands ${often} times, not ${right},`));
    } else if (often < right) {
      const near = nearest(words, found);
      const what = near === undefined ? "is lost" : "is not whole";
      failures.push(failing(page, id, words, what, near));
    } else if (at < last) {
      failures.push(failing(page, id, words, "is not in its order"));
    } else {
      last = at;
    }
  }
  if (failures.length > 0) return failures;
  // All is there, and more, or what lacks is no paragraph: then what stands before it is named.
  let same = 0;
  while (same < wanted.length && wanted[same] === found[same]) same += 1;
  const before = spans.findLast(({ kind, to }) => NAMED.has(kind) && to <= same);
  if (before && found.length > wanted.length) {
    const words = wanted.slice(before.from, before.to);
    const more = found.slice(same, same + found.length - wanted.length);
    const what = `is followed by what is not there on the page, “${more.slice(0, 40)}”,`;
    return [failing(page, before.id, words, what)];
  }
  return [{ rule: "print-text", message: `${on} is not whole: ${firstDifference(wanted, found)}` }];
}

/** How often some words stand in a text. */
function count(text: string, words: string): number {
  let often = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    often += 1;
  }
  return often;
}

/** So many letters tell which words are meant. */
const TELLING = 8;

/** What stands in a text where some words should: where most of their beginning is found, or of their end. */
function nearest(words: string, text: string): string | undefined {
  const few = Math.min(TELLING, words.length / 2);
  const first = most(words.length, (length) => text.includes(words.slice(0, length)));
  if (first >= few) {
    const at = text.indexOf(words.slice(0, first));
    return text.slice(at, at + words.length);
  }
  const last = most(words.length, (length) => text.includes(words.slice(words.length - length)));
  if (last < few) return undefined;
  const end = text.indexOf(words.slice(words.length - last)) + last;
  return text.slice(Math.max(0, end - words.length), end);
}

/** The greatest number up to a limit that something holds for; it holds for all that are less. */
function most(limit: number, holds: (number: number) => boolean): number {
  let held = 0;
  let tooMany = limit + 1;
  while (tooMany - held > 1) {
    const middle = Math.floor((held + tooMany) / 2);
    if (holds(middle)) held = middle;
    else tooMany = middle;
  }
  return held;
}

/** Letters of heads, of which nobody says where they stand, if some run from right to left: sorted then. */
function inAnyTurn(letters: string): string {
  return hasRightToLeft(letters) ? sortedLetters(letters) : letters;
}

/** The letters of other scripts that are nowhere in a text, where it lacks no others. */
function foreignLetters(wanted: string, found: string): string {
  const surplus = new Map<string, number>();
  for (const letter of found) surplus.set(letter, (surplus.get(letter) ?? 0) + 1);
  for (const letter of wanted) surplus.set(letter, (surplus.get(letter) ?? 0) - 1);
  const lacking = [...surplus].filter(([, often]) => often < 0).map(([letter]) => letter);
  const foreign = lacking.every(
    (letter) => !/\p{Script=Latin}|\p{N}/u.test(letter) && !found.includes(letter),
  );
  return foreign ? lacking.slice(0, 20).join(" ") : "";
}
