import type { ExpectedReading, ExpectedText } from "./expected-text.ts";
import { proveIndex } from "./index-proof.ts";
import { letters } from "../letters.ts";
import type { SurveyedPage } from "../page/survey.ts";
import type { ReaderLayout } from "../paginate.ts";
import { type ProofFailure, firstDifference } from "./proof-failure.ts";

/**
 * Compares the pages, as they stand in the browser, with their source and with the edition: every
 * paragraph and every note whole, once and in order, nothing outside of its box, every note on the
 * page of its mark, every page with its head and number, every link leading to something that is printed, the
 * index naming the right pages.
 */
export function proveLayout(
  reader: ReaderLayout,
  readings: readonly ExpectedReading[],
): readonly ProofFailure[] {
  const named = [
    ...proveParagraphs(
      reader,
      readings.flatMap((reading) => reading.paragraphs),
    ),
    ...proveNotes(
      reader,
      readings.flatMap((reading) => reading.notes),
    ),
  ];
  return [
    ...named,
    ...proveChunks(reader),
    ...proveHeads(reader),
    ...proveBoxes(reader),
    ...proveLinks(reader),
    ...proveIndex(reader),
  ];
}

interface Joined {
  readonly letters: string;
  readonly sheets: readonly number[];
}

/** The parts of each paragraph or note put together again, in the order of the pages. */
function join(reader: ReaderLayout, kind: "paragraphs" | "notes"): ReadonlyMap<string, Joined> {
  const joined = new Map<string, Joined>();
  reader.pages.forEach((page, sheet) => {
    for (const { id, words } of page[kind]) {
      const before = joined.get(id);
      joined.set(id, {
        letters: (before?.letters ?? "") + letters(words),
        sheets: [...(before?.sheets ?? []), sheet],
      });
    }
  });
  return joined;
}

function proveParagraphs(
  reader: ReaderLayout,
  expected: readonly ExpectedText[],
): readonly ProofFailure[] {
  const found = join(reader, "paragraphs");
  const ids = new Set(expected.map(({ id }) => id));
  const printed = [...found.keys()].filter((id) => ids.has(id));
  return expected.flatMap((text, at) => {
    const failure = compare(text, found.get(text.id));
    if (failure) return [failure];
    return printed[at] === text.id || printed.length !== expected.length
      ? []
      : [failing(text, "is not in its order in print")];
  });
}

function proveNotes(
  reader: ReaderLayout,
  expected: readonly ExpectedText[],
): readonly ProofFailure[] {
  const found = join(reader, "notes");
  const called = firstSheets(reader, "calls");
  const begun = firstSheets(reader, "begun");
  return expected.flatMap((text) => {
    const failure = compare(text, found.get(text.id));
    if (failure) return [failure];
    const mark = called.get(text.id);
    const note = begun.get(text.id);
    if (mark === note && mark !== undefined) return [];
    // In a chunk set plainly all notes stand behind the text, which one warning says for all.
    if (mark !== undefined && note === undefined && isPlain(reader, mark)) return [];
    const pages = `its mark on page ${label(reader, mark)}, the note on page ${label(reader, note)}`;
    return [
      {
        ...failing(text, `does not begin on the page of its mark: ${pages}`),
        rule: "print-note-page",
      },
    ];
  });
}

function compare(text: ExpectedText, found: Joined | undefined): ProofFailure | undefined {
  if (text.letters === "" && !found) return undefined;
  if (!found) return failing(text, "is lost in print");
  return found.letters === text.letters
    ? undefined
    : failing(text, `is not whole in print: ${firstDifference(text.letters, found.letters)}`);
}

function failing({ name, place }: ExpectedText, message: string): ProofFailure {
  return { rule: "print-text", place, message: `${name} ${message}` };
}

/** Whatever else there is: heads, headnotes, essays, registers, each chunk letter for letter. */
function proveChunks(reader: ReaderLayout): readonly ProofFailure[] {
  const pagesOf = new Map<string, SurveyedPage[]>();
  reader.pages.forEach((page, sheet) => {
    const chunk = reader.numbered.sheets[sheet]?.content?.chunk;
    if (chunk === undefined) return;
    const pages = pagesOf.get(chunk);
    if (pages) pages.push(page);
    else pagesOf.set(chunk, [page]);
  });
  return [...reader.sources].flatMap(([chunk, source]) => {
    const pages = pagesOf.get(chunk) ?? [];
    const expected = letters(source.body);
    const found = pages.map(({ body }) => letters(body)).join("");
    const failures: ProofFailure[] = [];
    if (expected !== found) {
      const difference = firstDifference(expected, found);
      failures.push({
        rule: "print-text",
        chunk,
        message: `“${chunk}” is not whole in print: ${difference}`,
      });
    }
    const printed = new Map<string, string>();
    for (const { id, text } of pages.flatMap(({ notes }) => notes)) {
      printed.set(id, (printed.get(id) ?? "") + letters(text));
    }
    for (const { id, text } of source.notes) {
      const [wanted, there = ""] = [letters(text), printed.get(id)];
      if (there === wanted) continue;
      failures.push({
        rule: "print-text",
        chunk,
        message: `note “${id}” is not whole in print: ${firstDifference(wanted, there)}`,
      });
    }
    return failures;
  });
}

/** Every page shows its own number, where it shows one, and the head that is meant for it, which may end before its end. */
function proveHeads(reader: ReaderLayout): readonly ProofFailure[] {
  return reader.pages.flatMap(({ head, folio }, sheet) => {
    const meant = reader.numbered.sheets[sheet];
    if (!meant) return [];
    const wrong = (message: string): ProofFailure => ({
      rule: "print-number",
      message,
      ...(meant.content ? { chunk: meant.content.chunk } : {}),
    });
    const failures: ProofFailure[] = [];
    if (folio !== meant.folio) {
      const wanted = meant.folio || "none";
      failures.push(
        wrong(`page ${meant.label} bears the number ${folio || "none"}, not ${wanted}`),
      );
    }
    const begins = letters(meant.head).startsWith(letters(head)) && head !== "";
    if (!begins && head !== meant.head) {
      failures.push(wrong(`page ${meant.label} is headed “${head}”, not “${meant.head}”`));
    }
    return failures;
  });
}

function proveBoxes(reader: ReaderLayout): readonly ProofFailure[] {
  return reader.pages.flatMap(({ outside }, sheet) =>
    outside.map((words) => {
      const chunk = reader.numbered.sheets[sheet]?.content?.chunk;
      return {
        rule: "print-text" as const,
        ...(chunk === undefined ? {} : { chunk }),
        message: `“${words}” runs out of the text area on page ${label(reader, sheet)}`,
      };
    }),
  );
}

function proveLinks(reader: ReaderLayout): readonly ProofFailure[] {
  const { sheetOf } = reader.numbered.whereabouts;
  return reader.pages.flatMap(({ links }, sheet) =>
    links
      .filter((target) => !sheetOf.has(target))
      .map((target) => ({
        rule: "print-number" as const,
        message: `a link on page ${label(reader, sheet)} leads to “${target}”, which is not printed`,
      })),
  );
}

function firstSheets(reader: ReaderLayout, kind: "calls" | "begun"): ReadonlyMap<string, number> {
  const sheets = new Map<string, number>();
  reader.pages.forEach((page, sheet) => {
    for (const id of page[kind]) {
      // What stands at the foot of a long note, which is printed behind its text.
      const note = id.replace(/--foot$/, "");
      if (!sheets.has(note)) sheets.set(note, sheet);
    }
  });
  return sheets;
}

function isPlain(reader: ReaderLayout, sheet: number): boolean {
  const chunk = reader.numbered.sheets[sheet]?.content?.chunk;
  return chunk !== undefined && reader.plain.has(chunk);
}

function label(reader: ReaderLayout, sheet: number | undefined): string {
  return (sheet === undefined ? undefined : reader.numbered.sheets[sheet]?.label) ?? "none";
}
