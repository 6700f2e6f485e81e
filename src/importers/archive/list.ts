import type { DocumentDraft, ImportedWork, Remark } from "../importer.ts";
import { Refusal } from "../refusal.ts";
import { countedIn, leaving, leftOf, originalOfField } from "../reading/account.ts";
import { dateOf } from "../reading/dates.ts";
import { markdownOf } from "../reading/markdown-field.ts";
import { type Passage, keptLetters, placeIn } from "../reading/passage.ts";
import { datedIdOf, eachItsOwn } from "../reading/slug.ts";
import { wordsOf } from "../reading/words.ts";
import { type ArchivePage, linesIn, withoutMenu } from "./archive-page.ts";
import { ARCHIVES_WORDS } from "./item-fields.ts";
import { repositoryOf } from "./known-archives.ts";

/** `111 - 120 of 174` */
const COUNT =
  /^(?:(?:displaying|showing|viewing|results?|items?|documents?|records?)\s+)*([\d,.]+)\s*(?:[-–—]|to)\s*([\d,.]+)\s+of\s+([\d,.]+)(?:\s+(?:results?|items?|documents?|records?|entries))?\.?$/iu;

/** How many entries a list shows of how many. */
interface Shown {
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** Reads the line that counts a list's entries. */
export function readCount(line: string): Shown | undefined {
  const [, from, to, of] = COUNT.exec(line.trim().slice(0, 100)) ?? [];
  return of === undefined ? undefined : { from: numeral(from), to: numeral(to), of: numeral(of) };
}

function numeral(digits = ""): number {
  return Number(digits.replaceAll(/[,.]/gu, ""));
}

/** One entry of the list. */
interface Entry {
  readonly date: Passage;
  readonly edtf: string;
  readonly title: Passage;
  readonly summary: readonly Passage[];
}

/** Reads a page that lists documents. */
export function readListPage(page: ArchivePage): ImportedWork {
  const { blocks, menu } = withoutMenu(page.blocks);
  const lines = linesIn(blocks);
  const counting = lines.find(({ letters }) => readCount(letters));
  const listed = lines.filter((line) => line !== counting);
  const { above, entries } = readEntries(listed);
  if (entries.length === 0)
    throw new Refusal(
      "no entry of the list was found: none has a date on a line of its own",
      "save or copy the whole page of the list",
    );
  const repository = repositoryOf(`${page.text.slice(0, 1_000_000)} ${page.url ?? ""}`);
  const ids = eachItsOwn(entries.map(({ title, edtf }) => datedIdOf(wordsOf(title), edtf)));
  const documents = entries.map((entry, index) =>
    documentOf(entry, ids[index] ?? datedIdOf(wordsOf(entry.title), entry.edtf), repository),
  );
  const shown = counting && readCount(counting.letters);
  return {
    documents,
    essays: [],
    readers: [],
    registers: [],
    volumes: [],
    images: [],
    counted: countedIn(page.text),
    left: [
      ...leaving("menu", "words of the page about itself", [...menu, ...above]),
      ...page.outside,
      ...leaving("count", "the report says it", counting ? [counting] : []),
      ...leaving(
        "words of dates",
        "the dates are given in EDTF",
        entries.map(({ date }) => date),
      ),
      ...leftOf(entries.flatMap(({ title, summary }) => [title, ...summary])),
    ],
    remarks: [remarkOn(entries, shown, counting), ...page.remarks],
  };
}

/** Entries begin with a date on a line of its own, or with the title before it where the first does. */
function readEntries(lines: readonly Passage[]): {
  readonly above: readonly Passage[];
  readonly entries: readonly Entry[];
} {
  const dated = lines.flatMap(({ letters }, index) => {
    const edtf = dateOf(letters);
    return edtf === undefined ? [] : [{ index, edtf }];
  });
  // A list with its titles before its dates ends with a date, or has nothing between two entries but a title.
  const titleFirst = dated.at(-1)?.index === lines.length - 1 && (dated[0]?.index ?? 0) > 0;
  const titleAt = (index: number): number => (titleFirst ? index - 1 : index + 1);
  const begins = ({ index }: { readonly index: number }): number => Math.min(index, titleAt(index));
  // A date that stands where a title must stand is one.
  const dates: { readonly index: number; readonly edtf: string }[] = [];
  for (const date of dated) {
    const before = dates.at(-1);
    const isTitle =
      before !== undefined && begins(date) <= Math.max(before.index, titleAt(before.index));
    if (!isTitle && titleAt(date.index) >= 0 && titleAt(date.index) < lines.length)
      dates.push(date);
  }
  const entries = dates.flatMap(({ index, edtf }, number): readonly Entry[] => {
    const next = dates[number + 1];
    const date = lines[index];
    const title = lines[titleAt(index)];
    if (!date || !title) return [];
    const behind = Math.max(index, titleAt(index)) + 1;
    const summary = lines.slice(behind, next ? begins(next) : lines.length);
    return [{ date, edtf, title, summary }];
  });
  return { above: lines.slice(0, dates[0] ? begins(dates[0]) : 0), entries };
}

function documentOf(
  { edtf, title, summary }: Entry,
  id: string,
  repository: string | undefined,
): DocumentDraft {
  const url = title.spans.find((span) => span.kind === "around" && span.url !== undefined);
  const address = url?.kind === "around" ? url.url : undefined;
  const source = {
    ...(repository === undefined ? {} : { repository }),
    ...(address === undefined ? {} : { url: address }),
  };
  return {
    stem: id,
    matter: {
      id,
      title: wordsOf(title),
      status: "calendared",
      date: edtf,
      ...(summary.length === 0 ? {} : { abstract: markdownOf(summary) }),
      source,
    },
    doubts: doubtsOf(summary),
    blocks: [],
    notes: [],
    originals: [
      originalOfField(title, "title"),
      ...(summary.length === 0
        ? []
        : [
            {
              text: summary.map(keptLetters).join("\n"),
              order: "field" as const,
              fields: ["abstract"],
            },
          ]),
    ],
  };
}

function doubtsOf(summary: readonly Passage[]): DocumentDraft["doubts"] {
  if (summary.length === 0) return [];
  const title = summary
    .slice(1)
    .find(({ letters }) => letters.length < 200 && !/[.!?”"’)]$/u.test(letters));
  return [
    { field: "abstract", message: ARCHIVES_WORDS },
    ...(title
      ? [
          {
            field: "abstract",
            message: `an entry without a date may begin with "${wordsOf(title)}"`,
          },
        ]
      : []),
  ];
}

function remarkOn(
  entries: readonly Entry[],
  shown: Shown | undefined,
  counting: Passage | undefined,
): Remark {
  if (!shown || !counting)
    return { message: `${entries.length} entries; the page does not say of how many` };
  const { from, to, of } = shown;
  const wanted = to - from + 1;
  const missing = wanted === entries.length ? "" : `, though the page says that it has ${wanted}`;
  return {
    place: placeIn(counting, 0),
    message: `${entries.length} of ${of} entries (${from}–${to})${missing}`,
  };
}
