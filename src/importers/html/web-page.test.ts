import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeMarkdown } from "../../source/writing/write-markdown.ts";
import type { DocumentDraft, ImportedWork } from "../importer.ts";
import { Refusal } from "../refusal.ts";
import { expectOwed } from "../testing/expect-owed.ts";
import { webPage } from "./web-page.ts";

async function imported(content: string): Promise<ImportedWork> {
  const work = await expectOwed(webPage, { name: "page.html", content });
  if (work instanceof Refusal) throw work;
  return work;
}

async function documentOf(content: string): Promise<DocumentDraft> {
  const [draft, ...others] = (await imported(content)).documents;
  if (!draft || others.length > 0) throw new Error("a page is one document");
  return draft;
}

/** Title, body and notes of a page's main part as Markdown. */
async function markdownOf(main: string): Promise<string> {
  const { matter, blocks, notes } = await documentOf(
    `<!doctype html><html lang="en"><body><main>${main}</main></body></html>`,
  );
  return `${matter.title}\n\n${writeMarkdown(blocks, notes)}`;
}

describe("a page of the web", () => {
  it("has its title in a heading, and the words of its main part", async () => {
    const { documents, left, remarks } = await imported(
      `<!doctype html><title>A letter – A site</title><script>let a = 1;</script>
      <nav><a href="/">Home</a></nav>
      <main><h1>A letter</h1><p>One <em>two</em> <b>three</b>.</p><aside>Beside</aside><img src="map.png" alt="A map"></main>
      <footer>The site</footer>`,
    );
    expect(documents.map(({ matter, blocks }) => [matter.title, writeMarkdown(blocks)])).toEqual([
      ["A letter", "One *two* **three**."],
    ]);
    expect(left.map(({ what, text }) => `${what}: ${text.trim()}`)).toEqual([
      "title of the window: A letter – A site",
      "menu: Home",
      "footer: The site",
      "aside: Beside",
    ]);
    expect(remarks.map(({ message }) => message)).toEqual([
      "left behind: img map.png (A map)",
      "left behind: 1 scripts",
    ]);
  });

  it.each([
    ["lists", "<ol start=3><li>a<li>b</ol>", "3. a\n4. b"],
    ["quotations", "<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"],
    ["headings", "<h2>a</h2><p>b</p>", "## a\n\nb"],
    [
      "tables",
      "<table><tr><th>a<th>b<tr><td>c<td>d</table>",
      "| a   | b   |\n| --- | --- |\n| c   | d   |",
    ],
    ["tables that only arrange the page", "<table><tr><td><p>a<p>b</table>", "a\n\nb"],
    ["lines", "<p>a<br>b</p>", "a\\\nb"],
    ["lines twice broken", "<p>a<br><br>b</p>", "a\n\nb"],
    ["verse", "<pre>a\n  b</pre>", "a\\\nb"],
    ["rules", "<p>a</p><hr><p>b</p>", "a\n\n---\n\nb"],
    [
      "links",
      '<p><a href="https://example.org/">a</a> <a href="b.html">b</a></p>',
      "[a](https://example.org/) b",
    ],
    [
      "pages",
      '<p>a<span epub:type="pagebreak" title="12"></span>b [Page 13] c</p>',
      "a[]{.pb n=12}b []{.pb n=13}c",
    ],
    ["small capitals", '<p><span style="font-variant: small-caps">a</span></p>', "[a]{.smallcaps}"],
    ["other languages", '<p><span lang="ru">да</span></p>', "[да]{lang=ru}"],
    ["text outside of paragraphs", "a<p>b</p>c", "a\n\nb\n\nc"],
    [
      "datelines",
      "<p class=dateline>Moscow, May 1, 1962.</p>",
      "::: dateline\nMoscow, May 1, 1962.\n:::",
    ],
  ])("keeps %s", async (_, main, markdown) => {
    expect(await markdownOf(`<h1>T</h1>${main}`)).toBe(`T\n\n${markdown}`);
  });

  it.each([
    [
      "a list of notes",
      '<p>a<sup><a class="note" href="#d1fn1">1</a></sup>.</p><ol class="footnotes"><li id="d1fn1">b</li></ol>',
    ],
    [
      "pandoc's notes",
      '<p>a<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p><section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>b<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
    ],
    [
      "an encyclopedia's notes",
      '<p>a<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>.</p><h2>References</h2><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span class="reference-text">b</span></li></ol>',
    ],
    [
      "a word processor's notes",
      '<p>a<a href="#_ftn1" name="_ftnref1" title=""><span>[1]</span></a>.</p><div><hr><div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> b</p></div></div>',
    ],
    [
      "notes made by hand",
      '<p>a<a href="#fn1" id="ref1">*</a>.</p><p><sup id="fn1">*</sup> b <a href="#ref1">↩</a></p>',
    ],
    [
      "an aside for each note",
      '<p>a<a epub:type="noteref" href="#n1">1</a>.</p><aside id="n1" epub:type="footnote"><p>b</p></aside>',
    ],
    [
      "anchors before notes",
      '<p>a<a href="#note1"><sup>1</sup></a>.</p><h2>Notes</h2><p><a name="note1"></a>1. b</p>',
    ],
  ])("reads %s", async (_, main) => {
    expect(await markdownOf(`<h1>T</h1>${main}`)).toBe("T\n\na[^1].\n\n[^1]: b");
  });

  it("takes a note zero that names the source for the source note", async () => {
    const { matter, notes, blocks } = await documentOf(
      '<!doctype html><main><h3>53. A letter <sup><a href="#fn0">0</a></sup></h3><p>a</p><ol><li id="fn0">Source: Lot 66.</li></ol></main>',
    );
    expect([matter.number, matter.title]).toEqual([53, "A letter"]);
    expect(writeMarkdown(blocks, notes)).toBe("a\n\n[^src]: Source: Lot 66.");
  });

  it("doubts a note that is called again", async () => {
    expect(
      await markdownOf(
        '<h1>T</h1><p>a<sup><a href="#fn1">1</a></sup> b<sup><a href="#fn1">1</a></sup></p><ol><li id="fn1">c</li></ol>',
      ),
    ).toContain("<!-- doubt: note 1 is called here again -->");
  });

  it("knows the page's address where the page or the browser says it", async () => {
    const { matter } = await documentOf(
      "<!doctype html><!-- saved from url=(0025)https://example.org/a.html --><main><h1>T</h1><p>a</p></main>",
    );
    expect(matter.source?.url).toBe("https://example.org/a.html");
  });

  it("refuses a page without text", async () => {
    const work = await expectOwed(webPage, {
      name: "a.html",
      content: "<!doctype html><nav>a</nav><main></main>",
    });
    expect(work).toBeInstanceOf(Refusal);
  });

  it.each([
    ["a hundred thousand elements in each other", "<div>".repeat(100_000) + "a"],
    ["three thousand elements in each other", "<div>".repeat(3000) + "a"],
    ["as many quotations", "<blockquote>".repeat(100_000) + "a"],
    ["as many lists", "<ul><li>".repeat(100_000) + "a"],
    ["as many emphases", "<em>".repeat(100_000) + "a"],
    ["as many brackets", `<p>${"[".repeat(100_000)}a`],
    ["brackets in brackets", `<p>${"[".repeat(50_000)}a${"]".repeat(50_000)}`],
    ["many short brackets", `<p>${"[a] ".repeat(10_000)}`],
    ["many links to one note", `<p>${'<a href="#fn1">1</a> '.repeat(5000)}</p><p id="fn1">1 a</p>`],
  ])(
    "reads or refuses %s",
    async (_, html) => {
      const content = `<!doctype html><main><h1>T</h1>${html}`;
      await expectOwed(webPage, { name: "deep.html", content });
    },
    60_000,
  );

  it("loses nothing and invents nothing, whatever it is given", async () => {
    const tag = fc.constantFrom(
      "<p>",
      "</p>",
      "<div>",
      "</div>",
      "<em>",
      "</em>",
      "<b>",
      "</b>",
      "<ul>",
      "</ul>",
      "<li>",
      "</li>",
      "<table>",
      "</table>",
      "<tr>",
      "<td>",
      "</td>",
      "<th>",
      "<br>",
      "<hr>",
      "<h1>",
      "</h1>",
      "<h2>",
      "</h2>",
      "<blockquote>",
      "</blockquote>",
      "<nav>",
      "</nav>",
      "<main>",
      "</main>",
      "<article>",
      "</article>",
      "<aside>",
      "</aside>",
      "<pre>",
      "</pre>",
      '<a href="#fn1">1</a>',
      '<sup><a href="#fn2">2</a></sup>',
      '<p id="fn1">',
      '<li id="fn2">',
      '<a href="#r">↩</a>',
      '<sup id="r">',
      "</sup>",
      "<caption>",
      "<script>",
      "</script>",
      "<span lang=fr>",
      "</span>",
      '<a href="https://example.org">',
      "</a>",
      "<body>",
      "<html>",
      "<header>",
      "<footer>",
      "<img src=a.png>",
      "<title>",
      "</title>",
    );
    const words = fc.constantFrom(
      "a",
      "1",
      " ",
      "[Page 3]",
      "[illegible]",
      "[Translator’s Note: x]",
      "\n",
      "*",
      "&amp;",
      "&nbsp;",
      "\u0001",
      "Source: a",
      "1. a",
      "Notes",
      "Skip to content",
      "2. A letter",
    );
    const page = fc
      .array(fc.oneof(tag, words, fc.string({ maxLength: 4 })), { maxLength: 30 })
      .map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(page, async (content) => {
        await expectOwed(webPage, { name: "any.html", content });
      }),
      { numRuns: 200 },
    );
  });
});
