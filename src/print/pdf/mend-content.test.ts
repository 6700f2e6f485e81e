import { PDFArray, PDFContext, PDFObjectParser, PDFString } from "@cantoo/pdf-lib";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Glyphs } from "./glyphs.ts";
import { mendContent } from "./mend-content.ts";

/** Glyph 1 is 500 wide, 2 twice that and an apostrophe. */
const glyphs: Glyphs = {
  width: (glyph) => glyph * 500,
  letter: (glyph) => (glyph === 2 ? "’" : undefined),
};

const page = {
  height: 792,
  fonts: new Map([["F1", glyphs]]),
  figures: new Set<number>(),
};

/** Glyphs as they are written in a row: two bytes each. */
const row = (...shown: readonly number[]): string =>
  `(${shown.map((glyph) => String.fromCharCode(glyph >> 8, glyph & 0xff)).join("")})`;

const mended = (...lines: readonly string[]): readonly string[] =>
  mendContent(lines.join("\n"), page).content.trim().split("\n");

it("writes glyphs that follow each other as one row, and says where one does not", () => {
  expect(
    mended(
      "/P <</MCID 0 >>BDC",
      "BT",
      "/F1 10 Tf",
      "1 0 0 -1 100 200 Tm",
      "<0001> Tj",
      "5.00002 0 Td <0002> Tj",
      "9.8 0 Td <0001> Tj",
      "ET",
      "EMC",
    ),
  ).toEqual([
    "/P <</MCID 0 >>BDC",
    "BT",
    "/F1 10 Tf",
    "1 0 0 -1 100 200 Tm",
    `[${row(1, 2)}20${row(1)}]TJ`,
    "ET",
    "EMC",
  ]);
});

it("leaves no glyph more than a thousandth of its size from its place, however long the row", () => {
  const glyphsInARow = fc.array(
    fc.record({
      glyph: fc.integer({ min: 1, max: 2 }),
      gap: fc.double({ min: -3, max: 12, noNaN: true }),
    }),
    { minLength: 1, maxLength: 200 },
  );
  fc.assert(
    fc.property(glyphsInARow, fc.integer({ min: 6, max: 42 }), (shown, size) => {
      let wanted = 0;
      const places: number[] = [];
      const lines = shown.map(({ glyph, gap }, at) => {
        const move = at === 0 ? "" : `${gap.toFixed(6)} 0 Td `;
        if (at > 0) wanted += Number(gap.toFixed(6));
        places.push(wanted);
        return `${move}<000${glyph}> Tj`;
      });
      const written = mended("BT", `/F1 ${size} Tf`, "1 0 0 -1 0 400 Tm", ...lines, "ET");
      const found: number[] = [];
      let at = 0;
      for (const line of written.filter((each) => each.endsWith("TJ"))) {
        for (const [, string, number] of line.matchAll(/\(([^)]*)\)|(-?\d+)/g)) {
          if (number !== undefined) at -= (Number(number) / 1000) * size;
          for (const [, glyph = ""] of (string ?? "").matchAll(/\0(.)/g)) {
            found.push(at);
            at += (glyphs.width(glyph.charCodeAt(0)) / 1000) * size;
          }
        }
      }
      expect(found).toHaveLength(places.length);
      for (const [index, place] of places.entries()) {
        expect(Math.abs((found[index] ?? 0) - place)).toBeLessThanOrEqual(size / 1000);
      }
    }),
    { numRuns: 200 },
  );
});

it("writes glyphs of any number so that they are read again, also those whose bytes mean something in a string", () => {
  const telling = fc.constantFrom(0x00, 0x0a, 0x0d, 0x28, 0x29, 0x30, 0x5c, 0x72, 0xff);
  const glyph = fc.tuple(telling, telling).map(([high, low]) => (high << 8) | low);
  fc.assert(
    fc.property(fc.array(glyph, { minLength: 1, maxLength: 2000 }), (shown) => {
      const lines = shown.map((each) => `<${each.toString(16).padStart(4, "0")}> Tj`);
      const { content } = mendContent(["BT", "/F1 10 Tf", ...lines, "ET"].join("\n"), page);
      const written = content.slice(content.indexOf("["), content.indexOf("]TJ") + 1);
      const parsed = PDFObjectParser.forBytes(
        Buffer.from(written, "latin1"),
        PDFContext.create(),
      ).parseObject();
      const string = parsed instanceof PDFArray ? parsed.get(0) : undefined;
      const bytes = string instanceof PDFString ? string.asBytes() : [];
      expect([...bytes]).toEqual(shown.flatMap((each) => [each >> 8, each & 0xff]));
      // Which strict programs would read as the end of a line.
      expect(written).not.toContain("\r");
    }),
  );
});

it("begins a row anew where the line changes", () => {
  expect(
    mended(
      "/P <</MCID 0 >>BDC",
      "BT",
      "/F1 10 Tf",
      "1 0 0 -1 0 0 Tm",
      "<0001> Tj",
      "5 0 Td <0001> Tj",
      "-5 14 Td <0001> Tj",
      "ET",
      "EMC",
    ).slice(3, -1),
  ).toEqual(["1 0 0 -1 0 0 Tm", `[${row(1, 1)}]TJ`, "0 14 Td", `[${row(1)}]TJ`, "ET"]);
});

it("writes glyphs of fonts that it does not know as they are, each at its place", () => {
  const lines = ["/F9 10 Tf", "1 0 0 -1 0 0 Tm", "<01> Tj", "5 0 Td", "<02> Tj"];
  expect(mended("/P <</MCID 0 >>BDC", "BT", ...lines, "ET", "EMC")).toEqual([
    "/P <</MCID 0 >>BDC",
    "BT",
    ...lines,
    "ET",
    "EMC",
  ]);
});

it("marks heads, folios and rules as artifacts", () => {
  expect(
    mended(
      "0 0 612 792 re",
      "f",
      "BT",
      "/F1 10 Tf",
      "1 0 0 1 0 750 Tm",
      "<0001> Tj",
      "ET",
      "BT",
      "/F1 10 Tf",
      "1 0 0 1 0 70 Tm",
      "<0001> Tj",
      "ET",
    ).filter((line) => /Artifact|EMC/.test(line)),
  ).toEqual([
    "/Artifact BMC",
    "EMC",
    "/Artifact <</Type/Pagination/Subtype/Header>>BDC",
    "EMC",
    "/Artifact <</Type/Pagination/Subtype/Footer>>BDC",
    "EMC",
  ]);
});

it("takes lines and fills out of the text, but not out of figures", () => {
  const rule = "/TR <</MCID 4 >>BDC\n0 0 10 1 re\nf\nEMC";
  const { content, bare } = mendContent(rule, page);
  expect(content).toBe("/Artifact BMC\n0 0 10 1 re\nf\nEMC\n");
  expect([...bare]).toEqual([4]);
  const figure = mendContent(rule, { ...page, figures: new Set([4]) });
  expect(figure.content).toContain("MCID 4");
  expect([...figure.bare]).toEqual([]);
});

it("ends marked content before the state is restored that was there when it began", () => {
  expect(
    mended("q", "/P <</MCID 0 >>BDC", "BT", "/F1 10 Tf", "<0001> Tj", "ET", "Q", "EMC").slice(-3),
  ).toEqual(["ET", "EMC", "Q"]);
});

it("takes no letter in a string for an operator", () => {
  expect(
    mended("/P <</MCID 0 >>BDC", "BT", "/F9 9 Tf", "(a \\) f (ET) Q) Tj", "ET", "EMC"),
  ).toEqual(["/P <</MCID 0 >>BDC", "BT", "/F9 9 Tf", "(a \\) f (ET) Q) Tj", "ET", "EMC"]);
});

it("says no more than the font which letter a glyph is, but says what the font does not know", () => {
  const said = (text: string): readonly string[] =>
    mended(
      "/P <</MCID 0 >>BDC",
      "BT",
      "/F1 10 Tf",
      "1 0 0 -1 0 0 Tm",
      "<0001> Tj",
      `/Span<</ActualText ${text} >> BDC`,
      "5 0 Td <0002> Tj",
      "EMC",
      "10 0 Td <0001> Tj",
      "ET",
      "EMC",
    ).slice(4, -2);
  expect(said("<feff2019>")).toEqual([`[${row(1, 2, 1)}]TJ`]);
  expect(said("<feff00ad>")).toEqual([
    `[${row(1)}]TJ`,
    "/Span<</ActualText <feff00ad> >> BDC",
    `[${row(2)}]TJ`,
    "EMC",
    `[${row(1)}]TJ`,
  ]);
});
