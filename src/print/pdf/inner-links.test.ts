import { PDFDict, PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import { INNER_LINK, leadInnerLinks } from "./inner-links.ts";
import { readPdf } from "../proof/read-pdf.ts";
import { writePdf } from "./write-pdf.ts";

it("leads links within a reader to the pages of their targets, and leaves those to the web alone", async () => {
  const document = await PDFDocument.create({ updateMetadata: false });
  const [first] = [document.addPage([612, 792]), document.addPage([612, 792])];
  const link = (address: string): PDFDict =>
    document.context.obj({
      Type: "Annot",
      Subtype: "Link",
      Rect: [0, 0, 10, 10],
      A: { S: "URI", URI: PDFString.of(address) },
    });
  first?.node.set(
    PDFName.of("Annots"),
    document.context.obj([link(`${INNER_LINK}two--p1`), link("https://example.org/")]),
  );
  leadInnerLinks(document, [{ id: "two--p1", page: 1, left: 96, top: 192 }]);

  const { pages } = await readPdf(writePdf(document));
  expect(pages.map(({ links }) => links)).toEqual([[{ name: "two--p1", page: 1 }], []]);
  const places = document.catalog.lookup(PDFName.of("Dests"), PDFDict);
  expect(places.lookup(PDFName.of("two--p1"))?.toString()).toMatch(/\/XYZ 72 648 0 \]$/);
});
