import { beforeAll, describe, expect, it } from "vitest";
import { editionOf } from "../apparatus/testing/edition-of.ts";
import { type BuiltSite, built, page } from "./testing/built-site.ts";
import { factsOf } from "./testing/page-facts.ts";
import { rangeWords } from "./views/browse.ts";

/** Calendared documents, one a day. */
function calendar(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, position) => {
      const number = position + 1;
      const date = new Date(Date.UTC(1962, 0, number)).toISOString().slice(0, 10);
      const matter = `id: doc-${number}\nnumber: ${number}\ntitle: Document ${number}\ndate: ${date}\nstatus: calendared\nabstract: The ${number}th.`;
      return [`texts/doc-${number}.md`, `---\n${matter}\n---\n`];
    }),
  );
}

describe("where one is in the list", () => {
  it.each([
    [111, 120, 174, "111–120 of 174"],
    [171, 174, 174, "171–174 of 174"],
    [11, 11, 11, "11 of 11"],
    [1, 1, 1, "1 of 1"],
    [1, 0, 0, "No documents yet"],
  ])("%i to %i of %i is said as it is in the archive", (first, last, total, words) => {
    expect(rangeWords(first, last, total)).toBe(words);
  });
});

describe("a list of 174 documents", () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await built(editionOf(calendar(174)));
  });
  const main = (address: string) => factsOf(page(site, address)).main;

  it("has ten to a page, eighteen pages in each of four orders", () => {
    const pages = site.pages.filter((name) => /^documents\/(?:index|page|by)/.test(name));
    expect(pages).toHaveLength(4 * 18);
  });

  it("says on each page which documents it shows", () => {
    expect(main("documents/index.html")).toContain("1–10 of 174");
    expect(main("documents/page-12.html")).toContain("111–120 of 174");
    expect(main("documents/page-18.html")).toContain("171–174 of 174");
    expect(main("documents/by-title-descending-18.html")).toContain("171–174 of 174");
  });

  it("orders titles by their numbers, not by their letters", () => {
    const { headings } = factsOf(page(site, "documents/by-title.html"));
    expect(headings[2]?.words).toBe("Document 2");
  });

  it("leads from each page to its neighbours, to the first and to the last", () => {
    const { addresses } = factsOf(page(site, "documents/page-12.html"));
    for (const near of ["index", "page-10", "page-11", "page-13", "page-14", "page-18"]) {
      expect(addresses).toContain(`${near}.html`);
    }
    expect(addresses).not.toContain("page-8.html");
  });

  it("shows every document once in each order", () => {
    for (const order of ["page", "by-title", "by-date-descending", "by-title-descending"]) {
      const first = order === "page" ? "documents/index.html" : `documents/${order}.html`;
      const rest = Array.from({ length: 17 }, (_, at) => `documents/${order}-${at + 2}.html`);
      const titles = [first, ...rest].flatMap((address) =>
        factsOf(page(site, address))
          .headings.filter(({ level }) => level === 2)
          .map(({ words }) => words),
      );
      expect(new Set(titles).size).toBe(174);
      expect(titles).toHaveLength(174);
    }
  });
});

describe("an edition with nothing in it", () => {
  it("has a home page and an empty list, and no heading over nothing", async () => {
    const site = await built(editionOf({}));
    expect(site.pages).toEqual([
      "documents/by-date-descending.html",
      "documents/by-title-descending.html",
      "documents/by-title.html",
      "documents/index.html",
      "index.html",
    ]);
    expect(factsOf(page(site, "documents/index.html")).main).toContain("No documents yet");
    expect(factsOf(page(site, "index.html")).headings).toHaveLength(1);
  });
});
