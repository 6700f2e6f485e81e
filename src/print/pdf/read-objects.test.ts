import fc from "fast-check";
import { expect, it } from "vitest";
import { browserPdf, streamObject } from "../testing/browser-pdf.ts";
import { PdfName, PdfReference, PdfText, type PdfValue, written } from "./objects.ts";
import { Tokens, readObjects, streamText } from "./read-objects.ts";

const anyValue = fc.letrec<{ value: PdfValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.nat().map((number) => new PdfReference(number)),
    fc
      .string({
        minLength: 1,
        unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)),
      })
      .map((name) => new PdfName(name)),
    fc
      .string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) })
      .map((bytes) => new PdfText(bytes)),
    fc.array(tie("value")),
    fc
      .array(fc.tuple(fc.stringMatching(/^[A-Za-z]{1,8}$/), tie("value")))
      .map((entries) => new Map<string, PdfValue>(entries)),
  ),
})).value;

it("reads whatever it has written", () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      expect(new Tokens(written(value)).value()).toEqual(value);
    }),
  );
});

it("writes nothing in texts that looks like a reference", () => {
  expect(written(new PdfText("12 0 R"))).not.toMatch(/\d 0 R/);
  expect(written(new PdfName("12 0 R"))).not.toMatch(/\d 0 R/);
});

it("reads numbers, and texts with brackets, signs and codes in them", () => {
  expect(new Tokens("[-.5 +3 1.25 4.]").value()).toEqual([-0.5, 3, 1.25, 4]);
  expect(new Tokens("(a \\(b\\) (c) \\101\\n\\\\)").value()).toEqual(
    new PdfText("a (b) (c) A\n\\"),
  );
  expect(new Tokens("<feff 00 4>").value()).toEqual(new PdfText("\u00fe\u00ff\u0000@"));
});

it("finds the objects of a file, and what streams say", () => {
  const file = readObjects(
    browserPdf([streamObject("BT ET"), "<</Length 1 0 R/Name/A#20b>>", "[1 0 R 2 0 R]"]),
  );
  expect(streamText(file, new PdfReference(1))).toBe("BT ET");
  expect(file.dictionary(new PdfReference(2)).get("Name")).toEqual(new PdfName("A b"));
  expect(file.list(file.trailer.get("Root"))).toHaveLength(2);
  expect(file.object(99).value).toBeNull();
});

it("refuses a file of another make", () => {
  expect(() => readObjects(Buffer.from("%PDF-1.7\nnothing\nstartxref\n9\n%%EOF\n"))).toThrow(
    "has no table of its objects",
  );
});
