import { beforeAll, describe, expect, it } from "vitest";
import { editionOf, filesOf } from "../apparatus/testing/edition-of.ts";
import { type BuiltSite, built, page } from "./testing/built-site.ts";
import { factsOf } from "./testing/page-facts.ts";

const document = (volume: string, number: number, part: readonly string[]): string =>
  `== texts/${volume}-${number}.md\nvolume: ${volume}\nnumber: ${number}\npart: ${JSON.stringify(part)}\nstatus: calendared\nabstract: Words.\n---\n`;

const many = Array.from({ length: 120 }, (_, at) => document("long", at + 1, ["All"]));

const edition = editionOf(
  filesOf(`
== volumes.yaml
parted: {title: A Volume in Parts, siglum: I, order: 1, url: "https://example.org/parted"}
long: {title: A Long Volume, siglum: II, order: 2, editors: [A, B], publisher: P, place: Q, published: 1998}
== essays/preface.md
volume: parted
role: introduction
---
Of [the other](https://example.org/other) and [itself](http://www.example.org/parted/).
== essays/introduction.md
Words.
== readers/of-long.md
volume: long
---
Words.
== readers/of-parted.md
volume: parted
---
Words.
${document("parted", 1, ["Cuba", "1961"])}${document("parted", 2, ["Cuba", "1962"])}${document("parted", 3, ["Chile"])}${many.join("")}`),
);

describe("an edition of several volumes", () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await built(edition);
  });
  const facts = (address: string) => factsOf(page(site, address));

  it("has on its first page the volumes with their outermost parts, and essays of none", () => {
    const { main, addresses } = facts("index.html");
    expect(main).toContain("A Volume in Parts Volume I · 3 documents Cuba 1–2 Chile 3");
    expect(main).toContain("A Long Volume Volume II · Q: P, 1998 · 120 documents");
    expect(main).toContain("All 123 documents");
    expect(addresses).toContain("volumes/parted.html#part--4");
    expect(addresses).not.toContain("essays/preface.html");
    expect(addresses).not.toContain("documents/long-1.html");
  });

  it("has a page for each volume: its essays, its parts, its documents under their headings, its readers", () => {
    const { headings, addresses, main } = facts("volumes/parted.html");
    expect(headings.map(({ level, words }) => `${level} ${words}`)).toEqual([
      "1 A Volume in Parts",
      "2 About the volume",
      "2 Documents",
      "3 Cuba",
      "4 1961",
      "4 1962",
      "3 Chile",
      "2 Readers",
    ]);
    expect(main).toContain("Cuba 1–2 1961 1 1962 2 Chile 3");
    expect(addresses).toContain("../essays/preface.html");
    expect(addresses).toContain("../readers/of-parted.html");
    expect(addresses).not.toContain("../readers/of-long.html");
  });

  it("lets a long volume without parts be entered at every fiftieth document", () => {
    const { main, ids, addresses } = facts("volumes/long.html");
    expect(main).toContain("1–50 51–100 101–120");
    for (const number of [1, 51, 101]) {
      expect(ids).toContain(`number--${number}`);
      expect(addresses).toContain(`#number--${number}`);
    }
  });

  it("shows where a document stands, and its number with the siglum", () => {
    const { main, addresses } = facts("documents/parted-2.html");
    expect(main).toContain("A Volume in Parts Cuba 1962 Document I:2");
    expect(addresses).toContain("../volumes/parted.html#part--1");
    expect(addresses).toContain("../volumes/parted.html#part--3");
    expect(facts("essays/preface.html").main).toMatch(/^A Volume in Parts/);
  });

  it("leads a link to a volume's public address to its page here", () => {
    const { addresses } = facts("essays/preface.html");
    expect(addresses).toContain("../volumes/parted.html");
    expect(addresses).toContain("https://example.org/other");
    expect(addresses).not.toContain("http://www.example.org/parted/");
  });

  it("lists documents by number under their headings, and by date without", () => {
    const first = facts("documents/index.html");
    expect(first.headings.slice(0, 4).map(({ level, words }) => `${level} ${words}`)).toEqual([
      "1 Documents",
      "2 A Volume in Parts",
      "3 Cuba",
      "4 1961",
    ]);
    const second = facts("documents/page-2.html");
    expect(second.headings[1]?.words).toBe("All");
    expect(facts("documents/by-date.html").main).toContain("1–10 of 123");
    expect(facts("documents/by-date.html").headings[1]?.words).toBe("The parted-1");
  });

  it("prints of a volume what is in it", () => {
    const { main } = facts("readers/of-parted.html");
    expect(main).toContain(
      "The preface 1 minute Cuba 1961 Doc. I:1 The parted-1 1 minute 1962 Doc. I:2",
    );
    expect(main).not.toContain("long");
    expect(main).not.toContain("The introduction");
  });
});
