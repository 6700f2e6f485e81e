import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plainText, walk } from "../../edition/walk.ts";
import type { DocumentDraft, ImportedWork } from "../importer.ts";
import { inputOf } from "../input.ts";
import { Refusal } from "../refusal.ts";
import { expectOwed } from "../testing/expect-owed.ts";
import { shown } from "../testing/shown-text.ts";
import { packed } from "../zip/testing/packed.ts";
import { docx } from "./docx.ts";
import { HEADINGS, type WordFile, p, t, titled, wordFile } from "./testing/word-file.ts";

/** What comes of a Word file that a test writes, once it has been seen that nothing is lost. */
async function imported(file: WordFile, name = "letter.docx"): Promise<ImportedWork> {
  const content = await wordFile({ styles: HEADINGS, ...file });
  const work = await expectOwed(docx, { name, content });
  if (work instanceof Refusal) throw work;
  return work;
}

async function importedDocument(file: WordFile): Promise<DocumentDraft> {
  const [document] = (await imported(file)).documents;
  if (!document) throw new Error("no document");
  return document;
}

/** What an editor is told of a Word file that is refused. */
async function refused(content: Uint8Array, name = "letter.docx"): Promise<string> {
  const refusal = await expectOwed(docx, { name, content });
  if (!(refusal instanceof Refusal)) throw new Error("it was read");
  return `${refusal.message}; ${refusal.mend}`;
}

async function textOf(body: string, file: Omit<WordFile, "body"> = {}): Promise<readonly string[]> {
  return shown((await importedDocument({ ...file, body: titled(body) })).blocks);
}

const note = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
const footnote = (id: number, inner: string): string =>
  `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${inner}</w:p></w:footnote>`;
const SEPARATOR =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>';

describe("the words of a Word document", () => {
  it("keep how they are set", async () => {
    const ways = [
      ["<w:i/>", "italic"],
      ["<w:b/>", "bold"],
      ['<w:u w:val="single"/>', "under"],
      ["<w:strike/>", "struck"],
      ["<w:dstrike/>", "twice"],
      ["<w:smallCaps/>", "small"],
      ['<w:vertAlign w:val="superscript"/>', "up"],
      ['<w:i w:val="0"/><w:b w:val="false"/>', "plain"],
    ] as const;
    const runs = ways.map(([form, words]) => t(words, form)).join(t(" "));
    expect(await textOf(p(runs))).toEqual([
      "*italic* **bold** [under].underline [struck].del [twice].del [small].smallcaps [up].superscript plain",
    ]);
  });

  it("run together where Word has cut them into pieces", async () => {
    const body = p(t("A ") + t("tele", "<w:i/>") + t("gram", "<w:i/>") + t(" from") + t(" Moscow"));
    expect(await textOf(body)).toEqual(["A *telegram* from Moscow"]);
  });

  it("take the form of their style, and of the style on which that is based", async () => {
    const styles =
      HEADINGS +
      '<w:style w:type="character" w:styleId="E"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="B"><w:name w:val="Book"/><w:basedOn w:val="E"/></w:style>';
    const body = p(t("In ") + t("Pravda", '<w:rStyle w:val="B"/>'));
    expect(await textOf(body, { styles })).toEqual(["In *Pravda*"]);
  });

  it("have tabs as spaces, and new lines where they are forced", async () => {
    const body = p(
      '<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:br w:type="page"/><w:t>four</w:t></w:r>',
    );
    expect(await textOf(body)).toEqual(["one two/three four"]);
  });

  it("keep hyphens that must not break, and lose those that only may", async () => {
    const body = p(
      "<w:r><w:t>re</w:t><w:softHyphen/><w:t>ply</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>",
    );
    expect(await textOf(body)).toEqual(["reply\u20111"]);
  });

  it("are found in wrappers that a reader may not know", async () => {
    const body = p(
      `<w:smartTag>${t("one ")}</w:smartTag><w:dir w:val="ltr">${t("two ")}</w:dir>` +
        `<w:sdt><w:sdtPr/><w:sdtContent>${t("three ")}</w:sdtContent></w:sdt>` +
        `<w:fldSimple w:instr="DATE">${t("four")}</w:fldSimple>`,
    );
    expect(await textOf(body)).toEqual(["one two three four"]);
  });

  it("stand in a frame: they are kept once, behind their paragraph, under doubt", async () => {
    const inner = `<w:txbxContent>${p(t("In the frame"))}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>${inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>`;
    const fallback = `<mc:Fallback><w:pict><v:shape><v:textbox>${inner}</v:textbox></v:shape></w:pict></mc:Fallback>`;
    const wanted = [
      "Before and behind",
      "doubt: what follows stood in a frame beside the text: put it where it belongs",
      "In the frame",
    ];
    const around = (frame: string): string =>
      p(`${t("Before ")}<w:r>${frame}</w:r>${t("and behind")}`);
    expect(await textOf(around(`${both}${fallback}</mc:AlternateContent>`))).toEqual(wanted);
    expect(await textOf(around(`${both}</mc:AlternateContent>`))).toEqual(wanted);
  });

  it("of an equation are kept, its form is doubted", async () => {
    const body = p(
      `${t("Let ")}<m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>=2</m:t></m:r></m:oMath>`,
    );
    expect(await textOf(body)).toEqual([
      "Let<!-- an equation, of which only the letters are kept --> x=2",
    ]);
  });

  it("have signs of other fonts where these have a letter", async () => {
    const body = p(
      '<w:r><w:t xml:space="preserve">a </w:t><w:sym w:font="Symbol" w:char="F061"/><w:t xml:space="preserve"> b</w:t><w:sym w:font="Nowhere" w:char="F0FF"/></w:r>',
    );
    expect(await textOf(body)).toEqual([
      "a α b<!-- the sign F0FF of the font Nowhere stood here, which has no letter -->",
    ]);
  });

  it("that Word hides are told, and left behind", async () => {
    const work = await imported({ body: titled(p(t("Seen ") + t("unseen", "<w:vanish/>"))) });
    expect(work.left).toMatchObject([{ what: "words that Word hides", text: "unseen" }]);
  });
});

describe("the blocks of a Word document", () => {
  it("are headings without a gap, the title's aside", async () => {
    const body = p(t("First"), "H2") + p(t("Words")) + p(t("Deep"), "H3") + p(t("Second"), "H2");
    expect(await textOf(body)).toEqual(["## First", "Words", "### Deep", "## Second"]);
  });

  it("are quotations by their style", async () => {
    const styles = `${HEADINGS}<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>`;
    const body = p(t("He said:")) + p(t("One."), "Q") + p(t("Two."), "Q") + p(t("So he said."));
    expect(await textOf(body, { styles })).toEqual(["He said:", "> One.", "> Two.", "So he said."]);
  });

  it("are tables: joined cells leave empty ones, paragraphs of a cell stand one under the other", async () => {
    const cell = (inner: string, properties = ""): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
    const row = (cells: string, head = ""): string => `<w:tr>${head}${cells}</w:tr>`;
    const table = `<w:tbl>${row(
      cell(p(t("Year"))) + cell(p(t("Tons")), '<w:gridSpan w:val="2"/>'),
      "<w:trPr><w:tblHeader/></w:trPr>",
    )}${row(cell(p(t("1962")), '<w:vMerge w:val="restart"/>') + cell(p(t("a")) + p(t("b"))) + cell(p(t("c"))))}${row(cell(p(""), "<w:vMerge/>") + cell(p(t("d"))) + cell(p(t("e"))))}</w:tbl>`;
    const work = await imported({ body: titled(table) });
    expect(shown(work.documents[0]?.blocks ?? [])).toEqual([
      "Year | Tons | ",
      "1962 | a/b | c",
      " | d | e",
    ]);
    expect(work.remarks.map(({ message }) => message)).toEqual([
      "a table has joined cells: the first of them has the words, the others are empty",
    ]);
  });

  it("are lists, nested and numbered as Word shows them", async () => {
    const level = (index: number, format: string, pattern: string, start = 1): string =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
    const numbering =
      `<w:abstractNum w:abstractNumId="1">${level(0, "decimal", "%1.", 3)}${level(1, "lowerLetter", "(%2)")}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="2">${level(0, "bullet", "•")}${level(1, "bullet", "o")}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>';
    const item = (words: string, list: number, depth = 0): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${t(words)}</w:p>`;
    const body = [
      item("three", 1),
      item("first of three", 1, 1),
      item("second of three", 1, 1),
      item("four", 1),
      item("first of four", 1, 1),
      p(t("Between.")),
      item("five", 1),
      item("point", 2),
      item("point in point", 2, 1),
    ].join("");
    expect(await textOf(body, { numbering })).toEqual([
      "3. three",
      "   (a) first of three",
      "   (b) second of three",
      "4. four",
      "   (a) first of four",
      "Between.",
      "5. five",
      "- point",
      "   - point in point",
    ]);
  });

  it("are told where Word makes them itself: contents, running heads", async () => {
    const styles = `${HEADINGS}<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>`;
    const body = p(t("Title"), "H1") + p(t("Chapter 3"), "TOC1") + p(t("Text"));
    const work = await imported({ body, styles, header: p(t("Secret")) });
    expect(work.left).toMatchObject([
      { what: "running heads and feet", text: "Secret" },
      { what: "table of contents or index", text: "Chapter 3" },
    ]);
    expect(shown(work.documents[0]?.blocks ?? [])).toEqual(["Text"]);
  });

  it("are read in the strict form as in the usual one", async () => {
    const body = titled(p(t("Words", "<w:i/>")) + p(note(1)));
    const file = { body, footnotes: footnote(1, t("A note.")) };
    const strict = await imported({ ...file, strict: true });
    expect(strict).toEqual(await imported(file));
    expect(strict.counted.notes).toBe(1);
  });
});

describe("the notes of a Word document", () => {
  it("have their numbers; endnotes and comments have labels of their own", async () => {
    const { blocks, notes } = await importedDocument({
      body: titled(
        p(
          `${t("One")}${note(7)}${t(" two")}${note(2)}${t(" three")}<w:r><w:endnoteReference w:id="4"/></w:r>`,
        ) + p(`${t("Four")}<w:r><w:commentReference w:id="0"/></w:r>`),
      ),
      footnotes: SEPARATOR + footnote(2, t(" Second.")) + footnote(7, t(" First.")),
      endnotes: `<w:endnote w:id="4">${p(t("At the end."))}${p(t("Two paragraphs."))}</w:endnote>`,
      comments: `<w:comment w:id="0" w:author="Ann Editor">${p(t("Is it so?"))}</w:comment>`,
    });
    expect(shown(blocks)).toEqual(["One[^1] two[^2] three[^e1]", "Four[^tx:1]"]);
    expect(
      notes.map(({ label, stream, blocks: inner }) => [label, stream, ...shown(inner)]),
    ).toEqual([
      ["1", "editor", "First."],
      ["2", "editor", "Second."],
      ["e1", "editor", "At the end.", "Two paragraphs."],
      ["tx:1", "textual", "Ann Editor: Is it so?"],
    ]);
  });

  it("have the title's as source note, and are numbered without it", async () => {
    const { notes, blocks } = await importedDocument({
      body: p(t("7. Telegram") + note(1), "H1") + p(t("Words") + note(2)),
      footnotes: footnote(1, t("Source: Archive.")) + footnote(2, t("A note.")),
    });
    expect(notes.map(({ label, stream }) => `${label} ${stream}`)).toEqual([
      "src source",
      "1 editor",
    ]);
    expect(shown(blocks)).toEqual(["Words[^1]"]);
  });

  it("are doubted where one on the title says nothing of a source", async () => {
    const { blocks } = await importedDocument({
      body: p(t("Telegram") + note(1), "H1") + p(t("Words")),
      footnotes: footnote(1, t("Translated by hand.")),
    });
    expect(shown(blocks)[0]).toBe("doubt: the note on the title is taken for the source note");
  });

  it("that nothing calls are told", async () => {
    const { left } = await imported({
      body: titled(p(t("Words"))),
      footnotes: SEPARATOR + footnote(1, t("Alone.")),
    });
    expect(left).toMatchObject([{ what: "notes that nothing calls", text: "Alone." }]);
  });

  it("that are missing are doubted where they are called", async () => {
    expect(await textOf(p(t("Words") + note(9)))).toEqual([
      "Words<!-- a note was called here that the file does not have -->",
    ]);
  });

  it("may bear a mark of the writer's own, which is marked anew", async () => {
    const call = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>';
    const work = await imported({
      body: titled(p(t("Words") + call)),
      footnotes: footnote(1, t("* So in the original.")),
    });
    const [document] = work.documents;
    expect(shown(document?.blocks ?? [])).toEqual(["Words[^1]"]);
    expect(shown(document?.notes[0]?.blocks ?? [])).toEqual(["So in the original."]);
    expect(work.left.map(({ what, text }) => [what, text])).toEqual([
      ["marks of notes", "*"],
      ["marks of notes", "*"],
    ]);
  });
});

describe("the links of a Word document", () => {
  it("lead to the web, or to a place in it", async () => {
    const body =
      p(`<w:hyperlink r:id="l1">${t("a page", '<w:u w:val="single"/>')}</w:hyperlink>`) +
      p(`${t("see ")}<w:hyperlink w:anchor="there">${t("below")}</w:hyperlink>`) +
      p(`<w:bookmarkStart w:id="1" w:name="there"/>${t("There.")}<w:bookmarkEnd w:id="1"/>`) +
      p(`<w:hyperlink w:anchor="nowhere">${t("gone")}</w:hyperlink>`);
    const relations = { l1: { kind: "hyperlink", target: "https://example.org/a?b=1&amp;c=2" } };
    expect(await textOf(body, { relations })).toEqual([
      "[a page](https://example.org/a?b=1&c=2)",
      "see [below](#title-there)",
      "[]#title-thereThere.",
      'gone<!-- a link led to "nowhere", which is not on the web -->',
    ]);
  });

  it("never run a script", async () => {
    const body = p(`<w:hyperlink r:id="l1">${t("click")}</w:hyperlink>`);
    const relations = { l1: { kind: "hyperlink", target: "javascript:alert(1)" } };
    expect((await textOf(body, { relations }))[0]).toMatch(/^click<!-- a link led to/u);
  });
});

describe("the pictures of a Word document", () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3]);
  const picture = (id: string): string =>
    p(
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A map"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
    );
  const relations = {
    i1: { kind: "image", target: "media/image1.png" },
    i2: { kind: "image", target: "media/image2.emf" },
    i3: { kind: "image", target: "../../../etc/passwd" },
  };

  it("are taken, with what they show", async () => {
    const work = await imported({
      body: titled(p(t("Words")) + picture("i1")),
      relations,
      files: { "word/media/image1.png": png },
    });
    expect(work.images).toEqual([{ path: "title/1.png", bytes: Buffer.from(png) }]);
    expect(shown(work.documents[0]?.blocks ?? [])).toEqual([
      "Words",
      "figure images/title/1.png A map",
    ]);
  });

  it("are told where a browser would not show them or the file lacks them", async () => {
    const work = await imported({
      body: titled(picture("i2") + picture("i3")),
      relations,
      files: { "word/media/image2.emf": Uint8Array.from([1, 0, 0, 0]) },
    });
    expect(work.images).toEqual([]);
    expect(work.remarks.map(({ message }) => message)).toEqual([
      "a picture that the file does not hold itself is left behind",
      "a picture that browsers do not show is left behind: save it as PNG",
    ]);
  });
});

describe("the fields of a Word document", () => {
  it("are the title with its number, date and place of its dateline", async () => {
    const { matter, blocks } = await importedDocument({
      body:
        p(t("53. Telegram"), "H1") +
        p(t("Moscow, September 4, 1962.")) +
        p(t("Words [Page 149]more")),
    });
    expect(matter).toEqual({
      id: "telegram-1962-09-04",
      number: 53,
      title: "Telegram",
      date: "1962-09-04",
      place: "Moscow",
    });
    expect(shown(blocks)).toEqual(["dateline: Moscow, September 4, 1962.", "Words []pb=149more"]);
  });

  it("are never a cell of a table or a line in which nothing is to be seen, and of no heading where the first line is all there is", async () => {
    const cell = `<w:tbl><w:tr><w:tc>${p(t("Cell"))}</w:tc></w:tr></w:tbl>`;
    const unseen = p(t("\u00AD")) + p(t("First")) + p(t("Second."));
    const titles = [cell + p(t("First")) + p(t("Second.")), unseen, p(t("Alone"))].map(
      async (body) => (await importedDocument({ body })).matter.title,
    );
    expect(await Promise.all(titles)).toEqual(["First", "First", "letter"]);
  });

  it("are taken from Word's properties under doubt", async () => {
    const { matter, doubts } = await importedDocument({
      body: p(t("Words, and more of them.")),
      properties: "<dc:title>A letter</dc:title><dc:creator>Ann Typist</dc:creator>",
    });
    expect(matter).toMatchObject({
      title: "A letter",
      "title-supplied": true,
      authors: ["Ann Typist"],
    });
    expect(doubts.map(({ field }) => field)).toEqual(["title", "authors"]);
  });
});

describe("a file that is refused", () => {
  it.each<readonly [what: string, body: string, told: string]>([
    [
      "inserted words",
      p(`<w:ins>${t("new words")}</w:ins>`),
      'a tracked change: "new words" is inserted',
    ],
    [
      "deleted words",
      p("<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"),
      '"old" is deleted',
    ],
    ["moved words", p(`<w:moveFrom>${t("there")}</w:moveFrom>`), '"there" is moved'],
    [
      "a deleted end of a paragraph",
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>",
      "a paragraph or a row is deleted",
    ],
    [
      "a new row",
      `<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc>${p(t("cell"))}</w:tc></w:tr></w:tbl>`,
      "a paragraph or a row is inserted",
    ],
    [
      "several",
      p(`<w:ins>${t("one")}</w:ins><w:del>${t("two")}</w:del>`),
      'it has 2 tracked changes, the first of them: "one" is inserted',
    ],
  ])("has tracked changes: %s", async (_, body, told) => {
    const said = await refused(await wordFile({ body }));
    expect(said).toContain(told);
    expect(said).toContain("accept or reject the tracked changes in Word first");
  });

  it("has tracked changes in a note alone", async () => {
    const footnotes = footnote(1, `<w:ins>${t("new")}</w:ins>`);
    expect(await refused(await wordFile({ body: p(note(1)), footnotes }))).toContain(
      "tracked change",
    );
  });

  it.each<readonly [what: string, bytes: Uint8Array, told: string]>([
    ["an old Word file", compound("WordDocument"), "of the old form (.doc)"],
    ["a protected one", compound("EncryptedPackage"), "protected with a password"],
    ["RTF", Buffer.from("{\\rtf1 Words}"), "it is RTF"],
    ["nothing at all", new Uint8Array(), "damaged or cut off"],
    ["plain text", Buffer.from("words"), "damaged or cut off"],
  ])("is %s", async (_, bytes, told) => {
    expect(await refused(bytes)).toContain(told);
  });

  it("is an archive of something else", async () => {
    expect(await refused(await packed({ "xl/workbook.xml": "<a/>" }))).toContain("Excel workbook");
    expect(await refused(await packed({ "a.xml": "<a/>" }))).toContain("neither a Word document");
  });

  it("declares entities, or is nested without end", async () => {
    const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const bomb = `<!DOCTYPE d [<!ENTITY a "b">]><w:document ${space}><w:body>&a;</w:body></w:document>`;
    expect(await refused(await packed({ "word/document.xml": bomb }))).toContain("entities");
    const deep = `<w:document ${space}>${"<w:p>".repeat(5000)}${"</w:p>".repeat(5000)}</w:document>`;
    expect(await refused(await packed({ "word/document.xml": deep }))).toContain("nested");
  });
});

/** The beginning and one name of a compound file, Word's form until 2003. */
function compound(name: string): Uint8Array {
  const begins = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return Buffer.concat([begins, Buffer.alloc(504), Buffer.from(name, "utf16le")]);
}

const made = "../shared/corpora/docx/test/test-data";
const keyed = "../shared/corpora/forms-v06/docx";
const present = existsSync(made) && existsSync(keyed);
if (!present) console.warn(`${made} is not there: real Word files are not tried`);

describe.skipIf(!present)("real Word files", () => {
  const read = async (path: string): Promise<ImportedWork> => {
    const work = await expectOwed(docx, { name: path, content: readFileSync(path) });
    if (work instanceof Refusal) throw work;
    return work;
  };

  it.each<readonly [file: string, text: readonly string[], notes: readonly string[]]>([
    [
      "comments",
      ["Ouch[^tx:1].[^tx:2]"],
      ["Michael Williamson: A tachyon walks into a bar.", "Michael Williamson: Fin."],
    ],
    ["endnotes", ["Ouch[^1].[^2]"], ["A tachyon walks into a bar.", "Fin."]],
    ["footnotes", ["Ouch[^1].[^2]"], ["A tachyon walks into a bar.", "Fin."]],
    ["footnote-hyperlink", ["[^1]"], ["[Example](http://www.example.com)"]],
    ["tables", [" | ", "Top left | Top right", "Bottom left | Bottom right", "Below"], []],
    ["strict-format", ["Test"], []],
  ])("%s.docx", async (file, text, notes) => {
    const [document] = (await read(`${made}/${file}.docx`)).documents;
    expect(shown(document?.blocks ?? [])).toEqual(text);
    expect(document?.notes.flatMap(({ blocks }) => shown(blocks))).toEqual(notes);
  });

  it("are recognized by what they hold, whatever their name", () => {
    for (const file of readdirSync(keyed)) {
      const input = inputOf("letter", readFileSync(`${keyed}/${file}`));
      expect(docx.recognizes(input)).toBe(1);
    }
  });

  it("of 33 documents have 112 footnotes and 72 page marks", async () => {
    const files = readdirSync(keyed).toSorted();
    const works = await Promise.all(files.map(async (file) => await read(`${keyed}/${file}`)));
    const documents = works.flatMap((work) => work.documents);
    expect(documents.map(({ matter }) => matter.number)).toEqual(
      Array.from({ length: 33 }, (_, index) => 53 + index),
    );
    expect(documents.flatMap(({ notes }) => notes)).toHaveLength(112);
    const unsourced = documents.filter(({ notes }) => notes[0]?.label !== "src");
    expect(unsourced.map(({ matter }) => matter.number)).toEqual([76, 80]);
    const breaks = documents.flatMap(({ blocks }) =>
      [...walk(blocks)].filter(({ type }) => type === "page-break"),
    );
    expect(breaks).toHaveLength(72);
    expect(works.reduce((sum, { counted }) => sum + counted.pages, 0)).toBe(72);
    expect(plainText(documents[0]?.blocks ?? [])).toContain("Mr.Macmillan");
  });
});
