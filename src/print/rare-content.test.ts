import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { letters } from "./letters.ts";
import { type ReadPdf, readPdf } from "./proof/read-pdf.ts";
import { printEdition } from "./testing/print-edition.ts";
import { elementsOf, readTaggedPdf } from "./testing/tagged-pdf.ts";
import { writeTrickyEdition } from "./testing/tricky-edition.ts";

const many = (count: number, words: string): string =>
  Array.from({ length: count }, (_, at) => `${words} ${at + 1}.`).join(" ");

/** A picture taller than a page, and one that is wider; what stands below them and in their place. */
const TALL = {
  caption: "A scroll of the harbor.",
  alternative: "A scroll with the whole harbor from the mole to the lighthouse",
};
const WIDE = { caption: many(60, "Ship"), alternative: "Sixty ships in a row" };
/** What goes below a picture on the next page as well. */
const ENDLESS = { caption: many(900, "Sailor"), alternative: "A crew" };

function figure(picture: string, { caption, alternative }: typeof TALL): string {
  return `![${alternative}](images/${picture}.svg "${caption}")`;
}

const document = (id: string, number: number, matter: string, text: string): string =>
  `---\nid: ${id}\nnumber: ${number}\ntitle: Number ${number}\n${matter}---\n\n${text}\n`;

const texts: Readonly<Record<string, string>> = {
  "texts/withheld.md": document("withheld", 4, "status: withheld\npart: [First, Within]\n", ""),
  "texts/bare.md": document("bare", 5, "status: calendared\npart: [First, Within]\n", ""),
  "texts/tall.md": document(
    "tall",
    6,
    "part: [Second]\n",
    `Before.\n\n${figure("tall", TALL)}\n\nBehind.`,
  ),
  "texts/wide.md": document(
    "wide",
    7,
    "part: [Second]\n",
    `## A heading\n\nBefore.\n\n${figure("wide", WIDE)}\n\nBehind.`,
  ),
  "texts/endless.md": document(
    "endless",
    8,
    "part: [Second]\n",
    `Before.\n\n${figure("wide", ENDLESS)}\n\nBehind.`,
  ),
  "essays/empty.md": "---\nid: empty\ntitle: An Essay without Words\n---\n",
};

function drawing(width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#ccc"/></svg>`;
}

let messages: readonly string[];
let bytes: Uint8Array;
let pdf: ReadPdf;

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-rare-"));
  const output = path.join(folder, "out");
  await writeTrickyEdition(folder, texts);
  for (const images of ["documents/images", "out/images"]) {
    await mkdir(path.join(folder, images), { recursive: true });
    await writeFile(path.join(folder, images, "tall.svg"), drawing(300, 3000));
    await writeFile(path.join(folder, images, "wide.svg"), drawing(3000, 300));
  }
  const printed = await printEdition(folder, output);
  messages = printed.messages;
  bytes = await readFile(path.join(output, "readers/all.pdf"));
  pdf = await readPdf(bytes);
  await rm(folder, { recursive: true, force: true });
});

const bookmarked = (title: string): number =>
  pdf.bookmarks.find((bookmark) => bookmark.title === title)?.page ?? -1;
const read = (page: number): string => letters(pdf.pages[page]?.text ?? "");

describe("what is rarely in a reader", () => {
  it("is printed and proved", () => {
    expect(messages.filter((message) => message.includes(" print-"))).toEqual([]);
  });

  it("may be an essay or a document without a word, of which the head stands on its page", () => {
    expect(read(bookmarked("An Essay without Words"))).toContain("AnEssaywithoutWords");
    const withheld = bookmarked("4. Number 4");
    expect(read(withheld)).toContain(letters("Withheld: the document is known to exist"));
    expect(read(bookmarked("5. Number 5"))).toContain(letters("Calendared: only this abstract"));
  });

  it("may be a picture taller than a page, which is drawn smaller and stands with its caption", async () => {
    const { document: tree, faults } = await readTaggedPdf(bytes);
    expect(faults).toEqual([]);
    const figures = elementsOf(tree, /^Figure$/);
    expect(figures.map(({ alternative }) => alternative)).toEqual([
      TALL.alternative,
      WIDE.alternative,
      ENDLESS.alternative,
    ]);
    expect(figures.map(({ kids }) => kids.map(({ type, text }) => [type, letters(text)]))).toEqual(
      [TALL, WIDE, ENDLESS].map(({ caption }) => [["Caption", letters(caption)]]),
    );
  });

  it("may be a caption that goes over pages, each word once", () => {
    const first = bookmarked("8. Number 8");
    const whole = pdf.pages
      .slice(first)
      .map(({ tagged }) => letters(tagged.map(({ text }) => text).join(" ")));
    expect(whole.filter((text) => text.includes("Sailor")).length).toBeGreaterThan(1);
    expect(whole.join("").split(/Sailor\d+/).length - 1).toBe(900);
  });

  it("may be parts, whose headings are bookmarks above those of their documents", () => {
    const from = pdf.bookmarks.findIndex(({ title }) => title === "First");
    const shown = pdf.bookmarks.slice(from, from + 9);
    expect(shown.map(({ title, level }) => `${"  ".repeat(level - 1)}${title}`)).toEqual([
      "First",
      "  Within",
      "    4. Number 4",
      "    5. Number 5",
      "Second",
      "  6. Number 6",
      "  7. Number 7",
      "    A heading",
      "  8. Number 8",
    ]);
    expect(bookmarked("First")).toBe(bookmarked("4. Number 4"));
  });
});
