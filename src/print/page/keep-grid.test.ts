import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { printEdition } from "../testing/print-edition.ts";

const GRID = 21 * 0.75;
const TEXT_SIZE = 15 * 0.75;
const NUMBER_SIZE = 11 * 0.75;
const MEASURE = 510 * 0.75;

/** Words on a page: where they begin, in points from its left and its top edge, and how large they are. */
interface Words {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

const prose = (count: number): string => "The Presidium heard what was said of it. ".repeat(count);

const text = [
  prose(30),
  "## A heading that is long enough to go on on a line of its own, as some headings of documents do",
  prose(8),
  `- ${prose(5)}\n- ${prose(2)}\n- Short.`,
  prose(4),
  `> ${prose(9)}`,
  prose(7),
  `1. ${prose(2)}\n2. ${prose(6)}`,
  `> ${prose(2)}`,
  `Of \`code\` and H~2~O and x^2^. ${prose(12)}`,
  `::: {.stamp}\nTOP SECRET\n:::`,
  prose(6),
  "| Port | Ships |\n| --- | --- |\n| Mariel | 3 |\n| Cabañas | 5 |\n| Havana, where most of them lay | 12 |",
  prose(4),
  '![A map](images/map.svg "A map of the ports")',
  prose(90),
  `1. Outer.\n\n   - Inner, and a number beside it.\n   - ${prose(3)}\n\n   > Quoted within.\n2. Second.`,
  "Many pages []{.pb n=100}begin []{.pb n=101}here.",
  "One.\n\nTwo.\n\nThree.\n\n[]{.pb n=12}Four.\n\n[]{.pb n=13}Five.",
  "Noted[^1] and noted[^2] and of the text[^tx:1].",
  "[^1]: Alpha is noted.\n[^2]: Beta is noted.\n[^tx:1]: Gamma is noted.",
].join("\n\n");

let pages: readonly (readonly Words[])[];

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-grid-"));
  const output = path.join(folder, "out");
  try {
    const files: Record<string, string> = {
      "documents/edition.yaml": "title: Grid\ndocument-pdfs: false\nlanguage: en\npaper: letter\n",
      "documents/readers/all.md": "---\nid: all\ntitle: All\n---\n\nRead it.\n",
      "documents/texts/plain.md": `---\nid: plain\nnumber: 1\ntitle: A Title of Some Length, so That It Has Two Lines, or Perhaps Three\ndate: 1962-05-24\n---\n\n${text}\n`,
    };
    const map = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="137"><rect width="300" height="137"/></svg>`;
    for (const [name, content] of Object.entries({
      ...files,
      "documents/images/map.svg": map,
      "out/images/map.svg": map,
    })) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }
    await printEdition(folder, output);
    const pdf = await getDocument({
      data: new Uint8Array(await readFile(path.join(output, "readers/all.pdf"))),
      verbosity: 0,
    }).promise;
    pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, at) => {
        const page = await pdf.getPage(at + 1);
        const { height } = page.getViewport({ scale: 1 });
        const { items } = await page.getTextContent();
        return items.flatMap((item): Words[] => {
          if (!("str" in item) || item.str.trim() === "") return [];
          const [, , , , left = 0, bottom = 0] = item.transform.map(Number);
          const baseline = height - bottom;
          return [{ words: item.str, left, right: left + item.width, baseline, size: item.height }];
        });
      }),
    );
    await pdf.loadingTask.destroy();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

const ofSize = (words: readonly Words[], size: number): readonly Words[] =>
  words.filter((found) => Math.abs(found.size - size) < 0.1);

/** Pages of the document that go on from the one before. */
const goingOn = (): readonly (readonly Words[])[] =>
  pages.filter(
    (words) =>
      words.some((found) => found.words.startsWith("1. A Title")) &&
      ofSize(words, TEXT_SIZE).length > 5,
  );

/** The numbers in the margins of a page, with places as seen from the left edge of its text. */
const numbersBeside = (words: readonly Words[]): readonly Words[] => {
  const edge = Math.min(...ofSize(words, TEXT_SIZE).map(({ left }) => left));
  return ofSize(words, NUMBER_SIZE)
    .map((found) => ({ ...found, left: found.left - edge, right: found.right - edge }))
    .filter(({ left }) => left < 0 || left > MEASURE);
};

describe("the grid", () => {
  it("holds the lines of facing pages, with lists, quotations, headings, stamps, tables and pictures between", () => {
    const lines = goingOn().map((words) =>
      ofSize(words, TEXT_SIZE).map(({ baseline, words: said }) => ({ baseline, said })),
    );
    expect(lines.length).toBeGreaterThan(3);
    const first = Math.min(...(lines[0] ?? []).map(({ baseline }) => baseline));
    const off = lines.flat().filter(({ baseline }) => {
      const lineHeights = (baseline - first) / GRID;
      return Math.abs(lineHeights - Math.round(lineHeights)) * GRID > 0.8;
    });
    expect(off).toEqual([]);
  });
});

describe("numbers in the margins", () => {
  it("stand beside the lines that they number, and none over another", () => {
    const numbers = goingOn().map(numbersBeside);
    expect(numbers.flat().length).toBeGreaterThan(20);
    // Those of paragraphs end where all others end, however deep their paragraph stands in lists and quotations.
    const ends = new Set(
      numbers.flat().flatMap(({ right }) => (right < 0 ? [right.toFixed(0)] : [])),
    );
    expect([...ends]).toEqual(["-12"]);
    const over = numbers.flatMap((onPage) =>
      onPage.filter((one, at) =>
        onPage
          .slice(0, at)
          .some(
            (other) =>
              Math.abs(one.baseline - other.baseline) < NUMBER_SIZE &&
              one.left < other.right &&
              other.left < one.right,
          ),
      ),
    );
    expect(over).toEqual([]);
  });

  it("stand on one baseline with the text beside them", () => {
    for (const words of goingOn()) {
      const lines = ofSize(words, TEXT_SIZE).map(({ baseline }) => baseline);
      for (const { baseline, words: said } of numbersBeside(words)) {
        const away = Math.min(...lines.map((line) => Math.abs(line - baseline)));
        // Beside a table the lines are smaller.
        if (away > 5) continue;
        expect([said, away.toFixed(1)]).toEqual([said, "0.0"]);
      }
    }
  });
});

describe("streams of notes", () => {
  it("stand apart at a page's foot", () => {
    const lineOf = (name: string): number =>
      pages.flat().find(({ words }) => words.includes(`${name} is noted`))?.baseline ?? NaN;
    const [gamma, alpha, beta] = ["Gamma", "Alpha", "Beta"].map(lineOf);
    const within = (beta ?? NaN) - (alpha ?? NaN);
    const between = (alpha ?? NaN) - (gamma ?? NaN);
    expect(within).toBeCloseTo(16 * 0.75, 1);
    expect(between).toBeCloseTo((16 + 6) * 0.75, 1);
  });
});
