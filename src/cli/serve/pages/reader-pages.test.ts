import { describe, expect, it } from "vitest";
import { diagnose } from "../../../diagnostics/diagnostic.ts";
import { startOf } from "../../../diagnostics/place.ts";
import type { PagePreview, PreviewedReader } from "../../../print/preview/page-preview.ts";
import { PrintFailure } from "../../../print/print-failure.ts";
import type { ReadersToPrint } from "../../../site/print-source.ts";
import { readerFiles } from "../../../site/testing/reader-files.ts";
import { type PagesNews, openReaderPages } from "./reader-pages.ts";

/** A preview that gives each word of a reader a page, and fails where it is told to. */
function wordPages(): PagePreview & { readonly laidOut: string[]; closed: boolean } {
  const laidOut: string[] = [];
  return {
    laidOut,
    closed: false,
    async layOut({ html, onProgress }: PreviewedReader) {
      laidOut.push(html);
      if (html.includes("lost")) throw new PrintFailure("text is lost", "report it");
      if (html.includes("odd")) throw new TypeError("undefined is not a function");
      const words = html.split(" ");
      onProgress?.(words.length, words.length);
      return {
        sheets: words.map((word, at) => ({
          key: word,
          side: at % 2 === 0 ? "recto" : "verso",
          label: String(at + 1),
          part: `text ${at}`,
        })),
        show: async (places) => ({ html: places.map((at) => words[at] ?? ""), styles: "" }),
        placeOf: (id) => (words.includes(id) ? words.indexOf(id) : undefined),
      };
    },
    async close() {
      this.closed = true;
    },
  };
}

const { desk } = readerFiles(`== readers/week.md
title: The Week
---
Words.

== readers/other.md
title: Another
look: [standard, duplex]
---
Words.
`);

const says = (words: string): ReadersToPrint => ({ desk, source: () => ({ html: words }) });
const WEEK = "readers/week";

describe("the pages of readers", () => {
  it("are laid out when they are first asked for, and once for an edition", async () => {
    const preview = wordPages();
    const pages = openReaderPages(preview);
    await pages.edit(says("one two"));
    expect(preview.laidOut).toEqual([]);
    const [first, second] = await Promise.all([pages.stateOf(WEEK), pages.stateOf(WEEK)]);
    expect(first).toEqual(second);
    expect(first?.sheets.map(({ key }) => key)).toEqual(["one", "two"]);
    expect(preview.laidOut).toEqual(["one two"]);
    expect(pages.fileNamed(WEEK)?.of.matter.title).toBe("The Week");
  });

  it("are laid out anew after an edit if somebody looks at them, who is told", async () => {
    const preview = wordPages();
    const pages = openReaderPages(preview);
    await pages.edit(says("one two"));
    await pages.stateOf(WEEK);
    await pages.stateOf("readers/other/duplex");
    const told: PagesNews[] = [];
    const leave = pages.watch(WEEK, (news) => told.push(news));
    await pages.edit(says("one two three"));
    expect(told).toEqual([{ kind: "progress", pages: 3, expected: 3 }, { kind: "changed" }]);
    expect(preview.laidOut).toHaveLength(3);
    expect((await pages.stateOf(WEEK))?.version).toBe(2);
    leave();
    await pages.edit(says("one"));
    // Nobody looks: it waits until somebody asks.
    expect(preview.laidOut).toHaveLength(3);
    expect((await pages.stateOf(WEEK))?.sheets).toHaveLength(1);
  });

  it("are waited for until somebody sees them, or nobody looks any more", async () => {
    const pages = openReaderPages(wordPages());
    await pages.edit(says("one two"));
    const leave = pages.watch(WEEK, () => undefined);
    const first = await pages.stateOf(WEEK);
    const done: string[] = [];
    const waits = async (name: string): Promise<void> => {
      await pages.untilSeen();
      done.push(name);
    };
    const one = waits("seen");
    pages.seen(WEEK, 0);
    await new Promise(setImmediate);
    expect(done).toEqual([]);
    pages.seen(WEEK, first?.version ?? 0);
    await one;
    // Seen already.
    await waits("seen still");
    await pages.edit(says("one two three"));
    const other = waits("left");
    await new Promise(setImmediate);
    expect(done).toEqual(["seen", "seen still"]);
    leave();
    await other;
  });

  it("stay as they last were where they cannot be laid out, with what is wrong in words", async () => {
    const pages = openReaderPages(wordPages());
    await pages.edit(says("one two"));
    await pages.stateOf(WEEK);
    const week = async () => {
      const state = await pages.stateOf(WEEK);
      return { pages: state?.sheets.length, panel: state?.panel ?? "" };
    };
    await pages.edit(says("lost"));
    expect(await week()).toEqual({
      pages: 2,
      panel: expect.stringMatching(/documents\/readers\/week\.md:1:1.*text is lost; report it/),
    });
    await pages.edit(says("odd"));
    expect((await week()).panel).toContain("undefined is not a function");
    const problem = diagnose("template-broken", startOf("templates/print/cover.njk"), "no end");
    await pages.edit({ desk, source: () => ({ problem }) });
    expect((await week()).panel).toContain("templates/print/cover.njk:1:1");
    await pages.edit(says("one two three"));
    expect(await week()).toEqual({ pages: 3, panel: "" });
  });

  it("stay as they last were, under a panel, while the edition is broken", async () => {
    const pages = openReaderPages(wordPages());
    await pages.edit(says("one two"));
    const told: PagesNews[] = [];
    pages.watch(WEEK, (news) => told.push(news));
    await pages.stateOf(WEEK);
    pages.warn("<p>No note [^1]</p>");
    expect(told.at(-1)).toEqual({ kind: "changed" });
    expect(await pages.stateOf(WEEK)).toMatchObject({
      panel: "<p>No note [^1]</p>",
      sheets: [{ key: "one" }, { key: "two" }],
    });
    await pages.edit(says("one two"));
    expect((await pages.stateOf(WEEK))?.panel).toBe("");
  });

  it("are nothing for readers that are not there, or before there is an edition", async () => {
    const preview = wordPages();
    const pages = openReaderPages(preview);
    expect(await pages.stateOf(WEEK)).toBeUndefined();
    await pages.edit(says("one"));
    expect(await pages.stateOf("readers/weak")).toBeUndefined();
    expect(pages.pagesOf(WEEK)).toBeUndefined();
    await pages.close();
    expect(preview.closed).toBe(true);
  });
});
