import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Look, type Paper, looks, papers } from "../edition/reader-matter.ts";
import { packageStyles } from "../site/package-folders.ts";
import { printStyles } from "../site/views/print-styles.ts";

/* What the styles of each look and paper say of a page, in CSS pixels. What is printed on Letter is measured in packets.test.ts. */

const SHEETS: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  letter: [816, 1056],
  a4: [(210 / 25.4) * 96, (297 / 25.4) * 96],
};

interface Measures {
  readonly margins: readonly number[];
  readonly inner: number;
  readonly outer: number;
  readonly measure: number;
  readonly size: string;
}

function measuresOf(look: Look, paper: Paper): Measures {
  const [name = ""] = printStyles({}, { look, paper });
  const css = readFileSync(path.join(packageStyles, name), "utf8");
  const said = (pattern: RegExp): string => pattern.exec(css)?.[1] ?? "";
  const number = (variable: string): number =>
    Number.parseFloat(said(new RegExp(`--${variable}: (.*?)px;`, "u")));
  return {
    size: said(/ size: (\w+);/u).toLowerCase(),
    margins: said(/ margin: (.*?);/u)
      .split(" ")
      .map(Number.parseFloat),
    inner: number("inner"),
    outer: number("outer"),
    measure: number("measure"),
  };
}

const LINE: Readonly<Partial<Record<Look, number>>> = { "large-print": 33 };
const allLooks = Object.keys(looks).filter((look): look is Look => look in looks);

describe.each(Object.keys(papers).filter((paper): paper is Paper => paper in papers))(
  "on %s",
  (paper) => {
    const [width, height] = SHEETS[paper];

    it.each(allLooks)("a page in %s is full from edge to edge, in whole lines", (look) => {
      const { size, margins, inner, outer, measure } = measuresOf(look, paper);
      const [top = 0, right = 0, bottom = 0, left = 0] = margins;
      expect(size).toBe(paper);
      expect([left, right]).toEqual([inner, outer]);
      expect(Math.abs(inner + measure + outer - width)).toBeLessThan(0.1);
      const lines = (height - top - bottom) / (LINE[look] ?? 21);
      expect(Math.abs(lines - Math.round(lines))).toBeLessThan(0.01);
    });

    it("has what each look is for", () => {
      const [standard, duplex] = [measuresOf("standard", paper), measuresOf("duplex", paper)];
      expect(duplex.inner - standard.inner).toBe(36);
      expect(duplex.measure).toBe(standard.measure);
      // As wide as a hand: 73 mm.
      expect(measuresOf("wide-margin", paper).outer).toBeGreaterThan((73 / 25.4) * 96);
      expect(measuresOf("large-print", paper).measure).toBe(624);
    });
  },
);
