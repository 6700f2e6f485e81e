import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import { walk } from "../edition/walk.ts";
import { readEdition } from "../source/read-edition.ts";
import { withEditionOnDisk } from "../source/testing/edition-on-disk.ts";
import { type WorksCited, worksCited } from "./cite-works.ts";
import { plainOfHtml } from "./plain-of-html.ts";

const IBID = "../shared/csl/chicago-notes-bibliography-subsequent-ibid.csl";

// Inventions, all of them.
const WORKS = String.raw`
@book{marsh, author = {Marsh, Ida and Tern, Otto}, title = {Wreckers All: Lights and Keepers},
  publisher = {Fog Press}, address = {Skarholm}, year = 1990}
@article{tern, author = {Tern, Otto}, title = {The Price of Oil}, journaltitle = {Journal of Lights},
  volume = 12, number = 3, pages = {59--110}, date = {2001-05}}
@article{tern-later, author = {Tern, Otto}, title = {A Second Price}, journaltitle = {Journal of Lights}, date = {2001}}
@collection{papers, editor = {Gull, Ann}, title = {Papers \& Lamps}, volume = {VI}, publisher = {Board of Lights}, location = {Skarholm}, date = {1896~}}
@book{nobody, title = {The Fog}, date = {1888}}
@book{маяк, author = {Маяк, Иван}, title = {Огни и туманы}, year = 1962}
`;

interface Shown {
  /** Citations of a text in reading order, those in notes among them, as they are shown. */
  readonly citations: readonly string[];
  readonly works: WorksCited;
}

/** What an essay's citations are in a style. */
async function cite(
  style: string,
  text: string,
  bib = WORKS,
  files: Readonly<Record<string, string>> = {},
): Promise<Shown> {
  return withEditionOnDisk(
    {
      "edition.yaml": `title: Lights\nlanguage: en\ncitation-style: ${style}\n`,
      "essays/fog.md": `---\nid: fog\ntitle: Fog\n---\n\n${text}\n`,
      "works.bib": bib,
      ...files,
    },
    async (folder) => {
      const { edition } = await readEdition(folder);
      const { apparatus } = buildApparatus(edition);
      const works = worksCited(edition, apparatus);
      const occurrences = apparatus.citations.get("fog") ?? [];
      return {
        works,
        citations: occurrences.map(
          ({ citation }) => works.citations.get(citation)?.text ?? "not written",
        ),
      };
    },
  );
}

const NOTES = `A.[^1] B.[^2] C.[^3] D.[^4] E.[^5] F.[^6] G.[^7]

[^1]: See [@marsh, pp. 187–89].

[^2]: [@marsh, 190]

[^3]: [@marsh, 190]. Then words.

[^4]: [see @tern; and @marsh, ch. 3, with a map]

[^5]: As [@tern, 60] says, and @papers [doc. 24] too

[^6]: [@tern, 61; @nobody]

[^7]: [-@tern]
`;

describe("in a style that cites in notes", () => {
  it("a work is cited in full first, shorter later, in reading order", async () => {
    expect((await cite("chicago-notes", NOTES)).citations).toMatchInlineSnapshot(`
      [
        "Ida Marsh and Otto Tern, Wreckers All: Lights and Keepers (Skarholm: Fog Press, 1990), 187–89.",
        "Marsh and Tern, 190.",
        "Marsh and Tern, 190.",
        "See Otto Tern, “The Price of Oil,” Journal of Lights 12, no. 3 (May 2001): 59–110; and Marsh and Tern, Wreckers All, chap. 3, with a map.",
        "Tern, “The Price of Oil,” 60",
        "Ann Gull, ed., Papers & Lamps, vol. VI (Skarholm: Board of Lights, [1896?]), doc. 24",
        "Tern, “The Price of Oil,” 61; The Fog, 1888.",
        "“The Price of Oil.”",
      ]
    `);
  });

  it.skipIf(!existsSync(IBID))(
    "a work is “ibid.” where the note before cites it alone, if the style says so (needs ../shared/csl)",
    async () => {
      const text = `A.[^1] B.[^2] C.[^3] D.[^4] E.[^5] F.[^6] G.[^7] H.[^8] I.[^w] J.[^9]

[^1]: [@marsh, 12]

[^2]: [@marsh, 12]

[^3]: As [@marsh, 13] says.

[^4]: [@marsh]

[^5]: [@tern; @marsh]

[^6]: [@marsh, 14]

[^7]: [see @marsh, 14; @marsh, 15]

[^8]: [@tern]. [@tern]

[^w]: Words.

[^9]: [@tern]`;
      const style = { "ibid.csl": readFileSync(IBID, "utf8") };
      expect((await cite("ibid", text, WORKS, style)).citations).toMatchInlineSnapshot(`
        [
          "Ida Marsh and Otto Tern, Wreckers All: Lights and Keepers (Fog Press, 1990), 12.",
          "Ibid.",
          "ibid., 13",
          "Marsh and Tern, Wreckers All.",
          "Otto Tern, “The Price of Oil,” Journal of Lights 12, no. 3 (2001): 59–110; Marsh and Tern, Wreckers All.",
          "Marsh and Tern, Wreckers All, 14.",
          "See Marsh and Tern, Wreckers All, 14; Marsh and Tern, Wreckers All, 15.",
          "Tern, “The Price of Oil.”",
          "Ibid.",
          "Tern, “The Price of Oil.”",
        ]
      `);
    },
  );

  it("a citation in the text becomes a note, behind the full stop", async () => {
    const text =
      "The keeper knew [@marsh, 12]. And @tern [p. 60], it is said.[^1]\n\n[^1]: [@tern]";
    await withEditionOnDisk(
      {
        "edition.yaml": "title: Lights\n",
        "essays/fog.md": `---\nid: fog\ntitle: Fog\n---\n\n${text}\n`,
        "works.bib": WORKS,
      },
      async (folder) => {
        const { edition } = await readEdition(folder);
        const [essay] = edition.essays;
        const { apparatus } = buildApparatus(edition);
        const { citations } = worksCited(edition, apparatus);
        const shown = [...walk(essay?.blocks ?? [])].map((node) => {
          if (node.type === "text") return node.value;
          if (node.type === "note-call") return `(${apparatus.calls.get(node)?.mark})`;
          return node.type === "citation" ? citations.get(node)?.text : "";
        });
        expect(shown.join("")).toBe("The keeper knew.(1) And Tern,(2) it is said.(3)");
        const notes = apparatus.notes.get("fog") ?? [];
        const words = notes.map(({ note }) =>
          [...walk(note.blocks)].map((node) =>
            node.type === "citation" ? citations.get(node)?.text : "",
          ),
        );
        expect(words.map((one) => one.join(""))).toMatchInlineSnapshot(`
          [
            "Ida Marsh and Otto Tern, Wreckers All: Lights and Keepers (Skarholm: Fog Press, 1990), 12.",
            "“The Price of Oil,” Journal of Lights 12, no. 3 (May 2001): 60.",
            "Tern, “The Price of Oil.”",
          ]
        `);
      },
    );
  });
});

describe("in other styles", () => {
  const text =
    "A [@marsh, pp. 187–89]. B [@marsh]. @tern [p. 60] says, @tern-later too; [see @papers, ch. 3; @nobody, with a map], [-@tern, 61], @маяк.";

  it.each(["chicago-author-date", "mla", "apa"])(
    "%s, works are named in the text",
    async (style) => {
      expect((await cite(style, text)).citations).toMatchSnapshot("citations");
    },
  );

  it.each(["chicago-notes", "chicago-author-date", "mla", "apa"])(
    "%s, works stand in the bibliography by their authors",
    async (style) => {
      const { works } = await cite(style, text);
      expect(works.entries.map(({ html }) => plainOfHtml(html))).toMatchSnapshot("entries");
    },
  );
});

describe("works of one author in one citation", () => {
  const text = [
    "[@tern; @tern-later]",
    "[@tern; @tern-later; @marsh]",
    "[@marsh; @tern; @tern-later]",
    "[see @tern; @tern-later, with a map]",
    "[@tern, 60; @tern-later, 7]",
    "[@tern; and @tern-later]",
    "[@tern, with a map; @tern-later]",
    "[-@tern; -@tern-later]",
    "@tern [p. 60; @tern-later]",
  ].join("\n\n");

  it.each(["chicago-author-date", "apa", "mla", "chicago-notes"])(
    "in %s say once what they share, as far as the style says so",
    async (style) => {
      const { citations, works } = await cite(style, text);
      expect(citations).toMatchSnapshot();
      const linked = [...works.citations.values()].flatMap(({ pieces }) =>
        pieces.filter(({ key }) => key !== undefined).map(({ html }) => plainOfHtml(html)),
      );
      for (const words of linked) expect(words).toMatch(/^[\p{L}\d“].*[\p{L}\d.,”)]$/u);
    },
  );

  it("leave out the year too where a style wants letters alone", async () => {
    const style = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Letters</title><id>letters</id><updated>2026-11-22T00:00:00+00:00</updated></info>
  <citation collapse="year-suffix" disambiguate-add-year-suffix="true" after-collapse-delimiter=" / ">
    <sort><key variable="title"/></sort>
    <layout prefix="(" suffix=")" delimiter="; "><names variable="author"><name form="short" and="text"/></names><date variable="issued" prefix=" "><date-part name="year"/></date><text variable="year-suffix"/></layout>
  </citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>`;
    const { citations } = await cite("letters", "[@tern-later; @tern; @marsh; @nobody]", WORKS, {
      "letters.csl": style,
    });
    expect(citations).toEqual(["(Tern 2001a, b / Marsh and Tern 1990; 1888)"]);
  });
});

describe("a bibliography", () => {
  it("has only what is cited, and no work twice", async () => {
    const { works } = await cite("apa", "[@tern] [@tern; @marsh]");
    expect(works.entries.map(({ work }) => work.key)).toEqual(["marsh", "tern"]);
  });

  it("is sorted in the alphabet of the edition's language, articles aside", async () => {
    const bib = ["Öberg", "Zorn", "O’Neill", "de Gaulle", "Adams"]
      .map((family, index) => `@book{w${index}, author = {{${family}}}, title = {T}}`)
      .concat("@book{w9, title = {The Fog}}", "@book{w10, title = {“Gales”}}")
      .join("\n");
    const keys = "[@w0; @w1; @w2; @w3; @w4; @w9; @w10]";
    const { works } = await cite("mla", keys, bib);
    expect(
      works.entries.map(({ work: { item } }) => item.author?.[0]?.literal ?? item.title),
    ).toEqual(["Adams", "de Gaulle", "The Fog", "“Gales”", "Öberg", "O’Neill", "Zorn"]);
  });
});

it("what is not known stands as it is written", async () => {
  const { citations } = await cite("apa", "So [@nowhere, p. 3] and @never [p. 4], [@tern].");
  expect(citations).toEqual(["[@nowhere, p. 3]", "@never [p. 4]", "(Tern, 2001)"]);
});

describe("whatever a work lacks", () => {
  const field = fc.constantFrom(
    "author = {Marsh, Ida}",
    "editor = {{Board of Lights}}",
    "translator = {Gull, Ann}",
    "year = 1990",
    "date = {1961/1963}",
    "date = {1896~}",
    "year = {n.d.}",
    "publisher = {Fog Press}",
    "address = {Skarholm}",
    "journaltitle = {Journal}",
    "booktitle = {Of <Lights> & Lamps}",
    "volume = 3",
    "pages = {1--9}",
    "url = {https://example.org/?a=b&c=<d>}",
    "edition = 2",
    "note = {<script>alert(1)</script>}",
    "langid = {german}",
  );
  const type = fc.constantFrom(
    "book",
    "article",
    "incollection",
    "misc",
    "online",
    "phdthesis",
    "letter",
  );
  const words = fc.constantFrom("", "see ", "*so* <b> & ", "\\[x\\] ");
  const where = fc.constantFrom("", ", p. 3", ", ch. 4, with <i>", ", passim", " {iv}");

  it(
    "its citations are sound words: nothing empty, undefined or open",
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom("chicago-notes", "chicago-author-date", "mla", "apa"),
          type,
          fc.uniqueArray(field, { maxLength: 6, selector: (one) => one.split(" ")[0] }),
          words,
          where,
          async (style, kind, fields, before, behind) => {
            const bib = `@${kind}{a, ${["title = {A \\& <B>}", ...fields].join(", ")}}`;
            const text = `One [${before}@a${behind}] and @a${behind === "" ? "" : " [p. 3]"}, [-@a].`;
            const { citations, works } = await cite(style, text, bib);
            for (const html of [
              ...[...works.citations.values()].map(({ pieces }) =>
                pieces.map((one) => one.html).join(""),
              ),
              ...works.entries.map((entry) => entry.html),
            ]) {
              expect(html).not.toMatch(
                /undefined|NaN|NO_PRINTED|CSL STYLE|\(\)|, ,|\s,|<script|\(,/,
              );
              expect(
                html.replaceAll(/<\/?(?:i|b|sup|sub|span)(?: [a-z]+="[^"<>]*")?>/g, ""),
              ).not.toMatch(/[<>]/);
            }
            expect(citations[0]).toMatch(/\p{L}/u);
            expect(works.entries).toHaveLength(1);
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});
