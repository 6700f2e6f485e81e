import { deflateSync } from "node:zlib";
import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { textsInObjects } from "../pdf/texts-in-objects.ts";
import { withPdfTexts } from "./texts-of-pdf.ts";

/** A PDF that says something wherever one can. */
async function talkative(packed: boolean): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  file.setTitle("A title");
  file.setSubject("Предмет");
  const font = await file.embedFont(StandardFonts.Helvetica);
  for (const words of ["On the first page", "On the second page"])
    file.addPage().drawText(words, { font, x: 50, y: 500 });
  const { context, catalog } = file;
  const bookmark = context.register(context.obj({ Title: PDFHexString.fromText("A bookmark") }));
  catalog.set(PDFName.of("Outlines"), context.register(context.obj({ First: bookmark })));
  const shows = PDFString.of("What a \\(picture\\) shows");
  const figure = context.obj({ S: "Figure", Alt: shows, ActualText: PDFString.of("Said") });
  const tree = context.obj({ K: [context.register(figure)] });
  catalog.set(PDFName.of("StructTreeRoot"), context.register(tree));
  const [page] = file.getPages();
  const leads = context.obj({ S: "URI", URI: PDFString.of("https://papers.example/a") });
  const link = context.register(context.obj({ Subtype: "Link", A: leads }));
  page?.node.set(PDFName.of("Annots"), context.obj([link]));
  page?.node.addContentStream(
    context.register(
      context.flateStream("/Span <</ActualText <FEFF00480069006400640065006E>>> BDC EMC"),
    ),
  );
  catalog.set(
    PDFName.of("Metadata"),
    context.register(
      context.stream("<x>In the métadata</x>", { Type: "Metadata", Subtype: "XML" }),
    ),
  );
  return file.save({ useObjectStreams: packed });
}

describe.each([
  ["packed", true],
  ["plain", false],
])("a PDF whose objects are %s", (_, packed) => {
  test("is read page by page, and beside its pages", async () => {
    const { pages, beside } = await withPdfTexts(async (read) => read(await talkative(packed)));
    expect(pages).toEqual(["On the first page", "On the second page"]);
    expect(beside).toEqual(
      expect.arrayContaining([
        "A title",
        "Предмет",
        "A bookmark",
        "What a (picture) shows",
        "Said",
        "https://papers.example/a",
        "Hidden",
      ]),
    );
    expect(beside.join(" ")).toContain("In the");
  });
});

test("what stands in a stream is not taken for an object, and a broken stream for nothing more", () => {
  const packed = deflateSync("1 0 obj (No object) endobj").toString("latin1");
  const file = [
    "%PDF-1.7",
    `1 0 obj <</Filter/FlateDecode/Subtype/Image/Length ${packed.length}>> stream\n${packed}\nendstream endobj`,
    "2 0 obj <</Filter/FlateDecode/Type/ObjStm/First 0/Length 3>> stream\nabc\nendstream endobj",
    "3 0 obj (An object) endobj",
    "4 0 obj <</Length 14/Subtype/Image>> stream\n9 0 obj (none)\nendstream endobj",
  ].join("\n");
  expect(textsInObjects(Buffer.from(file, "latin1"))).toEqual(["An object"]);
});

test("many PDFs are read one after the other, and what is none is said to be none", async () => {
  const file = await talkative(true);
  await withPdfTexts(async (read) => {
    expect((await read(file)).pages).toHaveLength(2);
    expect((await read(file)).pages).toHaveLength(2);
    await expect(read(Buffer.from("no PDF"))).rejects.toThrow("does not open");
    expect((await read(file)).pages).toHaveLength(2);
  });
});
