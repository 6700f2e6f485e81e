import { DOMParser } from "@xmldom/xmldom";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import xpath from "xpath";
import { plainText } from "../../edition/walk.ts";
import { writeDocument } from "../../source/writing/write-document.ts";
import type { DocumentDraft, ImportedWork } from "../importer.ts";
import { inputOf } from "../input.ts";
import { lettersOf } from "../ledger.ts";
import { Refusal } from "../refusal.ts";
import { type Given, expectOwed } from "../testing/expect-owed.ts";
import { shown } from "../testing/shown-text.ts";
import { packed } from "../zip/testing/packed.ts";
import { epub, xhtml } from "./epub.ts";
import { type BookFile, bookFile, bookFiles, page, point } from "./testing/book-file.ts";

/** What comes of a book, once it has been seen that nothing is lost. */
async function read(given: Given, importer = epub): Promise<ImportedWork> {
  const work = await expectOwed(importer, given);
  if (work instanceof Refusal) throw work;
  return work;
}

async function imported(book: BookFile): Promise<ImportedWork> {
  return await read({ name: "book.epub", content: await bookFile(book) });
}

/** The one document of a book of one chapter. */
async function chapter(inner: string, others: BookFile["pages"] = []): Promise<DocumentDraft> {
  const body = `<body epub:type="bodymatter"><section epub:type="chapter" id="one"><h2>One</h2>${inner}</section></body>`;
  const [document] = (await imported({ pages: [["one", body], ...others] })).documents;
  if (!document) throw new Error("no document");
  return document;
}

async function textOf(inner: string): Promise<readonly string[]> {
  return shown((await chapter(inner)).blocks);
}

async function refused(content: Uint8Array): Promise<string> {
  const refusal = await expectOwed(epub, { name: "book.epub", content });
  if (!(refusal instanceof Refusal)) throw new Error("it was read");
  return `${refusal.message}; ${refusal.mend}`;
}

const section = (type: string, id: string, inner: string): string =>
  `<body epub:type="bodymatter"><section epub:type="${type}" id="${id}">${inner}</section></body>`;

describe("the words of a book", () => {
  it("keep how they are set, said once", async () => {
    expect(
      await textOf(
        '<p><i>one</i> <em>t<i>w</i>o</em> <b>three</b> <u>four</u> <s>five</s> x<sup>2</sup> <span class="smallcaps">six</span> <abbr>Mr.</abbr></p>',
      ),
    ).toEqual([
      "*one* *two* **three** [four].underline [five].del x[2].superscript [six].smallcaps Mr.",
    ]);
  });

  it("say their language where it is another", async () => {
    expect(
      await textOf(
        '<p>the <i xml:lang="fr">Lettre</i> and <span lang="en-GB">the colour</span></p>',
      ),
    ).toEqual(["the [*Lettre*].fr and the colour"]);
  });

  it("are verse, lists, quotations, tables and lines", async () => {
    expect(
      await textOf(
        '<blockquote epub:type="z3998:verse"><p><span>one</span><br/><span>two</span></p></blockquote>' +
          "<ul><li>a</li><li><p>b</p><ol start='4'><li>c</li></ol></li></ul><hr/>" +
          "<table><thead><tr><th>Year</th><th>Tons</th></tr></thead><tbody><tr><td rowspan='2'>1962</td><td>1</td></tr><tr><td>2</td></tr></tbody></table>" +
          "<pre>first\nsecond</pre>",
      ),
    ).toEqual([
      "> one/two",
      "- a",
      "- b",
      "   4. c",
      "---",
      "Year | Tons",
      "1962 | 1",
      " | 2",
      "first/second",
    ]);
  });

  it("are parts of a letter", async () => {
    expect(
      await textOf(
        '<p epub:type="se:letter.dateline">Moscow</p><p epub:type="z3998:salutation">Dear Sir,</p><p>Words.</p>' +
          '<footer><p epub:type="z3998:valediction">Yours,</p><p epub:type="z3998:signature">A. B.</p><p>May 21</p></footer>' +
          '<p epub:type="z3998:postscript">More.</p>',
      ),
    ).toEqual([
      "dateline: Moscow",
      "salute: Dear Sir,",
      "Words.",
      "closer: Yours,",
      "signature: A. B.",
      "closer: May 21",
      "postscript: More.",
    ]);
  });

  it("stand under headings without a gap", async () => {
    expect(
      await textOf(
        "<section><h3>First</h3><p>a</p><section><h6>Deep</h6><p>b</p></section></section>",
      ),
    ).toEqual(["## First", "a", "### Deep", "b"]);
  });

  it("know the pages of the print", async () => {
    const { blocks } = await chapter(
      '<p>one <span epub:type="pagebreak" id="p12" title="12"/>two<span class="pagenum"><a id="Page_13">[Pg 13]</a></span> three</p>',
    );
    expect(shown(blocks)).toEqual(["one []pb=12two[]pb=13 three"]);
  });
});

describe("the notes of a book", () => {
  const calls = (href: string): string => `<a href="${href}" epub:type="noteref">1</a>`;

  it("stand where they are called, wherever the book has them", async () => {
    const notes = section(
      "endnotes",
      "endnotes",
      '<h2>Notes</h2><ol><li id="n1"><p>First.</p><p>More of it. <a href="one.xhtml#r1" epub:type="backlink">↩</a></p></li></ol>',
    );
    const { blocks, notes: found } = await chapter(`<p>Words.${calls("notes.xhtml#n1")} And.</p>`, [
      ["notes", notes],
    ]);
    expect(shown(blocks)).toEqual(["Words.[^1] And."]);
    expect(found.map(({ label, blocks: inner }) => [label, ...shown(inner)])).toEqual([
      ["1", "First.", "More of it."],
    ]);
  });

  it("are found where nothing says what they are: a number that leads there, a link that leads back", async () => {
    const { blocks, notes } = await chapter(
      '<p>Words.<a id="r1" href="#f1"><sup>1</sup></a> More.<sup><a id="r2" href="#f2">[2]</a></sup> x<a href="#there">7</a></p>' +
        '<p id="there">There.</p>' +
        '<p><a id="f1" href="#r1">[1]</a> First.</p><p>Going on.</p><p><a id="f2"/><a href="#r2">2.</a> Second.</p>',
    );
    expect(shown(blocks)).toEqual([
      "Words.[^1] More.[^2] x[7](#book-one-there)",
      "[]#book-one-thereThere.",
    ]);
    expect(notes.map(({ blocks: inner }) => shown(inner))).toEqual([
      ["First.", "Going on."],
      ["Second."],
    ]);
  });

  it("keep their number in Project Gutenberg's form", async () => {
    const { blocks, notes } = await chapter(
      '<p>Words.<a id="FNanchor_3_3"/><a href="#Footnote_3_3" class="fnanchor">[3]</a></p>' +
        '<div class="footnotes"><div class="footnote"><p><a id="Footnote_3_3"/><a href="#FNanchor_3_3"><span class="label">[3]</span></a> The note.</p><p>Its end.</p></div></div>',
    );
    expect(shown(blocks)).toEqual(["Words.[^3]"]);
    expect(notes.map(({ label, blocks: inner }) => [label, ...shown(inner)])).toEqual([
      ["3", "The note.", "Its end."],
    ]);
  });

  it("are whole where the table of contents leads into one", async () => {
    const { documents } = await imported({
      pages: [
        [
          "p0",
          '<h2>A chapter</h2><p>Words<a href="#n" epub:type="noteref">1</a></p><div>Its <b id="n">text</b>.</div>',
        ],
      ],
      points: point("A note", "text/p0.xhtml#n"),
    });
    expect(documents.map(({ notes }) => notes.map((note) => shown(note.blocks)))).toEqual([
      [["Its **text**."]],
    ]);
  });

  it("may call others, and be called on a title", async () => {
    const body = section(
      "chapter",
      "one",
      `<h2>One<a href="#n2" epub:type="noteref">*</a></h2><p>Words.${calls("#n1")}</p><aside epub:type="footnote" id="n1"><p>See too.<a href="#n3" epub:type="noteref">3</a></p></aside><aside epub:type="footnote" id="n2">On the title.</aside><aside epub:type="footnote" id="n3">Third.</aside>`,
    );
    const [document] = (await imported({ pages: [["one", body]] })).documents;
    expect(document?.matter.title).toBe("One");
    expect(shown(document?.blocks ?? [])).toEqual([
      "Words.[^1][^2]<!-- this note was called on the title -->",
    ]);
    expect(document?.notes.map(({ label, blocks }) => [label, ...shown(blocks)])).toEqual([
      ["2", "On the title."],
      ["1", "See too.[^3]"],
      ["3", "Third."],
    ]);
  });
});

describe("the parts of a book", () => {
  it("become documents and essays; what is the book's own is left, with its name", async () => {
    const work = await imported({
      metadata:
        "<dc:title>Letters</dc:title><dc:creator>Ann Author</dc:creator><dc:rights>Free [of old], see [CC0 1.0](https://example.org/zero/).</dc:rights><dc:identifier>https://example.org/letters</dc:identifier>",
      pages: [
        [
          "title",
          '<body epub:type="frontmatter"><section epub:type="titlepage"><h1>Letters</h1></section></body>',
        ],
        [
          "preface",
          '<body epub:type="frontmatter"><section epub:type="preface" id="preface"><h2>Preface</h2><p>Why.</p></section></body>',
        ],
        ["part", section("part", "part-1", "<h2>Part I</h2>")],
        ["a", section("chapter", "a", "<h2>I</h2><p>First.</p>")],
        [
          "b",
          section(
            "chapter",
            "b",
            "<hgroup><h2>II</h2><p epub:type='title'>The Second</p></hgroup><p>Words.</p>",
          ),
        ],
      ],
    });
    expect(
      work.documents.map(({ matter, stem }) => [stem, matter.number, matter.title, matter.part]),
    ).toEqual([
      ["letters/a", 1, "I", ["Part I"]],
      ["letters/b", 2, "The Second", ["Part I"]],
    ]);
    expect(work.documents[0]?.matter).toMatchObject({
      authors: ["Ann Author"],
      source: { url: "https://example.org/letters" },
      rights: { statement: "Free [of old], see CC0 1.0 (https://example.org/zero/)." },
    });
    expect(work.essays.map(({ matter }) => matter.title)).toEqual(["Preface"]);
    expect(work.left.map(({ what }) => what)).toEqual([
      'the page "Letters"',
      "headings of parts",
      "numbers of chapters",
    ]);
    expect(work.settings).toEqual({ title: "Letters", credits: ["Ann Author"] });
    expect(work.readers[0]?.matter.readings).toHaveLength(3);
  });

  it("are found by the table of contents where nothing says what they are", async () => {
    const work = await imported({
      pages: [
        [
          "all",
          "<h1>Old Letters</h1><p>By somebody.</p><div class='chapter' id='c1'><h2>Chapter I</h2><p>First.</p></div><h2 id='c2'>Chapter II</h2><p>Second.</p>",
        ],
        ["rest", "<p>Second goes on.</p><h2 id='c3'>Preface to the Third</h2><p>Third.</p>"],
      ],
      points:
        point("Title", "text/all.xhtml") +
        point("Book One", "text/all.xhtml#c1", point("Chapter II", "text/all.xhtml#c2")) +
        point("Third", "text/rest.xhtml#c3"),
    });
    expect(
      work.documents.map(({ matter, blocks }) => [
        matter.title,
        matter.part,
        plainText(blocks).trim(),
      ]),
    ).toEqual([
      ["Old Letters", undefined, "By somebody."],
      ["Chapter I", undefined, "First."],
      ["Chapter II", ["Book One"], "Second. Second goes on."],
      ["Preface to the Third", undefined, "Third."],
    ]);
  });

  it("begin at headings where there is no table of contents", async () => {
    const work = await imported({
      pages: [
        ["all", "<h2>One</h2><p>First.</p><h3>Within</h3><p>More.</p><h2>Two</h2><p>Second.</p>"],
      ],
    });
    expect(work.documents.map(({ matter, blocks }) => [matter.title, ...shown(blocks)])).toEqual([
      ["One", "First.", "## Within", "More."],
      ["Two", "Second."],
    ]);
  });

  it("take their author and date from the line above them, and doubt a wrong day", async () => {
    const metadata =
      "<dc:title>Papers</dc:title><dc:creator>John Jay</dc:creator><dc:creator>James Madison</dc:creator>";
    const head = (line: string): string =>
      `<header><h2>A Paper</h2><p epub:type="se:bridgehead">${line}</p></header><p>To the People:</p>`;
    const first = async (line: string): Promise<DocumentDraft | undefined> =>
      (await imported({ metadata, pages: [["a", section("chapter", "a", head(line))]] }))
        .documents[0];
    const sure = await first("Jay: For the <i>Journal</i>, Wednesday, October 31, 1787.");
    expect(sure?.matter).toMatchObject({ authors: ["John Jay"], date: "1787-10-31" });
    expect(shown(sure?.blocks ?? [])[0]).toBe(
      "opener: Jay: For the *Journal*, Wednesday, October 31, 1787.",
    );
    expect((await first("Madison, with Jay: May 1, 1788."))?.matter.authors).toEqual([
      "James Madison",
      "John Jay",
    ]);
    expect((await first("Hamilton or Jay: May 1, 1788."))?.matter.authors).toBeUndefined();
    expect((await first("Jay: Saturday, December 22, 1788."))?.doubts).toEqual([
      { field: "date", message: "December 22, 1788 was a Monday, not a Saturday" },
    ]);
  });

  it("refer to each other, and doubt what leads nowhere", async () => {
    const work = await imported({
      pages: [
        [
          "a",
          section(
            "chapter",
            "a",
            '<h2>A</h2><p><a href="b.xhtml">all</a> <a href="b.xhtml#x">place</a> <a href="https://example.org/">web</a> <a href="gone.xhtml">gone</a> <a href="javascript:alert(1)">run</a></p>',
          ),
        ],
        ["b", section("chapter", "b", '<h2>B</h2><p id="x">There.</p>')],
      ],
    });
    expect(work.documents.flatMap(({ blocks }) => shown(blocks))).toEqual([
      '[all](#book-b) [place](#book-b-x) [web](https://example.org/) gone<!-- a link led to "gone.xhtml", which is not in the edition --> run<!-- a link led to "javascript:alert(1)", which is not in the edition -->',
      "[]#book-b-xThere.",
    ]);
    expect(work.counted.references).toBe(3);
  });

  it("have their pictures, but none that could run a program or lies elsewhere", async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1]);
    const body = section(
      "chapter",
      "a",
      '<h2>A</h2><p><img src="../map.png" alt="A map"/></p><p>Words.<img src="../draw.svg" alt=""/><img src="../../../../etc/passwd" alt=""/><img src="https://example.org/a.png" alt=""/></p>',
    );
    const work = await imported({
      pages: [["a", body]],
      files: { "OEBPS/map.png": png, "OEBPS/draw.svg": "<svg><script>alert(1)</script></svg>" },
    });
    expect(work.images).toEqual([{ path: "book/1.png", bytes: Buffer.from(png) }]);
    expect(shown(work.documents[0]?.blocks ?? [])).toEqual([
      "figure images/book/1.png A map",
      "Words.",
    ]);
    expect(work.remarks).toHaveLength(2);
  });
});

describe("a book that is refused", () => {
  it("has no pages, no package, or pages that a shop encrypted", async () => {
    expect(await refused(await packed({ "META-INF/container.xml": "<container/>" }))).toContain(
      "no EPUB that can be read",
    );
    expect(await refused(await bookFile({ pages: [] }))).toContain("without pages");
    const files = {
      "META-INF/encryption.xml":
        '<encryption><CipherReference URI="OEBPS/text/a.xhtml"/></encryption>',
    };
    expect(await refused(await bookFile({ pages: [["a", "<p>a</p>"]], files }))).toContain(
      "encrypted",
    );
  });

  it("has a page that is no XML: the page and the line are told", async () => {
    const content = await bookFile({ pages: [["a", "<p>one"]] });
    const refusal = await expectOwed(epub, { name: "book.epub", content });
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ place: { file: "book.epub/OEBPS/text/a.xhtml", line: 2 } });
  });
});

describe("a single page", () => {
  it("is a document with its notes", async () => {
    const content = page(
      '<section epub:type="chapter"><h2>A Letter</h2><p>Words.<a epub:type="noteref" href="#n1">1</a></p></section><section epub:type="endnotes"><ol><li id="n1">A note.</li></ol></section>',
    );
    expect(xhtml.recognizes(inputOf("a.xhtml", Buffer.from(content)))).toBe(0.9);
    const work = await read({ name: "a.xhtml", content }, xhtml);
    expect(work.documents.map(({ matter, stem }) => [matter.id, matter.title, stem])).toEqual([
      ["letter", "A Letter", "letter"],
    ]);
    expect(work.documents[0]?.notes.flatMap(({ blocks }) => shown(blocks))).toEqual(["A note."]);
  });

  it("is left to others where it marks nothing as EPUB does", () => {
    const content = Buffer.from("<!DOCTYPE html><html><body><p>Words</p></body></html>");
    expect(xhtml.recognizes(inputOf("a.html", content))).toBe(0);
    expect(epub.recognizes(inputOf("a.html", content))).toBe(0);
  });
});

describe("an unpacked book", () => {
  it("gives what the packed one gives", async () => {
    const book: BookFile = { pages: [["a", section("chapter", "a", "<h2>A</h2><p>Words.</p>")]] };
    const files = bookFiles(book);
    const unpacked = await read({
      name: "folder/META-INF/container.xml",
      content: files["META-INF/container.xml"] ?? "",
      beside: (path) => {
        const file = files[posix.join("META-INF", path)];
        return file === undefined ? undefined : Buffer.from(file);
      },
    });
    const { documents } = await imported(book);
    expect(unpacked.documents.map(writeDocument)).toEqual(documents.map(writeDocument));
  });
});

const federalist = "../shared/corpora/federalist-se/src";
const isThere = existsSync(federalist);
if (!isThere) console.warn(`${federalist} is not there: The Federalist is not tried`);

describe.skipIf(!isThere)("The Federalist", () => {
  let once: Promise<ImportedWork> | undefined;
  const unpacked = async (): Promise<ImportedWork> =>
    await (once ??= read({
      name: `${federalist}/META-INF/container.xml`,
      content: readFileSync(`${federalist}/META-INF/container.xml`),
      beside: (path) => {
        const file = join(federalist, "META-INF", path);
        return existsSync(file) ? readFileSync(file) : undefined;
      },
    }));

  it("has 85 papers and 77 notes, each where another library's XPath finds them", async () => {
    const { documents } = await unpacked();
    const text = `${federalist}/epub/text`;
    const select = xpath.useNamespaces({
      h: "http://www.w3.org/1999/xhtml",
      e: "http://www.idpf.org/2007/ops",
    });
    const parsed = (file: string): Node => {
      const source = readFileSync(`${text}/${file}`, "utf8");
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- two libraries name one thing
      return new DOMParser().parseFromString(source, "application/xhtml+xml") as unknown as Node;
    };
    const strings = (path: string, node: Node): readonly string[] => {
      const found = select(path, node);
      return Array.isArray(found) ? found.map((each) => each.textContent ?? "") : [];
    };
    const endnotes = parsed("endnotes.xhtml");
    expect(documents).toHaveLength(
      strings("//h:section[@e:type='chapter']", parsed("chapter-1.xhtml")).length * 85,
    );
    for (const [index, document] of documents.entries()) {
      const chapterPage = parsed(`chapter-${index + 1}.xhtml`);
      expect(document.matter.number).toBe(index + 1);
      expect([document.matter.title]).toEqual(
        strings("//h:hgroup/h:p[@e:type='title']", chapterPage),
      );
      expect(document.notes.map(({ label }) => label)).toEqual(
        strings("//h:a[@e:type='noteref']", chapterPage),
      );
      const paragraphs = strings("//h:section//h:p[not(ancestor::h:hgroup)]", chapterPage);
      // The one note on a title is called in the text, where its mark stands for nothing.
      const marks = strings("//h:p//h:a[@e:type='noteref']", chapterPage).join("");
      const wanted = lettersOf(paragraphs.join("")).length - marks.length;
      expect(lettersOf(plainText(document.blocks)).length).toBe(wanted);
      for (const note of document.notes) {
        const [body = ""] = strings(`//h:li[@id='note-${note.label}']`, endnotes);
        expect(lettersOf(plainText(note.blocks))).toBe(lettersOf(body.replace("↩", "")));
      }
    }
    expect(documents.flatMap(({ notes }) => notes)).toHaveLength(
      strings("//h:li[starts-with(@id, 'note-')]", endnotes).length,
    );
  });

  it("has its two introductions as essays, and an author for each paper", async () => {
    const { documents, essays } = await unpacked();
    expect(essays.map(({ matter }) => [matter.title, matter.role])).toEqual([
      ["Introduction", "introduction"],
      ["The Text of the Federalist", undefined],
    ]);
    const count = (author: string): number =>
      documents.filter(({ matter }) => String(matter.authors) === author).length;
    expect(
      ["Alexander Hamilton", "James Madison", "John Jay", "James Madison,Alexander Hamilton"].map(
        count,
      ),
    ).toEqual([51, 26, 5, 3]);
    expect(documents.flatMap(({ doubts }) => doubts.map(({ message }) => message))).toEqual([
      "December 22, 1788 was a Monday, not a Saturday",
    ]);
  });

  it("is the same when it is packed", async () => {
    const files = readdirSync(federalist, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.\w+$|mimetype/u.test(path))
      .map((path) => [path.replaceAll("\\", "/"), readFileSync(join(federalist, path))] as const);
    const packedBook = await read({
      name: "federalist.epub",
      content: await packed(Object.fromEntries(files)),
    });
    const folder = await unpacked();
    expect(packedBook.documents.map(writeDocument)).toEqual(folder.documents.map(writeDocument));
    expect(packedBook.counted).toEqual(folder.counted);
  });
});
