import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildApparatus } from "../../apparatus/build-apparatus.ts";
import { layCitations } from "../../citation/citations.ts";
import { formatDiagnostic } from "../../diagnostics/report.ts";
import { applySeverities } from "../../diagnostics/diagnostic.ts";
import { loadStyles } from "../../source/citation/load-styles.ts";
import { readEdition } from "../../source/read-edition.ts";
import { withEditionOnDisk } from "../../source/testing/edition-on-disk.ts";
import { checkCitationStyles } from "./check-citation-styles.ts";

const HEAD = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Our Press</title><id>http://example.org/our-press</id></info>`;

const CITATION = `
  <citation><layout prefix="[" suffix="]"><text variable="title"/><text variable="locator" prefix=" @ "/></layout></citation>`;

const BIBLIOGRAPHY = `
  <bibliography><layout><text variable="title" font-style="italic"/></layout></bibliography>`;

const LETTER = "---\nid: a-letter\nnumber: 1\ntitle: A Letter\n---\n\nWords.\n";

/** An edition of one letter with styles of its own, and what is said about it. */
async function withStyles(
  styles: Readonly<Record<string, string>>,
  settings = "",
): Promise<{
  readonly messages: readonly string[];
  readonly names: readonly string[];
  readonly cited: readonly string[];
}> {
  const files = {
    "edition.yaml": `title: Letters\n${settings}`,
    "texts/a-letter.md": LETTER,
    ...Object.fromEntries(Object.entries(styles).map(([name, text]) => [name, text])),
  };
  return withEditionOnDisk(files, async (folder) => {
    const { edition, diagnostics } = await readEdition(folder);
    const found = applySeverities(
      [...diagnostics, ...(await checkCitationStyles(edition))],
      edition.settings.rules,
    );
    const { apparatus } = buildApparatus(edition);
    const offered = await loadStyles(edition.settings.language, edition.styles);
    const broken = found.some(({ severity }) => severity === "error");
    const citations = layCitations({ ...offered, edition, apparatus, urlOf: () => undefined });
    const [style] = citations.styles;
    const document = citations.documents.get("a-letter");
    const cited =
      style && document && !broken
        ? citations.cite({
            document,
            style,
            as: "original",
            form: "html",
            pinpoint: { label: "paragraph", locator: "6" },
          })
        : undefined;
    return {
      messages: found.map(formatDiagnostic),
      names: citations.styles.map(({ name, title }) => `${name}: ${title}`),
      cited: cited ? [cited.note, cited.entry] : [],
    };
  });
}

describe("a citation style of the edition's own", () => {
  it("is offered by its title, and first where the edition chooses it", async () => {
    const { messages, names, cited } = await withStyles(
      { "our-press.csl": `${HEAD}${CITATION}${BIBLIOGRAPHY}</style>` },
      "citation-style: our-press\n",
    );
    expect(messages).toEqual([]);
    expect(names).toEqual([
      "our-press: Our Press",
      "chicago-notes: Chicago, notes",
      "chicago-author-date: Chicago, author-date",
      "mla: MLA",
      "apa: APA",
    ]);
    expect(cited).toEqual(["[A Letter @ 6]", "<i>A Letter</i>"]);
  });

  it("stands in the place of one of the same name", async () => {
    const { messages, names } = await withStyles({
      "mla.csl": `${HEAD}${CITATION}${BIBLIOGRAPHY}</style>`,
    });
    expect(messages).toEqual([]);
    expect(names).toContain("mla: Our Press");
    expect(names).toHaveLength(4);
  });

  it("without a bibliography is refused, unless the edition does without entries", async () => {
    const style = { "our-press.csl": `${HEAD}${CITATION}</style>` };
    const chosen = "citation-style: our-press\n";
    expect((await withStyles(style, chosen)).messages).toMatchInlineSnapshot(`
      [
        "documents/our-press.csl:1:1 error style-without-bibliography: the style has no <bibliography>: citations in it have no entries; take a style that has them, or do without entries: set this rule to warning or off in edition.yaml",
      ]
    `);
    const without = `${chosen}rules:\n  style-without-bibliography: off\n`;
    const { messages, cited } = await withStyles(style, without);
    expect(messages).toEqual([]);
    expect(cited).toEqual(["[A Letter @ 6]", ""]);
  });

  it.each<readonly [what: string, text: string]>([
    ["is no XML", `${HEAD}<citation></style>`],
    ["is another kind of XML", "<html><body/></html>"],
    [
      "is a dependent style",
      '<style xmlns="http://purl.org/net/xbiblio/csl"><info><title>B</title><link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>',
    ],
    ["has no citation", `${HEAD}${BIBLIOGRAPHY}</style>`],
    [
      "calls a macro that it does not have",
      `${HEAD}<citation><layout><text macro="titel"/></layout></citation>${BIBLIOGRAPHY}</style>`,
    ],
    [
      "has macros that call each other in a ring",
      `${HEAD}<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro><citation><layout><text macro="a"/></layout></citation>${BIBLIOGRAPHY}</style>`,
    ],
    [
      "has an element that is none of CSL",
      `${HEAD}<citation><layout><words variable="title"/></layout></citation>${BIBLIOGRAPHY}</style>`,
    ],
    ["is of no class", HEAD.replace(' class="in-text"', "") + CITATION + BIBLIOGRAPHY + "</style>"],
    ["is of another class", HEAD.replace("in-text", "poem") + CITATION + BIBLIOGRAPHY + "</style>"],
    [
      "has a bibliography that is empty",
      `${HEAD}${CITATION}<bibliography><layout><text variable="titel"/></layout></bibliography></style>`,
    ],
    ["has no layout", `${HEAD}<citation/>${BIBLIOGRAPHY}</style>`],
    ["is empty", ""],
  ])("that %s is told with its place", async (_what, text) => {
    const { messages } = await withStyles({ "our-press.csl": text });
    expect(messages).toHaveLength(1);
    expect(messages).toMatchSnapshot();
  });

  it("that is chosen and is not there is told with a suggestion", async () => {
    expect((await withStyles({}, "language: en\ncitation-style: chicago-nots\n")).messages)
      .toMatchInlineSnapshot(`
      [
        "documents/edition.yaml:3:17 error style-unknown: no citation style "chicago-nots"; did you mean "chicago-notes"?",
      ]
    `);
    expect((await withStyles({}, "citation-style: vancouver\n")).messages).toMatchInlineSnapshot(`
      [
        "documents/edition.yaml:2:17 error style-unknown: no citation style "vancouver"; name one of chicago-notes, chicago-author-date, mla, apa, or put its file into documents/",
      ]
    `);
  });

  it("that lies in a folder is told where it belongs", async () => {
    const style = `${HEAD}${CITATION}${BIBLIOGRAPHY}</style>`;
    expect((await withStyles({ "styles/our-press.csl": style })).messages).toMatchInlineSnapshot(`
      [
        "documents/styles/our-press.csl:1:1 warning file-unexpected: not a file of the edition; move it to documents/, its name ending in .csl",
      ]
    `);
  });
});

const CURRENT = "../shared/csl/chicago-notes-bibliography.csl";

describe.skipIf(!existsSync(CURRENT))("the collection's present style as the edition's own", () => {
  it("cites as that style does", async () => {
    const { messages, names, cited } = await withStyles(
      { "chicago-18.csl": readFileSync(CURRENT, "utf8") },
      "citation-style: chicago-18\n",
    );
    expect(messages).toEqual([]);
    expect(names).toHaveLength(5);
    expect(cited).toEqual([
      "“A Letter,” n.d., para. 6, <i>Letters</i>.",
      "“A Letter.” n.d. <i>Letters</i>.",
    ]);
  });
});

describe("citations in the edition's language", () => {
  it.each([
    ["de", "chicago-notes"],
    ["ru", "chicago-notes"],
    ["de", "apa"],
    ["ru", "apa"],
  ])("are in %s, %s, in its words", async (language, style) => {
    const files = {
      "edition.yaml": `title: Letters\nlanguage: ${language}\ncitation-style: ${style}\neditors: [Rot, Blau]\ndate: 2026-01-31\n`,
      "texts/a-letter.md": LETTER.replace(
        "title: A Letter",
        'title: A Letter\ndate: 1962-05~\nauthors: ["Writer, A."]\ntranslators: ["Marsh, Ida"]',
      ),
    };
    const cited = await withEditionOnDisk(files, async (folder) => {
      const { edition } = await readEdition(folder);
      const { apparatus } = buildApparatus(edition);
      const citations = layCitations({
        ...(await loadStyles(language)),
        edition,
        apparatus,
        urlOf: () => undefined,
      });
      const [first] = citations.styles;
      const document = citations.documents.get("a-letter");
      if (!first || !document) throw new Error("no letter");
      const pinpoint = { label: "paragraph", locator: "6" } as const;
      return (["original", "edition"] as const).map((as) =>
        citations.cite({ document, style: first, as, form: "text", pinpoint }),
      );
    });
    expect(cited).toMatchSnapshot();
  });
});
