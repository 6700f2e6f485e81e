import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { acts } from "../edition/acts.ts";
import { type BuiltSite, builtFrom, fixtures, page } from "./testing/built-site.ts";
import { factsOf } from "./testing/page-facts.ts";

const OUTSIDE = /^(?:https?|mailto):/;

describe.each(Object.entries(fixtures))("the website of %s", (_, folder) => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await builtFrom(folder);
  });

  it("has links that all lead somewhere, by relative addresses that name a file", () => {
    const ids = new Map(site.pages.map((name) => [name, factsOf(page(site, name)).ids]));
    const broken = site.pages.flatMap((from) =>
      factsOf(page(site, from))
        .addresses.filter((address) => !OUTSIDE.test(address))
        .filter((address) => {
          const [way = "", fragment] = address.split("#", 2);
          const to = way === "" ? from : path.posix.join(path.posix.dirname(from), way);
          return (
            !site.files.has(to) || (fragment !== undefined && !ids.get(to)?.includes(fragment))
          );
        })
        .map((address) => `${from} → ${address}`),
    );
    expect(broken).toEqual([]);
  });

  it("fetches nothing from anyone", () => {
    for (const from of site.pages) {
      const html = page(site, from);
      const { fetched, elements } = factsOf(html);
      expect(fetched.filter((address) => OUTSIDE.test(address) || address.startsWith("/"))).toEqual(
        [],
      );
      // One script of the site's own, and that only where there is something to cite or to tick.
      const scripts = [...html.matchAll(/<script(?! type="application\/ld\+json")[^>]*>/gu)];
      const own = `<script defer src="${"../".repeat(from.split("/").length - 1)}assets/scholium.js">`;
      const isUsed = html.includes('id="page--cite"') || html.includes("data-progress");
      expect(scripts.map(([tag]) => tag)).toEqual(isUsed ? [own] : []);
      expect(elements).not.toContain("iframe");
    }
    const css = site.texts.get("assets/scholium.css") ?? "";
    const fonts = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, url]) => url);
    expect(fonts.length).toBeGreaterThan(20);
    for (const font of fonts) expect(site.files).toContain(`assets/${font}`);
    expect(css).not.toContain("@import");
  });

  it("has no id twice on a page", () => {
    const doubled = site.pages.flatMap((name) => {
      const { ids } = factsOf(page(site, name));
      return ids.filter((id, position) => ids.indexOf(id) !== position).map((id) => name + id);
    });
    expect(doubled).toEqual([]);
  });

  it("has one first heading a page, no level left out, and none that is empty", () => {
    const wrong = site.pages.filter((name) => {
      const { headings } = factsOf(page(site, name));
      const firsts = headings.filter(({ level }) => level === 1).length;
      const skips = headings.some(({ level }, at) => level > (headings[at - 1]?.level ?? 0) + 1);
      return firsts !== 1 || skips || headings.some(({ words }) => words.trim() === "");
    });
    expect(wrong).toEqual([]);
  });

  it("says on each page what it is, in which language, and how to skip to it", () => {
    for (const name of site.pages) {
      const { title, language, elements, ids, addresses } = factsOf(page(site, name));
      expect(title).not.toBe("");
      expect(language).toBe("en");
      expect(elements.filter((element) => element === "main")).toHaveLength(1);
      expect(elements).toContain("nav");
      expect(elements).toContain("footer");
      expect(ids).toContain("page--main");
      expect(addresses).toContain("#page--main");
    }
  });

  it("is the same, byte for byte, when it is built again", async () => {
    const again = await builtFrom(folder);
    expect([...again.files]).toEqual([...site.files]);
    const changed = site.pages.filter((name) => again.texts.get(name) !== site.texts.get(name));
    expect(changed).toEqual([]);
  });
});

describe("the telegrams", () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await builtFrom(fixtures.telegrams);
  });
  const main = (address: string) => factsOf(page(site, address)).main;

  it("have a page for everything", () => {
    expect(site.pages).toMatchSnapshot("pages");
  });

  it("copy their pictures and fonts", () => {
    expect(site.files).toContain("images/stamp.png");
    expect([...site.files].filter((file) => file.endsWith(".woff2")).length).toBeGreaterThan(30);
  });

  it("say nothing that is for the instructor", () => {
    const leaks = /instructor’s secret|instructor’s note is a secret|id="in1|#in1/;
    expect(site.pages.filter((name) => leaks.test(page(site, name)))).toEqual([]);
  });

  it("show all that is known of a document", () => {
    expect(main("documents/six-streams.html")).toMatchSnapshot("document");
  });

  it("say plainly that a calendared document is given as an abstract only", () => {
    const words = main("documents/calendared-one.html");
    expect(words).toContain("Document 11 Cite this document A Protocol c. April 1912");
    expect(words).toContain("only an abstract of it is given here, not its text");
    expect(words).toContain("What the office decided about Odessa, as Doc. 10 foretold.");
    expect(words).not.toContain("Transcription");
  });

  it("say plainly that a withheld document is not available", () => {
    const words = main("documents/withheld-one.html");
    expect(words).toContain("known to exist, but it is not available");
    expect(words).not.toMatch(/Abstract|Transcription|Marks used here/);
  });

  it("show the rights statement word for word", () => {
    expect(page(site, "documents/six-streams.html")).toContain(
      '<blockquote class="rights">See &lt;https://example.org/&gt;.</blockquote>',
    );
  });

  it("leave out what is not known", () => {
    expect(main("documents/ledger.html")).not.toMatch(
      /Document information|Archive|Rights|Verification|Changes|Abbreviations|Vocabulary/,
    );
  });

  it("lead on to the documents before and after", () => {
    const { addresses } = factsOf(page(site, "documents/six-streams.html"));
    expect(addresses).toContain("withheld-one.html");
    expect(addresses).toContain("calendared-one.html");
  });

  it("explain in the editorial method every mark that occurs", () => {
    const words = main("essays/method.html");
    expect(words).toContain("Key to marks and notes");
    for (const { label, meaning } of acts.filter(({ name }) => name !== "expan")) {
      expect(words.toLowerCase()).toContain(`${label} ${meaning}`.toLowerCase());
    }
    expect(words).not.toContain("An abbreviation written out.");
    expect(words).toContain("Translator’s notes A note by the document’s translator.");
    expect(words).not.toContain("Instructor’s notes");
  });

  it("order the documents by date and by title, both ways", () => {
    const titles = (address: string) =>
      factsOf(page(site, address))
        .headings.filter(({ level }) => level === 2)
        .map(({ words }) => words);
    const byDate = titles("documents/index.html");
    expect(byDate).toEqual([
      "A Letter That Is Not Available",
      "[Телеграмма из Одессы]",
      "A Protocol",
      "Ledger of the Cable Office, “1912”",
    ]);
    // The ledger is undated, and stays last.
    expect(titles("documents/by-date-descending.html")).toEqual([
      "A Protocol",
      "[Телеграмма из Одессы]",
      "A Letter That Is Not Available",
      "Ledger of the Cable Office, “1912”",
    ]);
    const byTitle = titles("documents/by-title.html");
    expect(byTitle[0]).toBe("A Letter That Is Not Available");
    expect(titles("documents/by-title-descending.html")).toEqual([...byTitle].reverse());
  });

  it("list in the chronology the dated entries of a sheet", () => {
    expect(main("chronology.html")).toMatchSnapshot("chronology");
  });

  it("say in an index where each name is mentioned", () => {
    expect(main("people/index.html")).toMatchSnapshot("index");
    expect(main("people/lvov.html")).toMatchSnapshot("entry");
  });

  it("offer a reader to print only where one is made", async () => {
    const { addresses } = factsOf(page(site, "readers/everything.html"));
    expect(addresses).not.toContain("everything.pdf");
    const withPdf = await builtFrom(fixtures.telegrams, true);
    expect(factsOf(page(withPdf, "readers/everything.html")).addresses).toContain("everything.pdf");
    expect(factsOf(page(withPdf, "index.html")).addresses).toContain("readers/everything.pdf");
  });
});
