import { beforeAll, describe, expect, it } from "vitest";
import { buildApparatus } from "../../apparatus/build-apparatus.ts";
import { readersToPrint } from "../../site/print-source.ts";
import { filesOfReader } from "../../site/printed-files.ts";
import { readEdition } from "../../source/read-edition.ts";
import { withBrowsers } from "../browser/press-room.ts";
import type { TakenReader } from "../page/take-chunks.ts";
import { type KnownChunks, keyOfFrame, readChangedChunks } from "./changed-chunks.ts";
import { readChunks } from "./read-chunks.ts";

/** Edits of the specimen's reader, one after the other. */
const edits: readonly (readonly [what: string, edit: (html: string) => string])[] = [
  ["a word in a document", (html) => html.replace("In Moscow such", "In Moscow no such")],
  [
    "all mentions of somebody gone, and their line of the index with them",
    (html) => html.replaceAll(/ href="#castro"/g, ' href="#nobody"'),
  ],
  ["mentions that come back", (html) => html.replaceAll(' href="#nobody"', ' href="#castro"')],
  [
    "a new chunk before the others",
    (html) =>
      html
        .replace("<body", '<body data-x=""')
        .replace(">\n<section", '>\n<section data-chunk="new"><p>New.</p></section>\n<section'),
  ],
  ["a chunk gone", (html) => html.replace('<section data-chunk="new"><p>New.</p></section>', "")],
];

let html = "";
const read: {
  frame: string;
  whole: TakenReader;
  changed: TakenReader;
  known: ReadonlySet<object>;
}[] = [];

beforeAll(async () => {
  const { edition } = await readEdition(".");
  const { desk, source } = await readersToPrint(".", {
    edition,
    apparatus: buildApparatus(edition).apparatus,
  });
  const [reader] = desk.edition.readers;
  const [file] = reader ? filesOfReader(desk, reader) : [];
  const made = file && source(file);
  html = made && "html" in made ? made.html : "";
  const plain = new Set<string>();
  const known: KnownChunks = new Map();
  await withBrowsers({}, async (browsers) => {
    const inTab = async (how: Parameters<typeof browsers.withPresses<TakenReader>>[2]) =>
      browsers.withPresses(1, async () => Promise.resolve(), how);
    let now = html;
    for (const edit of [(same: string) => same, ...edits.map(([, change]) => change)]) {
      now = edit(now);
      const before = new Set(known.values());
      const order = { html: now, plain };
      const changed = await inTab(async (room) =>
        room.run("reading", async ({ page }) => readChangedChunks(page, order, known)),
      );
      const whole = await inTab(async (room) =>
        room.run("reading", async ({ page }) => readChunks(page, order)),
      );
      read.push({ frame: keyOfFrame(now), whole, changed, known: before });
    }
  });
}, 120_000);

describe("reading only what has changed of a reader", () => {
  it("begins with the whole", () => {
    expect(html).toContain("In Moscow such");
    expect(read[0]?.whole.chunks.length).toBeGreaterThan(10);
    expect(read[0]?.changed).toEqual(read[0]?.whole);
  });

  it.each(edits.map(([what], at) => [what, at + 1] as const))(
    "gives the same as reading all of it: %s",
    (_, at) => {
      expect(read[at]?.whole).not.toEqual(read[at - 1]?.whole);
      expect(read[at]?.changed).toEqual(read[at]?.whole);
    },
  );

  it("takes what it knows for all but the changed document and the index", () => {
    const anew = read[1]?.changed.chunks.filter((chunk) => !read[1]?.known.has(chunk));
    expect(anew?.map(({ head }) => head.id)).toEqual(["adzhubei-in-washington", "back--index"]);
  });

  it("is not needed to know the page without its chunks, which what stands outside of them decides", () => {
    const pages = new Map(read.map(({ frame, whole }) => [frame, whole.shell]));
    expect(read.map(({ frame }) => pages.get(frame))).toEqual(read.map(({ whole }) => whole.shell));
    const others = read.map(({ frame }, at) => frame !== read[at - 1]?.frame);
    // The body changes with the new chunk alone.
    expect(others).toEqual([true, false, false, false, true, false]);
  });
});
