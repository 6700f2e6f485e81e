import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { formatDiagnostic } from "../../diagnostics/report.ts";
import type { Work } from "../../edition/edition.ts";
import { readWorks, uniqueWorks } from "./read-works.ts";

function read(
  name: "works.bib" | "works.json",
  text: string,
): { readonly works: readonly Work[]; readonly found: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];
  const report = (...said: Parameters<typeof diagnose>): void => {
    found.push(diagnose(...said));
  };
  const file = { file: `documents/${name}`, lines: text.split("\n") };
  return { works: uniqueWorks(readWorks(file, report), report), found };
}

/** The messages about a file, without its name. */
function messages(name: "works.bib" | "works.json", text: string): readonly string[] {
  return read(name, text).found.map((one) =>
    formatDiagnostic(one).replace(`documents/${name}:`, ""),
  );
}

/** A work on one line. */
function shown({ key, item, dates }: Work): string {
  const { id: _, ...fields } = item;
  const when = Object.entries(dates).map(([kind, date]) => `${kind} ${date.edtf}`);
  return [key, JSON.stringify(fields), ...when].join(" ");
}

describe("works in BibTeX", () => {
  it("are read with names, TeX's letters, strings and parents", () => {
    const { works, found } = read(
      "works.bib",
      String.raw`
% A comment with an @book{not, title = {read}}
@string{ norton = "W. W. Norton" }
@comment{ @book{neither, title={This}} }
@book{fursenko, author = {Fursenko, Aleksandr and Naftali, Timothy},
  title = "{One Hell}: {Khrushchev}", publisher = norton # { \& Co.}, year = 1997}
@collection{papers, editor = "{RAND Corporation} and van der Berg, J\"org", title = {\emph{Papers}}, date = {1961/1963}}
@incollection(gribkov, author = {Грибков, А. И.}, title = {Карибский кризис}, crossref = {papers}, pages = {59--110}, langid = {russian},)
mail@example.org stands between them
`,
    );
    expect(found.map(formatDiagnostic)).toEqual([]);
    expect(works.map(shown)).toMatchInlineSnapshot(`
      [
        "fursenko {"type":"book","author":[{"family":"Fursenko","given":"Aleksandr"},{"family":"Naftali","given":"Timothy"}],"title":"One Hell: Khrushchev","publisher":"W. W. Norton & Co."} issued 1997",
        "gribkov {"type":"chapter","author":[{"family":"Грибков","given":"А. И."}],"editor":[{"literal":"RAND Corporation"},{"family":"Berg","given":"Jörg","non-dropping-particle":"van der"}],"title":"Карибский кризис","container-title":"<i>Papers</i>","language":"ru","page":"59-110"} issued 1961/1963",
        "papers {"type":"book","editor":[{"literal":"RAND Corporation"},{"family":"Berg","given":"Jörg","non-dropping-particle":"van der"}],"title":"<i>Papers</i>"} issued 1961/1963",
      ]
    `);
  });

  it.each([
    ["1962", "1962"],
    ["1962-05-24", "1962-05-24"],
    ["1962~", "1962~"],
    ["1962?", "1962?"],
    ["1961/1963", "1961/1963"],
    ["1961--63", "1961/1963"],
    ["c. 1962", "1962~"],
    ["2001-21", "2001-21"],
  ])("have dates such as %s", (written, edtf) => {
    const { works, found } = read("works.bib", `@book{a, title={x}, date={${written}}}`);
    expect(found).toEqual([]);
    expect(works[0]?.dates.issued?.edtf).toBe(edtf);
  });

  it.each([
    ["year = 1962, month = may, day = 4", "1962-05-04"],
    ["year = {1962}, month = {24 May}", "1962-05-24"],
    ["year = {1962}, month = 10", "1962-10"],
    ["year = {1962}, month = {spring}", "1962"],
    ["year = {[1962]}", "1962"],
    ["year = {1961-1963}", "1961/1963"],
  ])("have years such as %s", (fields, edtf) => {
    const { works, found } = read("works.bib", `@book{a, title={x}, ${fields}}`);
    expect(found).toEqual([]);
    expect(works[0]?.dates.issued?.edtf).toBe(edtf);
  });

  it("keep a year that is none as words", () => {
    const { works } = read("works.bib", "@book{a, title={x}, year={forthcoming}}");
    expect(works.map(shown)).toEqual([
      'a {"type":"book","title":"x","issued":{"literal":"forthcoming"}}',
    ]);
  });

  it("are told where they are broken, and the others are read", () => {
    const text = `@book{one, title = {Never closed, year = 1990}
@book{two, title = {Fine}}
@book{three title = {x}}
@book{title = {No key}}
@book{four, title {x}}
@book{five, title = {x} year = 1990}
@book{six, title = "never closed, year = 1990}
@book{seven, title = nowhere}
@book{eight, title = {x}, note = }
@book nine, title
@book{ten, title = {Fine}}
@book{eleven, title = {x},`;
    expect(messages("works.bib", text)).toMatchInlineSnapshot(`
      [
        "1:1 error works-syntax: "one" is not closed; put } behind its last field",
        "3:13 error works-syntax: no comma behind the key "three"; write @book{key, title = {…}, …}",
        "4:1 error works-syntax: an entry @book without a key; write @book{key, title = {…}, …}",
        "5:13 error works-syntax: in "four" no field can begin with "title"; write fields as name = {value}, with a comma between them",
        "6:25 error works-syntax: in "five" no comma stands behind the value of "title"; put a comma there",
        "7:20 error works-syntax: the quotation mark of "title" is not closed; put " where it ends",
        "8:22 error works-syntax: no @string is called "nowhere"; put words in braces: {nowhere}",
        "9:34 error works-syntax: "note" has no value; write note = {…}",
        "12:1 error works-syntax: "eleven" is not closed; put } behind its last field",
      ]
    `);
    expect(read("works.bib", text).works.map(({ key }) => key)).toMatchInlineSnapshot(`
      [
        "eight",
        "eleven",
        "five",
        "four",
        "one",
        "seven",
        "six",
        "ten",
        "two",
      ]
    `);
  });

  it("are told what cannot be cited", () => {
    const text = `@book{one, author = {A}}
@boook{two, title = {x}}
@unheard{three, title = {x}}
@book{four, title = {x}, date = {May 1962?!}}
@book{four, title = {y}}
@book{five, title = {x}, title = {y}}
@letter{six, author = {A, B}}
@set{seven, entryset = {one,two}}
@book{eight, title = { }}`;
    expect(messages("works.bib", text)).toMatchInlineSnapshot(`
      [
        "1:7 error work-invalid: "one" has no title; add a line such as title = {…}",
        "2:1 error work-invalid: "two" is of an unknown type, @boook; did you mean "book"?",
        "3:1 error work-invalid: "three" is of an unknown type, @unheard; write @book, @article, @incollection or @misc",
        "4:33 error work-invalid: "May 1962?!", the date of "four", is no date; write it in EDTF: 1962, 1962-05-24, 1961/1963, 1962~ for about 1962",
        "6:26 error work-invalid: "title" of "five" is given a second time; delete one of the two",
        "9:7 error work-invalid: "eight" has no title; add a line such as title = {…}",
        "5:7 error work-twice: the work "four" stands in line 4 already; give each a key of its own, or delete one",
      ]
    `);
  });
});

describe("TeX that cannot be read", () => {
  it("is told field by field; the others are read", () => {
    const text = String.raw`@book{a, title = {All $ and more}, author = {Marsh, Ida},
  note = {\frac{1}{2} \ldots{} and \emph{so}}}`;
    expect(messages("works.bib", text)).toMatchInlineSnapshot(`
      [
        "1:10 error work-invalid: "title" of "a" cannot be read as TeX; close its braces and dollar signs, and put a backslash before a dollar sign that is one",
        "2:10 error work-invalid: "note" of "a" has a command of TeX that is not known here: \\frac; write the letters themselves",
      ]
    `);
    expect(read("works.bib", text).works.map(shown)).toMatchInlineSnapshot(`
      [
        "a {"type":"book","author":[{"family":"Marsh","given":"Ida"}],"note":"\\\\frac12 … and <i>so</i>"}",
      ]
    `);
  });
});

describe("BibTeX that was made to hang comes back:", () => {
  const many = (words: string): string => words.repeat(40_000);
  it.each([
    ["at signs", many("@ ")],
    ["entries without braces", many("@book ")],
    ["entries that are not closed", many("@book{a, title = {x\n")],
    ["comments that are not closed", many("@comment{ x\n")],
    ["lines of comment", many("% @x\n")],
    ["braces", `@book{a, title = ${many("{")}`],
    ["quotation marks", many('@book{a, b = "x\n')],
    ["fields without commas", `@book{a, ${many("b = {x} ")}`],
  ])("%s", (_, text) => {
    expect(() => read("works.bib", text)).not.toThrow();
  });
});

describe("works in CSL-JSON", () => {
  it("are read", () => {
    const { works, found } = read(
      "works.json",
      JSON.stringify([
        {
          id: "a",
          type: "article-journal",
          title: "x\n y",
          volume: 12,
          author: [{ family: "Tern", given: "Otto" }, { family: "RAND" }, { literal: "UN" }, 3],
          issued: { "date-parts": [[2001, "5"]], circa: true },
          accessed: {
            "date-parts": [
              [2020, 1, 2],
              [2020, 1, 5],
            ],
          },
          custom: { nothing: "of ours" },
        },
        { id: 7, type: "book", title: "y", issued: { literal: "n.d." }, shortTitle: "z" },
        { id: "s", type: "book", title: "y", issued: { "date-parts": [[1962]], season: 1 } },
        { id: "r", type: "book", title: "y", issued: { raw: "1962-05-24" } },
      ]),
    );
    expect(found.map(formatDiagnostic)).toEqual([]);
    expect(works.map(shown)).toMatchInlineSnapshot(`
      [
        "7 {"type":"book","title":"y","title-short":"z","issued":{"literal":"n.d."}}",
        "a {"type":"article-journal","author":[{"family":"Tern","given":"Otto"},{"literal":"RAND"},{"literal":"UN"}],"title":"x y","volume":"12"} issued 2001-05~ accessed 2020-01-02/2020-01-05",
        "r {"type":"book","title":"y"} issued 1962-05-24",
        "s {"type":"book","title":"y"} issued 1962-21",
      ]
    `);
  });

  it.each([
    ['[{"id": "a"', "1:12 works-syntax"],
    ['[{"id": "a",\n  "title" "x"}]', "2:11 works-syntax"],
    ["[{id: 1}]", "1:3 works-syntax"],
    ["[1, 2,]", "1:7 works-syntax"],
    ['["a\nb"]', "1:2 works-syntax"],
    ['[] {"x": 1}', "1:4 works-syntax"],
    ['{"id": "a"}', "1:1 works-syntax"],
    ["[".repeat(5000), "1:62 works-syntax"],
    ["[3]", "1:2 work-invalid"],
    ['[{"id": "a", "title": "x"}]', "1:2 work-invalid"],
    ['[{"id": "a", "type": "bok", "title": "x"}]', "1:22 work-invalid"],
    ['[{"id": "a", "type": "book"}]', "1:9 work-invalid"],
    ['[{"id": "a", "type": "book", "title": "x", "issued": 1962}]', "1:54 work-invalid"],
  ])("are told where they are wrong: %j", (text, where) => {
    expect(
      messages("works.json", text).map((one) => one.replace(/(?:error|warning) |:[^:]*$/g, ""))[0],
    ).toContain(where.split(" ")[0]);
    expect(messages("works.json", text)[0]).toContain(where.split(" ")[1]);
  });
});

describe("any file of works", () => {
  const anyBibtex = fc
    .array(
      fc.constantFrom(
        ...'@book{|@article(|@string{|@comment{|@|key|,|title|=|{|}|(|)|"|#|%|\n|\\| |1990|date|jan|\\"{o}|$|and|é'.split(
          "|",
        ),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(""));
  const anyJson = fc.oneof(
    fc.json(),
    fc
      .array(fc.constantFrom(...'[]{}:,"a1 \\\n'.split(""), '"id"', '"type"'), { maxLength: 20 })
      .map((parts) => parts.join("")),
    fc
      .array(
        fc.dictionary(
          fc.constantFrom("id", "type", "title", "author", "issued", "volume"),
          fc.jsonValue(),
        ),
      )
      .map((list) => JSON.stringify(list)),
  );

  it("is read without an exception, and every message lies in it", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyBibtex.map((text) => ["works.bib", text] as const),
          anyJson.map((text) => ["works.json", text] as const),
        ),
        ([name, text]) => {
          const lines = text.split("\n");
          for (const { place } of read(name, text).found) {
            expect(place.line).toBeLessThanOrEqual(lines.length);
            expect(place.column - 1).toBeLessThanOrEqual((lines[place.line - 1] ?? "").length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("in JSON is refused where JSON is, and nowhere else", () => {
    fc.assert(
      fc.property(anyJson, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const refused = read("works.json", text).found.some(({ message }) =>
          message.startsWith("no JSON: "),
        );
        expect(refused).toBe(!isJson);
      }),
      { numRuns: 500 },
    );
  });
});
