import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { walk } from "../../edition/walk.ts";
import { readEdition } from "../../source/read-edition.ts";
import { asEdtf, readDocumentPage, readListPage } from "../../source/testing/archive-pages.ts";
import { diplomaticText } from "../../source/testing/diplomatic-text.ts";
import type { DocumentDraft, ImportedWork } from "../importer.ts";
import { inputOf } from "../input.ts";
import { lettersOf } from "../ledger.ts";
import { archiveItem, archiveList } from "./archive.ts";

const SEEDS = "../shared/seeds";
const absent = !existsSync(SEEDS);
if (absent) console.warn(`${SEEDS} is not here: the archive's pages are not imported`);

function copied(holding: string): string {
  if (absent) return "";
  const pages = readdirSync(SEEDS).map((file) => readFileSync(join(SEEDS, file), "utf8"));
  const found = pages.find((text) => text.includes(holding));
  if (found === undefined) throw new Error(`no page of the archive holds “${holding}”`);
  return found;
}

async function imported(text: string, form: typeof archiveItem): Promise<ImportedWork> {
  return form.read(inputOf("page.txt", new TextEncoder().encode(text)), { language: "en" });
}

async function importedDocument(text: string): Promise<DocumentDraft> {
  const { documents } = await imported(text, archiveItem);
  const [draft, ...others] = documents;
  if (!draft || others.length > 0) throw new Error("a page of one document");
  return draft;
}

/** Letters of the input that neither a draft nor what was left has. */
function unaccounted({ documents, left, counted }: ImportedWork): number {
  const pieces = [...documents.flatMap(({ originals }) => originals), ...left];
  return counted.letters - lettersOf(pieces.map(({ text }) => text).join("")).length;
}

describe.skipIf(absent)("the archive's page of a document, as it was copied", () => {
  const page = copied("Document Information");

  it("gives the specimen's transcription to the letter, with the translator's notes in their places", async () => {
    const draft = await importedDocument(page);
    const { edition } = await readEdition(".");
    const specimen = edition.documents.find(({ matter }) => matter.status === "full");
    if (!specimen) throw new Error("the specimen prints one document in full");
    const text = diplomaticText(draft.blocks, draft.notes);
    expect(text).toBe(diplomaticText(specimen.transcription, specimen.notes));
    expect(text).toBe(readDocumentPage(page).transcription);
  });

  it("gives the specimen's fields that the page gives", async () => {
    const { matter } = await importedDocument(page);
    const { edition } = await readEdition(".");
    const specimen = edition.documents.find((document) => document.matter.status === "full");
    const archive = readDocumentPage(page);
    expect(matter.title).toBe(specimen?.matter.title);
    expect(matter.date).toBe(specimen?.matter.date?.edtf);
    expect(matter.source?.archive).toBe(specimen?.matter.source.archive);
    expect(matter.source?.repository).toBe(specimen?.matter.source.repository);
    expect(matter.rights?.statement?.toString().replaceAll(/\s/gu, " ")).toBe(archive.rights);
    expect(matter.abstract).toBe(archive.summary);
    expect(matter.status).toBe("full");
  });

  it("reads the brackets as the specimen's editors did, and doubts the two that only they could", async () => {
    const { blocks } = await importedDocument(page);
    const { edition } = await readEdition(".");
    const specimen = edition.documents.find(({ matter }) => matter.status === "full");
    const actsIn = (nodes: typeof blocks): readonly string[] =>
      [...walk(nodes)].flatMap((node) => (node.type === "act" ? [node.act] : []));
    const chosen = actsIn(specimen?.transcription ?? []).filter((act) => act !== "sic");
    const ministers = chosen.lastIndexOf("ident");
    expect(actsIn(blocks)).toEqual(chosen.toSpliced(ministers, 1));
    const doubts = [...walk(blocks)].flatMap((node) =>
      node.type === "doubt" ? [node.message] : [],
    );
    expect(doubts).toEqual([
      "a heading, or a line of the text",
      "a gap, or words supplied for it",
      "words supplied, or an identification",
    ]);
  });

  it("names the labels without a value, and accounts for every letter", async () => {
    const work = await imported(page, archiveItem);
    expect(work.remarks.map(({ message }) => message)).toEqual([
      'the page gives no value for "Original Uploaded Date"',
      'the page gives no value for "Record ID"',
    ]);
    expect(work.left.map(({ what }) => what)).toContain("menu");
    expect(unaccounted(work)).toBe(0);
  });
});

describe.skipIf(absent)("the archive's list, as it was copied", () => {
  const page = copied("111 - 120 of 174");

  it("gives the specimen's calendared documents, with the archive's abstracts under doubt", async () => {
    const { documents } = await imported(page, archiveList);
    const { edition } = await readEdition(".");
    const calendared = edition.documents
      .filter(({ matter }) => matter.status === "calendared")
      .map(({ matter }) => `${matter.date?.edtf} ${matter.title} ${matter.source.repository}`);
    expect(documents.map(({ matter }) => matter.status)).toEqual(documents.map(() => "calendared"));
    expect(
      documents.map(({ matter }) => `${matter.date?.toString()} ${matter.title}`).toSorted(),
    ).toEqual(calendared.map((line) => line.replace(/ Digital Archive, .*$/, "")).toSorted());
    expect(documents.map(({ matter, doubts }) => [matter.abstract, doubts[0]?.field])).toEqual(
      readListPage(page).map(({ summary }) => [summary.replaceAll(/[[\]]/g, "\\$&"), "abstract"]),
    );
  });

  it("says how many entries of how many it has, in the order of the list", async () => {
    const work = await imported(page, archiveList);
    expect(work.remarks.map(({ message }) => message)).toEqual(["10 of 174 entries (111–120)"]);
    expect(work.documents.map(({ matter }) => matter.date)).toEqual(
      readListPage(page).map(({ date }) => asEdtf(date)),
    );
    expect(unaccounted(work)).toBe(0);
  });
});
