import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CslName } from "../../edition/csl-item.ts";
import type { CitedDocument } from "../cited-document.ts";
import { nameAsSorted } from "../cited-names.ts";
import {
  anyCitedDocument,
  citedDocument,
  dated,
  datesOfEachKind,
} from "../testing/any-cited-document.ts";
import { documentKinds } from "../testing/document-kinds.ts";
import { readBiblatex, readByCitationJs } from "../testing/read-back.ts";
import { biblatexDate } from "./biblatex-date.ts";
import { writeBiblatex } from "./biblatex.ts";
import { cslRecord, writeCslJson } from "./csl-json.ts";
import { exportFormats } from "./export-formats.ts";
import { documentJsonLd } from "./json-ld.ts";
import { pageMetadata } from "./page-metadata.ts";
import { writeRis } from "./ris.ts";

/** What a reader should find of a document, without what is not there. */
function expected(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** The parser of BibLaTeX knows no `\textasciicircum`, which is how LaTeX writes it. */
function withoutCaret(words: string): string {
  return words.replaceAll("^", "");
}

describe("documents of every kind", () => {
  it.each(exportFormats)("as $title", async ({ write, name }) => {
    await expect(write(documentKinds)).toMatchFileSnapshot(`__snapshots__/documents.${name}`);
  });

  it("in page heads", () => {
    expect(documentKinds.map(pageMetadata)).toMatchSnapshot();
  });

  it("for search engines", () => {
    const read = documentKinds.map((document): unknown => JSON.parse(documentJsonLd(document)));
    expect(read).toMatchSnapshot();
  });
});

/** A name as it comes back: a single word may be a family's, and commas divide names. */
function asRisReads(name: CslName): CslName {
  if (name.literal === "Anonymous") return { family: "Anonymous" };
  return name.literal?.includes(",") ? { literal: "Ministry of Posts (Harbors and Lights)" } : name;
}

describe("a file that is read back by another program", () => {
  const kinds = documentKinds.map((document) => [document.id, document] as const);

  it.each(kinds)("as BibLaTeX has all of %s", (_id, document) => {
    const { source, date, authors, recipients, contributors, translators } = document;
    const [entry] = readBiblatex(writeBiblatex([document]));
    expect(entry?.id).toBe(document.id);
    expect(entry?.fields).toMatchObject(
      expected({
        title: withoutCaret(document.title),
        shorttitle: document.shortTitle,
        author: authors.map(nameAsSorted),
        translator: translators.map(nameAsSorted),
        editora: contributors.map(nameAsSorted),
        // An end that is open is left out by the parser.
        date: date && biblatexDate(date).date?.replace("..", ""),
        type: document.kind && cslRecord(document).genre,
        institution: source.archive && [source.archive],
        organization: source.collection && [source.collection],
        abstract: document.abstract,
        url: document.url,
      }),
    );
    const { howpublished = "", library = "", note = "" } = entry?.fields ?? {};
    for (const part of [source.archive, source.collection, source.location, source.place]) {
      expect(howpublished).toContain(part ?? "");
      expect(library).toContain(part ?? "");
    }
    expect(library).toContain(source.recordId ?? "");
    expect(note).toContain(`document ${document.number} in Lamps and Straits: A Reader`);
    // The parser keeps fields that it has no names for as they are written.
    const written = writeBiblatex([document]);
    for (const name of recipients)
      expect(written.replaceAll(/[{}]/gu, "")).toContain(`namea = ${nameAsSorted(name)},`);
  });

  it.each(kinds)("as RIS has all of %s that the reader knows of", (_id, document) => {
    const [item] = readByCitationJs(writeRis([document]));
    const { archive, issued, keyword, author, ...record } = cslRecord(document);
    expect(item).toMatchObject(
      expected({
        id: document.id,
        title: record.title,
        "title-short": record["title-short"],
        genre: record.genre,
        author: author?.map(asRisReads),
        source: archive,
        archive_location: record.archive_location,
        "call-number": record["call-number"],
        abstract: record.abstract,
        keyword: keyword?.replaceAll("; ", ","),
        language: record.language,
        URL: record.URL,
      }),
    );
    // What else a date may be is words in RIS.
    const simple = issued?.["date-parts"]?.length === 1 && !issued.circa && !issued.season;
    const read = simple ? item?.["issued"] : issued;
    expect(read).toEqual(issued);
    expect(item?.["issued"] === undefined).toBe(issued === undefined);
    expect(item?.["type"]).toBe("manuscript");
  });

  it("as RIS has a lone keyword whole, which Zotero divides at commas", () => {
    const [document] = documentKinds;
    if (!document) throw new Error("no document");
    const keywords = (subjects: readonly string[]): readonly string[] | null =>
      writeRis([{ ...document, subjects }]).match(/^KW .*$/gmu);
    expect(keywords(["Straits crisis, 1962"])).toEqual(["KW  - Straits crisis – 1962"]);
    expect(keywords(["Straits crisis, 1962", "Lamps; oil"])).toEqual([
      "KW  - Straits crisis, 1962",
      "KW  - Lamps, oil",
    ]);
  });

  it("as CSL-JSON is what was written", () => {
    expect(readByCitationJs(writeCslJson(documentKinds))).toEqual(documentKinds.map(cslRecord));
  });
});

describe("whatever is absent of a document", () => {
  const NOTHING = /undefined|\bnull\b|NaN|\[object|0000|\(\)|\[\]|\{\}/u;

  it("RIS has a tag and words in every line", () => {
    fc.assert(
      fc.property(anyCitedDocument, (document) => {
        for (const line of writeRis([document]).trim().split("\r\n"))
          expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- (?:\S.*\S|\S)$|^ER {2}-$/u);
      }),
    );
  });

  it.each(exportFormats)("$title says nothing of it", ({ write }) => {
    fc.assert(
      fc.property(anyCitedDocument, (document) => {
        const written = write([document]);
        expect(written).not.toMatch(NOTHING);
      }),
    );
  });

  it("page heads say nothing of it", () => {
    fc.assert(
      fc.property(anyCitedDocument, (document) => {
        const said = pageMetadata(document);
        for (const { content } of said) {
          expect(content.trim()).not.toBe("");
          expect(content).not.toMatch(NOTHING);
          expect(content).not.toMatch(/^,|, ?,/u);
        }
        // An institution's name ends in a comma; nothing else does.
        const others = said.filter(({ name }) => !/^(?:bib|z):\w+s$/u.test(name));
        expect(others.filter(({ content }) => /[,;:]$/u.test(content))).toEqual([]);
      }),
    );
  });
});

describe("a date of each kind", () => {
  it.each(datesOfEachKind)("%s is read back from BibLaTeX", (edtf) => {
    const document: CitedDocument = { ...documentOf(0), date: dated(edtf) };
    const [entry] = readBiblatex(writeBiblatex([document]));
    const date = biblatexDate(dated(edtf)).date;
    // An end that is open, or that is not known, is left out by the parser.
    expect(entry?.fields["date"]?.toString()).toBe(date?.replace("..", ""));
  });

  it("in every form", () => {
    const rows = [...datesOfEachKind.map(dated), undefined].map((date) => {
      const { date: _own, ...bare } = documentOf(0);
      const document: CitedDocument = date ? { ...bare, date } : bare;
      const ris = writeRis([document]).match(/^(?:DA|PY) .*$/gmu) ?? [];
      const bib = /^ {2}date = (.*),$/mu.exec(writeBiblatex([document]))?.[1] ?? "–";
      const meta = pageMetadata(document).find(({ name }) => name === "DC.date")?.content ?? "–";
      const csl = JSON.stringify(cslRecord(document).issued) ?? "–";
      return [
        date?.edtf ?? "undated",
        ris.map((line) => line.trim()).join(" "),
        bib,
        csl,
        meta,
      ].join(" | ");
    });
    expect(rows.join("\n")).toMatchSnapshot();
  });
});

function documentOf(at: number): CitedDocument {
  const document = documentKinds[at];
  if (!document) throw new Error("no document");
  return document;
}

describe("whatever a title is made of", () => {
  const sign = fc.constantFrom(
    ...Array.from("<>&\"'{}\\$%#_~^@,;:=|`–—“” "),
    "Записка",
    "電報",
    "מברק",
    "برقية",
    "and",
    "a",
    "</script>",
    "<!--",
    "\n",
    "\u2028",
    "  - ",
  );
  const title = fc
    .array(sign, { minLength: 1, maxLength: 12 })
    .map((signs) => `T${signs.join("")}`.replaceAll(/\s+/gu, " ").trim());

  it("is read back from BibLaTeX", () => {
    fc.assert(
      fc.property(citedDocument(title), (document) => {
        const [entry] = readBiblatex(writeBiblatex([document]));
        // What the parser makes of LaTeX's names for lone braces and the circumflex is nothing.
        const bare = (words: unknown): string => String(words).replaceAll(/[{}^\s]/gu, "");
        expect(bare(entry?.fields["title"])).toBe(bare(document.title));
      }),
    );
  });

  it("is read back from RIS and CSL-JSON", () => {
    fc.assert(
      fc.property(citedDocument(title), (document) => {
        const line = document.title;
        expect(writeRis([document]).split("\r\n")).toContain(`TI  - ${line}`);
        const read: unknown = JSON.parse(writeCslJson([document]));
        expect(read).toMatchObject([{ title: line }]);
      }),
    );
  });

  it("ends no script", () => {
    fc.assert(
      fc.property(citedDocument(title), (document) => {
        const json = documentJsonLd(document);
        expect(json).not.toMatch(/[<>&\u2028\u2029]/u);
        const read: unknown = JSON.parse(json);
        expect(read).toMatchObject({ name: document.title });
      }),
    );
  });
});
