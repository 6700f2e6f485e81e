import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../refusal.ts";
import { expectOwed } from "../testing/expect-owed.ts";
import { packed } from "../zip/testing/packed.ts";
import { docx } from "./docx.ts";
import { HEADINGS, p, t, wordFile } from "./testing/word-file.ts";

/** Words with whatever Markdown, XML and an edition's own marks could take for theirs. */
const words = fc
  .array(
    fc.constantFrom(
      "word",
      "Москва",
      "e\u0301",
      " ",
      "  ",
      "*",
      "_",
      "[Page 12]",
      "[",
      "]",
      "&lt;b&gt;",
      "&amp;amp;",
      "|",
      "1.",
      "12)",
      "#",
      "-",
      "\\",
      "`",
      "[^1]",
      ":::",
      "[illegible]",
      "\u00A0",
      "\u00AD",
      "$",
      "~",
      "{.gap}",
      "https://example.org",
      "Moscow, May 1, 1962",
      "&#x1F600;",
      "[Translator's note: so.]",
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => pieces.join(""));

const form = fc.constantFrom(
  "",
  "<w:i/>",
  "<w:b/>",
  "<w:b/><w:i/>",
  '<w:u w:val="single"/>',
  "<w:strike/>",
  "<w:smallCaps/>",
  '<w:vertAlign w:val="superscript"/>',
  "<w:vanish/>",
);

const call = fc
  .constantFrom("footnote", "endnote")
  .chain((kind) => fc.nat(4).map((id) => `<w:r><w:${kind}Reference w:id="${id + 1}"/></w:r>`));

const comment = fc.nat(2).map((id) => `<w:r><w:commentReference w:id="${id}"/></w:r>`);

const run = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(words, form).map(([text, how]) => t(text, how)) },
  { weight: 2, arbitrary: call },
  comment,
  fc.constantFrom(
    "<w:r><w:br/></w:r>",
    "<w:r><w:tab/></w:r>",
    '<w:r><w:br w:type="page"/></w:r>',
    '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>',
    '<w:r><w:sym w:font="Nowhere" w:char="F061"/></w:r>',
    "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
    "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>",
  ),
  words.map((text) => `<w:hyperlink w:anchor="here">${t(text)}</w:hyperlink>`),
  words.map((text) => `<w:bookmarkStart w:id="1" w:name="here"/>${t(text)}`),
  words.map(
    (text) => `<w:smartTag><w:sdt><w:sdtContent>${t(text)}</w:sdtContent></w:sdt></w:smartTag>`,
  ),
  words.map(
    (text) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p(t(text))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
  ),
);

const runs = fc.array(run, { maxLength: 5 }).map((all) => all.join(""));

const paragraph = fc
  .tuple(runs, fc.constantFrom("", "H1", "H2", "Q", "Sig"))
  .map(([inner, style]) => p(inner, style === "" ? undefined : style));

const item = fc
  .tuple(runs, fc.constantFrom(1, 2, 3), fc.nat(2))
  .map(
    ([inner, list, depth]) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${inner}</w:p>`,
  );

const cell = fc
  .tuple(
    fc.array(paragraph, { minLength: 1, maxLength: 2 }),
    fc.nat(3),
    fc.constantFrom("", "<w:vMerge/>", '<w:vMerge w:val="restart"/>'),
  )
  .map(
    ([inner, wide, merge]) =>
      `<w:tc><w:tcPr><w:gridSpan w:val="${wide}"/>${merge}</w:tcPr>${inner.join("")}</w:tc>`,
  );

const table = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((rows) => `<w:tbl>${rows.map((row) => `<w:tr>${row.join("")}</w:tr>`).join("")}</w:tbl>`);

const block = fc.oneof({ weight: 5, arbitrary: paragraph }, { weight: 2, arbitrary: item }, table);

const notes = (kind: string): fc.Arbitrary<string> =>
  fc
    .array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { maxLength: 4 })
    .map((all) =>
      all.map((inner, id) => `<w:${kind} w:id="${id + 1}">${inner.join("")}</w:${kind}>`).join(""),
    );

const level = (index: number, format: string, pattern: string): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
const numbering =
  `<w:abstractNum w:abstractNumId="1">${level(0, "decimal", "%1.")}${level(1, "lowerLetter", "(%2)")}${level(2, "decimal", "%1.%3")}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="2">${[0, 1, 2].map((depth) => level(depth, "bullet", "•")).join("")}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>';

const styles =
  HEADINGS +
  '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style><w:style w:type="paragraph" w:styleId="Sig"><w:name w:val="Signature"/></w:style>';

describe("any Word document", () => {
  it("loses no letter and gains none, twice the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(block, { maxLength: 6 }),
        notes("footnote"),
        notes("endnote"),
        fc.array(paragraph, { maxLength: 2 }),
        async (blocks, footnotes, endnotes, remarks) => {
          const comments = remarks
            .map((inner, id) => `<w:comment w:id="${id}" w:author="Ann">${inner}</w:comment>`)
            .join("");
          const content = await wordFile({
            body: blocks.join(""),
            footnotes,
            endnotes,
            comments,
            numbering,
            styles,
          });
          const work = await expectOwed(docx, { name: "any.docx", content });
          expect(work).not.toBeInstanceOf(Refusal);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("ends in a work or a refusal, whatever its XML is", async () => {
    const piece = fc.constantFrom(
      "<w:p>",
      "</w:p>",
      "<w:r>",
      "</w:r>",
      "<w:t>word</w:t>",
      "<w:tbl>",
      "</w:tbl>",
      "<w:tr>",
      "</w:tr>",
      "<w:tc>",
      "</w:tc>",
      '<w:fldChar w:fldCharType="begin"/>',
      '<w:fldChar w:fldCharType="end"/>',
      "<w:instrText>HYPERLINK </w:instrText>",
      '<w:hyperlink r:id="none">',
      "</w:hyperlink>",
      '<w:footnoteReference w:id="7"/>',
      "<w:pict>",
      "</w:pict>",
      "<mc:AlternateContent>",
      "</mc:AlternateContent>",
    );
    const space = [
      'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
      'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
    ].join(" ");
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
        const document = `<w:document ${space}><w:body>${closed(pieces)}</w:body></w:document>`;
        const content = await packed({ "word/document.xml": document });
        expect(await expectOwed(docx, { name: "any.docx", content })).toBeDefined();
      }),
      { numRuns: 60 },
    );
  });
});

/** Closes what was opened in its order, so that the XML is well-formed and only its sense is not. */
function closed(pieces: readonly string[]): string {
  const open: string[] = [];
  let text = "";
  for (const piece of pieces) {
    const name = /^<\/?([\w:]+)/u.exec(piece)?.[1] ?? "";
    if (piece.startsWith("</")) {
      if (open.at(-1) !== name) continue;
      open.pop();
    } else if (!piece.endsWith("/>") && !piece.includes("</")) open.push(name);
    text += piece;
  }
  return (
    text +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join("")
  );
}
