import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editionOf, filesOf } from "../apparatus/testing/edition-of.ts";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import { worksCited } from "../citation/cite-works.ts";
import { formatDiagnostic } from "../diagnostics/report.ts";
import type { Edition } from "../edition/edition.ts";
import { packetsOf } from "../reader/packet.ts";
import { brokenLinks } from "./proof/check-links.ts";
import { compareWords } from "./proof/compare.ts";
import { packetPages, showsLeftOut } from "./proof/packet-pages.ts";
import { proveSite } from "./proof/prove-site.ts";
import { readPage } from "./proof/read-page.ts";
import { withBuilt } from "./testing/built-site.ts";
import { factsOf } from "./testing/page-facts.ts";
import { pagesInMemory } from "./testing/pages-in-memory.ts";

const EDITION = `== edition.yaml
title: Letters
url: https://example.org/letters/

== texts/letter.md
date: 1912-03-01
authors: [marsh]
---
::: {.headnote}
See [](#p4) and [](#p2).
:::

The first paragraph of the letter is long enough to be told from any other by its words alone.[^1]

The second speaks of [](#reply:p1), and of [](#reply:p2) too.

The third paragraph, which is left out, is long enough to be told from any other by its words.[^2]

The fourth.[^3]

::: {.questions}
1. What does [](#p3) say, and [](#n2)?
:::

[^1]: Note one. See [](#letter:p3).

[^2]: Note two, of the third paragraph.

[^3]: Note three. See [](#essay).

== texts/reply.md
One.

Two.

== texts/outside.md
status: calendared
abstract: Not in the packet.
---

== essays/essay.md
An essay on [](#letter:p1) and [](#outside).

== people.yaml
marsh:
  name: Ida Marsh
  description: She wrote [](#letter:p3).
`;

const PACKET = `course: History 210
section: "02"
bring: A pencil.
description: A packet.
---
The opening has a note[^a] and speaks of [](#letter), [](#letter:p3), [](#packet:n2) and [](#outside).

::: {.week title="First" date=2027-02-01}
About the week.

::: {.reading of=letter paragraphs="p1-p2, p4" minutes=20 purpose="To see who writes."}
Before the letter.[^b]

::: {.questions}
1. Why does [](#letter:p4) end so?
:::
:::

::: {.comparison of="letter reply"}
1. Which is shorter?
:::
:::

::: {.week title="Second"}
::: {.reading of=essay minutes=50}
:::

::: {.reading of=reply paragraphs=p1}
:::
:::

[^a]: A note of the opening. See [](#n2).

[^b]: A note before the letter. See [](#n1).
`;

function editionWith(packet: string): Edition {
  return editionOf(filesOf(`${EDITION}\n== readers/packet.md\n${packet}`));
}

function links(html: string, words: string): readonly string[] {
  return [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gu)]
    .filter(([, , inside = ""]) => inside.replaceAll(/<[^>]*>/gu, "") === words)
    .map(([, href = ""]) => href);
}

const edition = editionWith(PACKET);
const pages = pagesInMemory(edition);
const page = (address: string): string => pages.get(address) ?? "";
const reader = page("readers/packet.html");
const letter = page("readers/packet/letter.html");

describe("a reader’s page", () => {
  it("says what is read when, how long it takes and what to bring", () => {
    expect(factsOf(reader).main).toMatchInlineSnapshot(
      `"Reader The packet History 210, section 02 A packet. 2 weeks, 3 readings, about 1 hour 10 minutes Begin to read Bring to class A pencil. The opening has a note1 and speaks of Doc. 1, Doc. 1 ¶3, note 2 and Doc. 3.1 A note of the opening. See note 2. Week 1: First 1 February 2027 · 1 reading, about 20 minutes About the week. Doc. 1 The letter ¶¶ 1–2, 4 · 20 minutes To see who writes. CompareDocumentDateFrom and toTitleDoc. 11 March 1912Ida MarshThe letterDoc. 2undatedThe reply1.Which is shorter? Week 2: Second 2 readings, about 51 minutes The essay 50 minutes Doc. 2 The reply ¶ 1 · 1 minute Downloads PermissionsTable (CSV)archive, holder, rights, and share of each document, for a permissions office"`,
    );
  });

  it("leads to its own pages of what it reads, and to others for what it leaves out", () => {
    // In its words, and in the table of what it compares.
    expect(links(reader, "Doc. 1")).toEqual(["packet/letter.html", "packet/letter.html"]);
    expect(links(reader, "Doc. 1 ¶3")).toEqual(["../documents/letter.html#p3"]);
    expect(links(reader, "Doc. 3")).toEqual(["../documents/outside.html"]);
    expect(reader).toContain('<section class="week" id="week--2">');
  });

  it("finds its notes on whichever page they stand", () => {
    expect(links(reader, "note 2")).toEqual([
      "packet/letter.html#packet--n2",
      "packet/letter.html#packet--n2",
    ]);
    expect(links(letter, "note 1")).toContain("../packet.html#n1");
  });
});

describe("a week", () => {
  const named = editionOf(
    filesOf(`== essays/week-1.md
An essay for the first week.

== texts/letter.md
Words.

== readers/packet.md
The opening[]{#week-1} has places[]{#readings} of its own.

::: {.week title="First"}
About the week.

::: {.reading of=week-1}
:::
:::

::: {.reading of=letter}
:::
`),
  );

  it("has a place that nothing else can have, on the web and in print", () => {
    for (const [address, html] of pagesInMemory(named, { pdf: true })) {
      const twice = [...readPage(html).ids].filter(([, times]) => times > 1);
      expect([address, twice]).toEqual([address, []]);
    }
  });

  it("is led to from the end of its last reading, also where it is none", () => {
    const made = pagesInMemory(named);
    const end = (address: string, words: string) => links(made.get(address) ?? "", words).at(-1);
    expect(end("readers/packet/week-1.html", "Week 1: First")).toBe("../packet.html#week--1");
    expect(end("readers/packet/letter.html", "The packet")).toBe("../packet.html#week--0");
  });
});

describe("the page of a reading", () => {
  it("has the excerpt under its own numbers, and leads to the whole where it leaves out", () => {
    expect(letter).toContain('id="p4"');
    expect(letter).not.toMatch(/id="p3"|id="n2"|The third paragraph|Note two/u);
    expect(links(letter, "¶ 3")).toEqual(["../../documents/letter.html#p3"]);
    expect(links(letter, "The whole document")).toEqual(["../../documents/letter.html"]);
  });

  it("says what is left out in an order of its own, whichever way the text is written", () => {
    expect(letter).toMatch(/<bdi>\[… <a class="omitted"[^>]*>¶ 3<\/a> omitted …\]<\/bdi>/u);
  });

  it("leads to places in the packet, and to the whole for what is left out", () => {
    expect(links(letter, "¶4")).toEqual(["#p4"]);
    expect(links(letter, "¶3")).toEqual([
      "../../documents/letter.html#p3",
      "../../documents/letter.html#p3",
    ]);
    expect(links(letter, "Doc. 2 ¶1")).toEqual(["reply.html#p1"]);
    expect(links(letter, "Doc. 2 ¶2")).toEqual(["../../documents/reply.html#p2"]);
    expect(links(letter, "The essay")).toEqual(["essay.html"]);
    expect(links(page("readers/packet/essay.html"), "Doc. 1 ¶1")).toEqual(["letter.html#p1"]);
  });

  it("says where it stands, what it is read for, and what comes next", () => {
    const { main, addresses } = factsOf(letter);
    expect(main).toContain("Reading 1 of 1 · about 20 minutes · ¶¶ 1–2, 4");
    expect(main).toContain("To see who writes.Before the letter.");
    expect(main).toContain("The last reading of Week 1: First.");
    expect(main).toContain("Next reading The essay");
    expect(addresses).toContain("../packet.html#week--1");
  });

  it("leaves it to the document’s own page to be found and cited", () => {
    expect(letter).toContain(
      '<link rel="canonical" href="https://example.org/letters/documents/letter.html">',
    );
    const { url: _url, ...settings } = edition.settings;
    const offline = pagesInMemory({ ...edition, settings });
    expect(offline.get("readers/packet/letter.html")).toContain(
      '<link rel="canonical" href="../../documents/letter.html">',
    );
  });
});

describe("a printed file", () => {
  const weekly = (settings: string): ReadonlyMap<string, string> =>
    pagesInMemory(
      editionOf(
        filesOf(`== edition.yaml
title: Letters
${settings}
== texts/letter.md
See [](#reply:p2), [](#outside), [](#essay), and [](#late).

== texts/reply.md
One [](#letter).

Two.

== texts/late.md
Late.

== texts/outside.md
Not in the packet.

== essays/essay.md
Not in the packet either.

== readers/packet.md
::: {.week title="First"}
::: {.reading of=letter}
:::
:::

::: {.week title="Second"}
::: {.reading of=reply paragraphs=p1}
:::
:::

::: {.reading of=late}
:::
`),
      ),
      { pdf: true },
    );
  const listed = (html: string | undefined): readonly string[] => {
    const list = /<section class="back outside".*?<\/section>/su.exec(html ?? "")?.[0] ?? "";
    const part = /<h1[^>]*>.*?<\/h1>|<p class="(?:outside-title|outside-address).*?<\/p>/gsu;
    return (list.match(part) ?? []).map((words) => words.replaceAll(/<[^>]*>/gu, ""));
  };

  it("lists what it does not hold with the week that reads it, and with where it can be read", () => {
    const made = weekly("url: https://example.org/letters/");
    expect(listed(made.get("readers/packet.week-1.print.html"))).toEqual([
      "Outside This Week",
      "Document 2. The reply. In week 2 of this reader, in part: ¶ 1 of 2.",
      "https://example.org/letters/documents/reply.html",
      "Document 3. The late. Among the further readings of this reader.",
      "https://example.org/letters/documents/late.html",
      "Document 4. The outside.",
      "https://example.org/letters/documents/outside.html",
      "The essay.",
      "https://example.org/letters/essays/essay.html",
    ]);
    expect(listed(made.get("readers/packet.week-2.print.html"))).toEqual([
      "Outside This Week",
      "Document 1. The letter. In week 1 of this reader.",
      "https://example.org/letters/documents/letter.html",
      "Document 2. The reply. Here in part: ¶ 1 of 2.",
      "https://example.org/letters/documents/reply.html",
    ]);
    expect(listed(made.get("readers/packet.print.html"))).toEqual([
      "Outside This Reader",
      "Document 2. The reply. Here in part: ¶ 1 of 2.",
      "https://example.org/letters/documents/reply.html",
      "Document 4. The outside.",
      "https://example.org/letters/documents/outside.html",
      "The essay.",
      "https://example.org/letters/essays/essay.html",
    ]);
  });

  it("says on its cover for which section it is, also of a week alone", () => {
    const made = pagesInMemory(edition, { pdf: true });
    for (const file of ["readers/packet", "readers/packet.week-1"])
      expect(made.get(`${file}.print.html`)).toContain(
        '<p class="cover-course">History 210, section 02</p>',
      );
  });

  it("says where on the website that is, also before anybody knows its address", () => {
    const made = weekly("");
    expect(listed(made.get("readers/packet.print.html"))).toContain(
      "On this edition’s website: essays/essay.html",
    );
  });
});

describe("other pages", () => {
  it("lead to where in a packet something is said of them", () => {
    const mentions = editionWith(
      PACKET.replace("Before the letter.", "Before the letter of [](#marsh)."),
    );
    const noted = editionWith(PACKET.replace("See [](#n1).", "See [](#marsh)."));
    const person = (from: Edition) => pagesInMemory(from).get("people/marsh.html") ?? "";
    expect(links(person(mentions), "The packet")).toEqual(["../readers/packet.html"]);
    expect(links(person(noted), "note 2")).toEqual(["../readers/packet/letter.html#packet--n2"]);
  });
});

describe("the proof", () => {
  it("misses what a packet’s pages lack, and what an excerpt shows too much", async () => {
    await withBuilt(edition, { folder: tmpdir() }, async (folder) => {
      const { apparatus } = buildApparatus(edition);
      const problems = async () =>
        (await proveSite({ edition, apparatus, folder })).diagnostics.map(formatDiagnostic);
      expect(await problems()).toEqual([]);

      const change = async (address: string, from: string, to: string) => {
        const file = path.join(folder, address);
        const html = await readFile(file, "utf8");
        expect(html).toContain(from);
        await writeFile(file, html.replace(from, to));
      };
      const file = "readers/packet/letter.html";
      const third =
        "The third paragraph, which is left out, is long enough to be told from any other by its words.";
      await change(file, "Before the letter.", "");
      await change(file, "The fourth.", "");
      await change(file, '<p class="omission"', `<p id="p3">${third}</p><p class="omission"`);
      await change("readers/packet.html", "To see who writes.", "");
      await change("readers/packet.html", "Week 2: Second", "Week 2");
      await change("readers/packet.permissions.csv", "Ida Marsh", "Nobody");
      const told = await problems();
      const said = (end: string) => expect(told.join("\n")).toContain(end);
      said(`output-text: ${file} lacks "Before the letter."`);
      said(`output-text: ${file} lacks "The fourth."`);
      said(`output-text: ${file} shows p3, which the reader leaves out`);
      said(`output-text: ${file} shows "The third paragraph, which is left out, is long enough to`);
      said('output-text: readers/packet.html lacks "To see who writes."');
      said('output-text: readers/packet.html lacks "Week 2: Second"');
      said("output-export: readers/packet.permissions.csv does not say what the edition says");
      expect(told).toHaveLength(7);
    });
  });
});

/** Paragraphs of a document, some of them with notes, each referring to something. */
const targets = fc.constantFrom(
  "a",
  "b",
  "c",
  "essay",
  "packet",
  "x",
  "a:p1",
  "a:p3",
  "b:p2",
  "c:n1",
);
const paragraphs = fc.array(fc.record({ target: targets, noted: fc.boolean() }), {
  minLength: 3,
  maxLength: 6,
});

function textOf(written: readonly { readonly target: string; readonly noted: boolean }[]): string {
  const notes = written.flatMap(({ noted, target }, at) =>
    noted ? [`[^${at}]: Of paragraph ${at + 1}. See [](#${target}).`] : [],
  );
  return [
    ...written.map(
      ({ target, noted }, at) => `Paragraph ${at + 1} on [](#${target}).${noted ? `[^${at}]` : ""}`,
    ),
    ...notes,
  ].join("\n\n");
}

const reading = fc.record({
  of: fc.constantFrom("a", "b", "c", "essay"),
  chosen: fc.subarray([1, 2, 3], { minLength: 1 }),
  whole: fc.boolean(),
  before: fc.option(targets),
  after: fc.option(targets),
});

type Reading = typeof reading extends fc.Arbitrary<infer One> ? One : never;

function readingText({ of, chosen, whole, before, after }: Reading, note: number): string {
  const ranges = chosen.map((number) => `p${number}`).join(", ");
  return [
    `::: {.reading of=${of}${whole || of === "essay" ? "" : ` paragraphs="${ranges}"`}}`,
    ...(before === null ? [] : [`Before it see [](#${before}).[^r${note}]`, ""]),
    ...(after === null ? [] : ["::: {.questions}", `1. What does [](#${after}) say?`, ":::"]),
    ":::",
    ...(before === null ? [] : ["", `[^r${note}]: See [](#${before}).`]),
  ].join("\n");
}

describe("any packet of any edition", () => {
  it("shows everything once, nothing that it leaves out, and has links that lead somewhere", () => {
    fc.assert(
      fc.property(
        fc.tuple(paragraphs, paragraphs, paragraphs, paragraphs),
        fc.uniqueArray(reading, { minLength: 1, maxLength: 4, selector: ({ of }) => of }),
        fc.boolean(),
        ([a, b, c, essay], readings, inWeeks) => {
          const written = readings.map(readingText);
          const noted = { target: "a", noted: true };
          const texts = [
            `== texts/a.md\n${textOf(a)}`,
            `== texts/b.md\n${textOf(b)}`,
            `== texts/c.md\n${textOf([noted, ...c])}`,
            "== texts/x.md\nOutside.",
            `== essays/essay.md\n${textOf(essay)}`,
            `== readers/packet.md\nSee [](#a:p2).\n\n${
              inWeeks
                ? written.map((one) => `::: week\n${one}\n:::`).join("\n\n")
                : written.join("\n\n")
            }`,
          ];
          const made = editionOf(filesOf(texts.join("\n\n")));
          const { apparatus } = buildApparatus(made);
          const html = pagesInMemory(made);
          const read = new Map([...html].map(([name, source]) => [name, readPage(source)]));
          const files = new Set([
            ...read.keys(),
            "assets/scholium.css",
            "assets/scholium.js",
            "readers/packet.permissions.csv",
          ]);
          const site = { files, pages: read };
          expect(
            [...read].flatMap(([name, one]) =>
              brokenLinks(name, one, site).map((why) => name + why),
            ),
          ).toEqual([]);
          const packet = packetsOf(made, apparatus).get("packet");
          expect(packet?.readings.length).toBe(readings.length);
          const works = worksCited(made, apparatus);
          for (const toProve of packet ? packetPages(packet, { apparatus, works }) : []) {
            const one = read.get(toProve.address);
            expect(one).toBeDefined();
            if (!one) return;
            const { regions, address, head } = toProve;
            expect(compareWords(one, regions, address, head)).toEqual([]);
            expect(showsLeftOut(one, toProve)).toEqual([]);
            expect([...one.ids].filter(([, times]) => times > 1)).toEqual([]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
