import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import { editionOf, filesOf } from "../apparatus/testing/edition-of.ts";
import { packetsOf } from "../reader/packet.ts";
import { type Permission, permissionsFor } from "../reader/permissions.ts";
import { permissionsCsv } from "./permissions-file.ts";

const edition = editionOf(
  filesOf(`== texts/letter.md
date: 1912-03
authors: [marsh, A Clerk]
source: {archive: "State Archive, Odessa", repository: Library, collection: Papers, location: Box 3, url: "https://example.org/1"}
rights: {statement: "Ask first.", holder: The Heirs, licence: CC BY 4.0}
---
One two three four.

Five six seven.[^1][^orig:1]

::: context
A box of the editors that says many words.
:::

Eight nine ten.

[^1]: The editors say more.

[^orig:1]: The author’s own.

== texts/calendared.md
status: calendared
abstract: Our own words on it.
---

== texts/part.md
status: excerpt
---
Some words.

== essays/essay.md
No document.

== people.yaml
marsh: {name: Ida Marsh}

== readers/packet.md
course: History 210
section: "02"
term: Spring
instructor: A. Teacher
---
::: {.reading of=essay}
:::

::: {.reading of=letter paragraphs="p2-p3"}
:::

::: {.reading of=calendared}
:::

::: {.reading of=part}
:::
`),
);

function permissions(): readonly Permission[] {
  const { apparatus } = buildApparatus(edition);
  const packet = packetsOf(edition, apparatus).get("packet");
  if (!packet) throw new Error("no packet");
  return permissionsFor(packet, apparatus, ({ id }) => `https://example.org/e/${id}.html`);
}

const table = z.array(z.record(z.string(), z.string()));

function readBack(csv: string): z.infer<typeof table> {
  return table.parse(parse(csv, { columns: true, bom: true }));
}

describe("the table for a permissions office", () => {
  it("has a row for each document of the packet, and what is asked of it", () => {
    const [letter, calendared, part, ...others] = readBack(permissionsCsv(permissions()));
    expect(others).toEqual([]);
    expect(letter).toMatchInlineSnapshot(`
      {
        "Archive": "State Archive, Odessa; Library",
        "Authors": "Ida Marsh; A Clerk",
        "Collection and location": "Papers; Box 3",
        "Course": "History 210",
        "Date": "March 1912",
        "Document": "1",
        "Instructor": "A. Teacher",
        "Licence": "CC BY 4.0",
        "Page of this edition": "https://example.org/e/letter.html",
        "Paragraphs used": "¶¶ 2–3",
        "Reader": "The packet",
        "Remarks": "",
        "Rights holder": "The Heirs",
        "Rights statement": "Ask first.",
        "Section": "02",
        "Share of the whole (percent)": "69.2",
        "Source on the web": "https://example.org/1",
        "Term": "Spring",
        "Terms on the web": "",
        "Title": "The letter",
        "Words in the whole": "13",
        "Words used": "9",
      }
    `);
    expect(calendared).toMatchObject({
      Title: "The calendared",
      "Words used": "0",
      "Words in the whole": "",
      "Paragraphs used": "none",
      Remarks: "None of the document’s words are used: the abstract is the edition’s own.",
    });
    expect(part).toMatchObject({
      "Words used": "2",
      "Words in the whole": "",
      "Share of the whole (percent)": "",
      "Paragraphs used": "all",
      Remarks: "The edition gives an excerpt only; how long the whole is, is not known here.",
    });
  });

  it("begins as Excel expects, and ends its lines as the standard says", () => {
    const csv = permissionsCsv(permissions());
    expect(csv.startsWith("\u{FEFF}Document,Title,")).toBe(true);
    expect(csv.endsWith("\r\n")).toBe(true);
  });

  it("keeps whatever is written, and runs none of it as a formula", () => {
    const [row] = permissions();
    if (!row) throw new Error("no row");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (title) => {
        const [back] = readBack(permissionsCsv([{ ...row, title }]));
        const escaped = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u.test(title);
        expect(back?.["Title"]).toBe(escaped ? `'${title}` : title);
      }),
    );
    const [back] = readBack(permissionsCsv([{ ...row, title: '=HYPERLINK("https://x")' }]));
    expect(back?.["Title"]).toBe('\'=HYPERLINK("https://x")');
  });
});
