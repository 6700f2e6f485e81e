import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import { writePdf } from "./write-pdf.ts";

/** A file of some pages and many small objects, one of which is left out of the row of numbers. */
async function manyObjects(count: number): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([200, 300]);
  document.addPage([300, 200]);
  const { context } = document;
  const gap = context.register(PDFString.of("taken out"));
  const strings = Array.from({ length: count }, (_, at) =>
    context.register(PDFString.of(`string ${at}`)),
  );
  context.delete(gap);
  document.catalog.set(PDFName.of("Strings"), context.obj(strings));
  return document;
}

it("writes every object so that it is found again, however many there are", async () => {
  for (const count of [1, 99, 100, 101, 450]) {
    const written = await manyObjects(count);
    const read = await PDFDocument.load(writePdf(written), { updateMetadata: false });
    expect(read.getPages().map((page) => page.getSize().width)).toEqual([200, 300]);
    const strings = read.catalog.get(PDFName.of("Strings"));
    expect(strings?.toString()).toBe(written.catalog.get(PDFName.of("Strings"))?.toString());
    for (const [reference, object] of written.context.enumerateIndirectObjects()) {
      expect(read.context.lookup(reference)?.toString()).toBe(object.toString());
    }
  }
});

it("writes a file that was written so a second time, without what packed its objects", async () => {
  const once = writePdf(await manyObjects(250));
  const again = writePdf(await PDFDocument.load(once, { updateMetadata: false }));
  const read = await PDFDocument.load(again, { updateMetadata: false });
  expect(read.getPageCount()).toBe(2);
  const tables = read.context
    .enumerateIndirectObjects()
    .filter(([, object]) => object.toString().includes("/Type /XRef"));
  expect(tables).toHaveLength(1);
});

it("writes the same bytes for the same objects", async () => {
  const [one, other] = [writePdf(await manyObjects(120)), writePdf(await manyObjects(120))];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});
