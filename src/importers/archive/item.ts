import type { DocumentFields } from "../../edition/document-matter.ts";
import type { DocumentDraft, ImportedWork, Remark } from "../importer.ts";
import type { LeftBehind } from "../ledger.ts";
import { Refusal } from "../refusal.ts";
import { countedIn, leaving, leftOf, originalsOfText } from "../reading/account.ts";
import { dateOf } from "../reading/dates.ts";
import { markdownOf } from "../reading/markdown-field.ts";
import { type Passage, keptLetters, placeIn } from "../reading/passage.ts";
import { type RawBlock, blocksOf, passagesIn } from "../reading/raw-blocks.ts";
import { datedIdOf } from "../reading/slug.ts";
import { notesOf, readTranscription } from "../reading/transcription.ts";
import { wordsOf } from "../reading/words.ts";
import { type ArchivePage, lineOf, linesIn, withoutMenu } from "./archive-page.ts";
import { type Labeled, readInformation } from "./information.ts";
import { ARCHIVES_WORDS, ItemFields } from "./item-fields.ts";
import { repositoryOf } from "./known-archives.ts";
import { beginsInformation, fieldLabeled } from "./labels.ts";

/** Reads the page of one document. */
export function readItemPage(page: ArchivePage): ImportedWork {
  const { blocks, menu } = withoutMenu(page.blocks);
  const begins = blocks.findIndex((block) => beginsInformation(lineOf(block)));
  if (begins < 0)
    throw new Refusal(
      'it has no line "Document Information"',
      "save or copy the whole page of the document",
    );
  const information = readInformation(linesIn(blocks.slice(begins + 1)));
  const hasAbstract = information.labeled.some(
    ({ field, values }) => field === "summary" && values.length > 0,
  );
  const above = readHead(blocks.slice(0, begins), hasAbstract);
  const fields = new ItemFields();
  for (const labeled of information.labeled) fields.read(labeled);
  takeUnlabeled(fields, information.unlabeled);
  takeHead(fields, above);

  const { blocks: body, notes } = readTranscription(above.body);
  const passages = passagesIn(body);
  const notePassages = notes.map((note) => passagesIn(note.blocks));
  const title = wordsOf(above.title);
  const matter = matterOf(
    fields,
    title,
    page,
    passages.some((passage) => keptLetters(passage).trim() !== ""),
  );
  const draft: DocumentDraft = {
    stem: matter.id,
    matter,
    doubts: fields.doubts,
    blocks: blocksOf(body),
    notes: notesOf(notes),
    originals: [...fields.originals, ...originalsOfText(passages, notePassages)],
  };
  const left: readonly LeftBehind[] = [
    ...leaving("menu", "words of the page about itself", menu),
    ...page.outside,
    ...leaving(
      "heading",
      "the fields stand in the front matter",
      passagesIn(blocks.slice(begins, begins + 1)),
    ),
    ...fields.left,
    ...leftOf([...passages, ...notePassages.flat()]),
  ];
  return {
    documents: [draft],
    essays: [],
    readers: [],
    registers: [],
    volumes: [],
    images: [],
    counted: countedIn(page.text, { notes: notes.length }),
    left,
    remarks: [...remarksOn(information.labeled), ...page.remarks],
  };
}

/** What stands above the information. */
interface Head {
  readonly title: Passage;
  readonly date: Passage | undefined;
  readonly credits: readonly Passage[];
  readonly abstract: readonly Passage[];
  /** Whether the page itself calls the abstract so. */
  readonly abstractLabel: Passage | undefined;
  readonly body: readonly RawBlock[];
}

/** Classes that a page gives a summary. */
const SUMMARY = /(?:^|[-_])(?:summary|abstract|text-block)(?:$|[-_])/u;

const CREDITS = /^This document was made possible (?:with|by|through)\b/iu;

function readHead(above: readonly RawBlock[], hasAbstract: boolean): Head {
  const dated = above.findIndex((block, index) => index < 6 && dateOf(lineOf(block)) !== undefined);
  const heading = above.findIndex((block) => block.type === "heading" && block.level === 1);
  // Pasted text has the title under the date, or else in its first line.
  const titled = heading >= 0 ? heading : dated >= 0 && dated < above.length - 1 ? dated + 1 : 0;
  const title = passageOfBlock(above[titled]);
  if (!title || wordsOf(title) === "")
    throw new Refusal("it has no title", "save or copy the whole page of the document");
  const rest = above.filter((_, index) => index !== titled && index !== dated);
  const credits = rest.filter((block) => CREDITS.test(lineOf(block)));
  const texts = rest.filter((block) => !CREDITS.test(lineOf(block)));
  return {
    title,
    date: dated < 0 ? undefined : passageOfBlock(above[dated]),
    credits: passagesIn(credits),
    ...(hasAbstract
      ? { abstract: [], abstractLabel: undefined, body: texts }
      : readAbstract(texts)),
  };
}

/** The abstract stands under its label; without one it is the last paragraph. */
function readAbstract(
  texts: readonly RawBlock[],
): Pick<Head, "abstract" | "abstractLabel" | "body"> {
  const labeled = texts.findIndex((block) => fieldLabeled(lineOf(block)) === "summary");
  const label = passageOfBlock(texts[labeled]);
  if (label) {
    const after = texts.slice(labeled + 1);
    const ends = after.findIndex((block) => block.type === "heading");
    const abstract = after.slice(0, ends < 0 ? 1 : ends);
    const body = [...texts.slice(0, labeled), ...after.slice(abstract.length)];
    return { abstract: passagesIn(abstract), abstractLabel: label, body };
  }
  const named = texts.findIndex(
    (block) =>
      block.type === "paragraph" && block.names?.some((name) => SUMMARY.test(name)) === true,
  );
  const summary = passageOfBlock(texts[named]);
  if (summary)
    return { abstract: [summary], abstractLabel: undefined, body: texts.toSpliced(named, 1) };
  const last = texts.at(-1);
  const isAbstract = last?.type === "paragraph" && !/^\[.*\]$/u.test(lineOf(last));
  return {
    abstract: isAbstract ? [last.passage] : [],
    abstractLabel: undefined,
    body: isAbstract ? texts.slice(0, -1) : texts,
  };
}

function takeHead(
  fields: ItemFields,
  { title, date, credits, abstract, abstractLabel }: Head,
): void {
  fields.keep([title], "title");
  // A title that is nothing but a date says both; its letters are the title's.
  if (date === title) fields.matter.date ??= dateOf(wordsOf(title));
  else if (date) fields.take("date", [date]);
  if (credits.length > 0) fields.take("credits", credits);
  if (abstractLabel)
    fields.left.push(...leaving("labels", "the fields' names say it", [abstractLabel]));
  if (abstract.length === 0) return;
  fields.matter.abstract = markdownOf(abstract);
  fields.keep(abstract, "abstract");
  fields.doubts.push({
    field: "abstract",
    message: abstractLabel
      ? ARCHIVES_WORDS
      : `${ARCHIVES_WORDS} (taken for an abstract because it is the page’s last paragraph)`,
  });
}

const SPEAKS_OF_RIGHTS =
  /\b(?:rights?|copyrights?|reuse|permissions?|licen[cs]e|public domain)\b/iu;
const NAMES_AN_ARCHIVE =
  /\b(?:archives?|library|libraries|museum|collection|institute|ministry|foundation|records office)\b/iu;

/** Lines without a label: a short name is the archive, what speaks of rights is the statement. */
function takeUnlabeled(fields: ItemFields, lines: readonly Passage[]): void {
  const first = lines.findIndex(({ letters }) => SPEAKS_OF_RIGHTS.test(letters));
  const before = first < 0 ? lines : lines.slice(0, first);
  const statement = first < 0 ? [] : lines.slice(first);
  const [archive, ...others] = before;
  if (archive) {
    fields.take("archive", [archive]);
    if (archive.letters.length > 100 || !NAMES_AN_ARCHIVE.test(archive.letters))
      fields.doubts.push({
        field: "source.archive",
        message: "the page gives these words without a label: the archive, or something else",
      });
  }
  if (others.length > 0) fields.take("location", others);
  if (statement.length === 0) return;
  fields.take("rights", statement);
  if (statement.some(({ letters }) => HIDDEN_ADDRESS.test(letters)))
    fields.doubts.push({
      field: "rights.statement",
      message: "the page hides an e-mail address: put it in, or say that it is not shown",
    });
}

const HIDDEN_ADDRESS = /\[email\sprotected\]/u;

function matterOf(
  fields: ItemFields,
  title: string,
  page: ArchivePage,
  hasText: boolean,
): DocumentFields {
  const { source, rights, matter } = fields;
  const repository =
    source.repository ?? repositoryOf(`${page.text.slice(0, 1_000_000)} ${page.url ?? ""}`);
  const url = source.url ?? page.url;
  return {
    ...matter,
    id: datedIdOf(title, matter.date === undefined ? undefined : String(matter.date)),
    title,
    status: hasText ? "full" : "calendared",
    source: {
      ...source,
      ...(repository === undefined ? {} : { repository }),
      ...(url === undefined ? {} : { url }),
    },
    rights,
  };
}

function remarksOn(labeled: readonly Labeled[]): readonly Remark[] {
  return labeled
    .filter(({ values }) => values.length === 0)
    .map(({ label }) => ({
      place: placeIn(label, 0),
      message: `the page gives no value for "${label.letters.trim()}"`,
    }));
}

function passageOfBlock(block: RawBlock | undefined): Passage | undefined {
  return block?.type === "paragraph" || block?.type === "heading" ? block.passage : undefined;
}
