import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Document, Edition } from "../edition/edition.ts";
import { plainText } from "../edition/walk.ts";
import { readEdition } from "./read-edition.ts";
import { asEdtf, readDocumentPage, readListPage } from "./testing/archive-pages.ts";
import { diplomaticText } from "./testing/diplomatic-text.ts";

const SEEDS = "../shared/seeds";
const absent = !existsSync(SEEDS);
if (absent)
  console.warn(`${SEEDS} is not here: the specimen is not compared with the archive's pages`);

function page(holding: string): string {
  const pages = readdirSync(SEEDS).map((file) => readFileSync(join(SEEDS, file), "utf8"));
  const found = pages.find((text) => text.includes(holding));
  if (found === undefined) throw new Error(`no page of the archive holds “${holding}”`);
  return found;
}

describe.skipIf(absent)("the specimen and the archive's pages", () => {
  let edition: Edition;
  beforeAll(async () => {
    edition = (await readEdition(".")).edition;
  });

  const inFull = (): Document => {
    const [only, ...others] = edition.documents.filter(({ matter }) => matter.status === "full");
    if (!only || others.length > 0) throw new Error("the specimen prints one document in full");
    return only;
  };

  it("transcribes the sheet to the letter, with the translator's notes in their places", () => {
    const { transcription, notes } = inFull();
    const archive = readDocumentPage(page("Document Information"));
    expect(diplomaticText(transcription, notes)).toBe(archive.transcription);
  });

  it("takes over the sheet's title, date, archive and rights", () => {
    const { matter } = inFull();
    const archive = readDocumentPage(page("Document Information"));
    expect(matter.title).toBe(archive.title);
    expect(matter.date?.edtf).toBe(asEdtf(archive.date));
    expect(matter.source.archive).toBe(archive.archive);

    // The page hides its e-mail address from programs; the edition says so in its place.
    const statement = matter.rights.statement ?? "";
    const address = /\[[^\]]*\]\.$/;
    expect(statement).toMatch(address);
    expect(statement.replace(address, "")).toBe(archive.rights.replace(address, ""));
  });

  it("calendars the ten entries of the list under their titles and dates", () => {
    const list = readListPage(page("111 - 120 of 174"));
    expect(list).toHaveLength(10);
    const listed = list.map(({ date, title }) => `${asEdtf(date)} ${title}`);
    const calendared = edition.documents
      .filter(({ matter }) => matter.status === "calendared")
      .map(({ matter }) => `${matter.date?.edtf} ${matter.title}`);
    expect(calendared.toSorted()).toEqual(listed.toSorted());
  });

  it("describes them in words of its own: no eight words in a row are the archive's", () => {
    const list = readListPage(page("111 - 120 of 174"));
    const summaries = [...list, readDocumentPage(page("Document Information"))];
    const theirs = new Set(summaries.flatMap(({ summary }) => runsOfWords(summary, 8)));
    const borrowed = edition.documents.flatMap(({ abstract }) =>
      runsOfWords(plainText(abstract), 8).filter((run) => theirs.has(run)),
    );
    expect(borrowed).toEqual([]);
  });

  it("numbers its documents in the order of their dates", () => {
    const order = (document: Document): string => document.matter.date?.earliest ?? "";
    const byDate = edition.documents.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
    expect(byDate.map(({ number }) => number)).toEqual(byDate.map((_, index) => index + 1));
  });
});

function runsOfWords(text: string, length: number): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((_, index) => words.slice(index, index + length).join(" ")).slice(0, 1 - length);
}
