import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { walk } from "../../edition/walk.ts";
import { readEdition } from "../../source/read-edition.ts";
import { asEdtf, readDocumentPage, readListPage } from "../../source/testing/archive-pages.ts";
import { diplomaticText } from "../../source/testing/diplomatic-text.ts";
import { writeMarkdown } from "../../source/writing/write-markdown.ts";
import type { DocumentDraft, ImportedWork } from "../importer.ts";
import { expectOwed } from "../testing/expect-owed.ts";
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

/** A page as the archive builds it: its parts are real elements, its menus are around them. */
function asPage(main: string): string {
  return `<!doctype html><html lang="en"><head><title>A page | Digital Archive</title>
    <link rel="canonical" href="https://digitalarchive.wilsoncenter.org/document/a"></head>
    <body><a href="#main">Skip to content</a><header><nav><a href="/">Home</a></nav></header>
    <main id="main">${main}</main><footer>A center</footer></body></html>`;
}

describe("the archive's page of a document, as HTML", () => {
  const page = asPage(`
    <div class="date"><time datetime="1962-05-24">May 24, 1962</time></div>
    <h1 class="title">Notes on the <em>Back</em></h1>
    <div class="donated"><p>This document was made possible with support from A Fund</p></div>
    <div class="tab-content"><div class="tab-pane active"><p>The Presidium of the CC [Central Committee] met.</p>
      <p>It was <i>decided</i>:</p><p>1. To send [illegible].</p><p>2. To ask.</p><p>[signed:] S.P. Ivanov</p></div></div>
    <div class="text-block"><p>Notes of a meeting.</p></div>
    <h2>Document Information</h2>
    <div class="information-block"><h3 class="sub-title">Source</h3><div class="text">RGANI, f. 5, op. 49. Translated by A. B.</div></div>
    <div class="information-block"><h3 class="sub-title">Original Archive</h3><ul class="pills"><li class="pill"><span class="name">National Security Archive</span></li></ul></div>
    <div class="information-block"><h3 class="sub-title">Rights</h3><div class="text"><p>Reuse is welcome.</p><p>Ask us.</p></div></div>
    <div class="information-block"><h3 class="sub-title">Original Uploaded Date</h3><div class="text">2011-11-20</div></div>
    <div class="information-block"><h3 class="sub-title">Language</h3><div class="pill">Russian</div></div>
    <div class="information-block"><h3 class="sub-title">Record ID</h3><div class="text">110489</div></div>
    <div class="information-block"><h3 class="sub-title">Original Classification</h3><div class="text"></div></div>
    <div class="pill-block"><h3 class="title">Subjects Discussed</h3><ul><li>Cuba--History</li><li>Missiles</li></ul></div>`);

  it("gives the document, its fields and its abstract", async () => {
    const [draft] = (await imported(page, archiveItem)).documents;
    if (!draft) throw new Error("a page of one document");
    expect(draft.matter).toEqual({
      id: "notes-back-1962-05-24",
      title: "Notes on the Back",
      status: "full",
      date: "1962-05-24",
      abstract: "Notes of a meeting.",
      languages: ["ru"],
      subjects: ["Cuba--History", "Missiles"],
      source: {
        location: "RGANI, f. 5, op. 49. Translated by A. B.",
        archive: "National Security Archive",
        repository: "Digital Archive, History and Public Policy Program",
        uploaded: "2011-11-20",
        "record-id": "110489",
        credits: ["This document was made possible with support from A Fund"],
        url: "https://digitalarchive.wilsoncenter.org/document/a",
      },
      rights: { statement: "Reuse is welcome. Ask us." },
    });
    expect(writeMarkdown(draft.blocks, draft.notes)).toBe(
      "The Presidium of the CC [Central Committee]{.expan} met.\n\nIt was *decided*:\n\n1. To send [illegible]{.gap}.\n\n2. To ask.\n\n::: signature\n[signed:]{.remark} S.P. Ivanov\n:::",
    );
  });

  it("names the labels without a value, and what stands around the text", async () => {
    const { remarks, left } = await imported(page, archiveItem);
    expect(remarks.map(({ message }) => message)).toEqual([
      'the page gives no value for "Original Classification"',
    ]);
    expect(left.map(({ what }) => what)).toContain("footer");
  });

  it("takes a date that stands alone for the title, once, and knows the date", async () => {
    const content = "October 1964\nDocument Information\nRecord ID\n110489";
    const draft = await importedDocument(content);
    expect([draft.matter.title, draft.matter.date]).toEqual(["October 1964", "1964-10"]);
    await expectOwed(archiveItem, { name: "item.txt", content });
  });

  it("passes by lines in which nothing is to be seen, and tells of controls", async () => {
    const content = "\u00AD\n\u0001\nA\u0002 title\nDocument Information\nSource\nA\u0003 box";
    const { documents, left } = await imported(content, archiveItem);
    expect(documents[0]?.matter).toMatchObject({ title: "A title", source: { location: "A box" } });
    expect(left.map(({ text }) => text)).toContain("\u0001\u0002\u0003");
    await expectOwed(archiveItem, { name: "item.txt", content });
    const html =
      "<p>\u00AD</p><p>A&#1; title</p><p>Document Information</p><p>Source</p><p>A box&#2;</p>";
    const work = await expectOwed(archiveItem, { name: "item.html", content: asPage(html) });
    expect(work).toMatchObject({ documents: [{ matter: { title: "A title" } }] });
    const list = "<p>May 24, 1962</p><p>A&#1; title</p><p>Words&#2; of a summary.</p>";
    await expectOwed(archiveList, { name: "list.html", content: asPage(list) });
  });

  it("owes what every importer owes", async () => {
    await expectOwed(archiveItem, { name: "item.html", content: page });
  });
});

describe("the archive's list, as HTML", () => {
  const page = asPage(`<h1>Search</h1><div>1 - 2 of 16,756</div>
    <table><tbody><tr><td class="document"><div class="date">October 25, 1962</div><h3><a href="/document/one">One &amp; all</a></h3><p>A *summary*.</p></td></tr>
    <tr><td class="document"><div class="date">October 1964</div><h3><a href="/document/two">Two</a></h3></td></tr></tbody></table>
    <nav class="pager"><a href="?page=2">Next page</a></nav>`);

  it("gives calendared documents with their addresses", async () => {
    const work = await imported(page, archiveList);
    expect(work.documents.map(({ matter }) => matter)).toEqual([
      {
        id: "one-all-1962-10-25",
        title: "One & all",
        status: "calendared",
        date: "1962-10-25",
        abstract: String.raw`A \*summary\*.`,
        source: {
          repository: "Digital Archive, History and Public Policy Program",
          url: "https://digitalarchive.wilsoncenter.org/document/one",
        },
      },
      {
        id: "two-1964-10",
        title: "Two",
        status: "calendared",
        date: "1964-10",
        source: {
          repository: "Digital Archive, History and Public Policy Program",
          url: "https://digitalarchive.wilsoncenter.org/document/two",
        },
      },
    ]);
    expect(work.remarks.map(({ message }) => message)).toEqual(["2 of 16756 entries (1–2)"]);
    await expectOwed(archiveList, { name: "list.html", content: page });
  });
});

describe("the archive's pages, whatever they hold", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "Document Information",
      "May 24, 1962",
      "October 1964",
      "Record ID",
      "Source",
      "Rights",
      "Language",
      "Russian",
      "1 - 2 of 3",
      "Skip to content",
      "[signed:] A. B",
      "CC [Central Committee]",
      "[Translator’s Note: x]",
      "1. a",
      "The Decision",
      "Summary",
      "Original Uploaded Date",
      "",
      "URL",
      "https://example.org",
      "A paragraph of words.",
      "Copyright is retained.",
      "This document was made possible by a fund",
      "Date: 1962",
      "25.5.62 11:00 AM",
      "\u00AD",
      "a\u0001",
    ),
    fc.string({ maxLength: 8 }),
  );

  it.each([archiveItem, archiveList])("$name loses nothing and invents nothing", async (form) => {
    const text = fc.array(line, { maxLength: 16 }).map((lines) => lines.join("\n"));
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        await expectOwed(form, { name: "any.txt", content });
        await expectOwed(form, {
          name: "any.html",
          content: `<!doctype html><main><p>${content.replaceAll("\n", "</p><p>")}`,
        });
      }),
      { numRuns: 150 },
    );
  });
});
