import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { letters } from "../print/letters.ts";
import { readPdf } from "../print/proof/read-pdf.ts";
import { withEdition } from "./testing/editions.ts";
import { runHere } from "./testing/run-here.ts";
import { runScholium } from "./testing/run-scholium.ts";
import { writeFiles } from "./testing/temporary-folder.ts";

// Inventions, all of them.
const WORKS = `@book{marsh1990, author = {Marsh, Ida and Tern, Otto}, title = {Wreckers All}, year = 1990}
@article{tern2001, author = {Tern, Otto}, title = {The Price of Oil}, journaltitle = {Journal of Lights}, date = {2001}}
`;

const DOCUMENT = `---
id: fog-signal
number: 7
title: The Fog Signal
abstract: The signal failed [@marsh1990, 3].
---

::: {.headnote}
It failed twice [@tern2001, 60]. @marsh1990 doubt it.
:::

The signal is silent.[^1]

::: {.instructor}
Compare [@tern2001, 99].
:::

[^1]: See [@marsh1990, pp. 187–89]; as often.
`;

const files = {
  "documents/works.bib": WORKS,
  "documents/texts/fog-signal.md": DOCUMENT,
};

/** The words of some part of a page. */
function words(html: string): string {
  return html.replaceAll(/<[^>]*>/g, "").replaceAll("&#38;", "&");
}

describe("an edition that cites works", () => {
  test("is sound, and shows them in notes, in the text, and on a page of their own", async () =>
    withEdition("two-letters", async (folder) => {
      await writeFiles(folder, files);
      const { code, stdout, stderr } = await runScholium(["build", "--no-pdf", folder]);
      expect(stdout).toBe("");
      expect(stderr).toContain("nothing lost, every link leads somewhere");
      expect(code).toBe(0);
      const page = await readFile(path.join(folder, "_site/documents/fog-signal.html"), "utf8");
      const notes = [...page.matchAll(/<div class="note [^]*?<\/div>/g)].map(([note]) =>
        words(note),
      );
      expect(notes).toEqual([
        "1 Otto Tern, “The Price of Oil,” Journal of Lights, 2001, 60.",
        "2 Wreckers All, 1990.",
        "3 See Marsh and Tern, 187–89; as often.",
      ]);
      expect(page).toContain('<a class="cited-work" href="../works/index.html#tern2001">');
      expect(words(page)).toContain(
        "The signal failed (Ida Marsh and Otto Tern, Wreckers All, 1990, 3).",
      );
      const works = await readFile(path.join(folder, "_site/works/index.html"), "utf8");
      expect(works.indexOf('id="marsh1990"')).toBeLessThan(works.indexOf('id="tern2001"'));
      expect(works).toContain('href="../documents/fog-signal.html#n3">note 3</a>');
      expect(works).not.toContain("#n4");
    }));

  test(
    "prints them, and lists in each reader what is cited there",
    { timeout: 180_000 },
    async () =>
      withEdition("two-letters", async (folder) => {
        await writeFiles(folder, {
          ...files,
          "documents/readers/fog.md":
            "---\nid: fog\ntitle: Fog\nreadings:\n  - fog-signal\n---\n\nRead on.\n",
          "documents/readers/answer.md":
            "---\nid: answer\ntitle: Answer\nreadings:\n  - clerk-to-keeper\n---\n\nA book [@marsh1990].\n",
        });
        const { code, stdout } = await runScholium(["build", "-q", folder]);
        expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
        const read = async (reader: string): Promise<string> => {
          const pdf = await readPdf(
            await readFile(path.join(folder, `_site/readers/${reader}.pdf`)),
          );
          expect(pdf.bookmarks.some(({ title }) => title === "Works Cited")).toBe(true);
          return letters(pdf.pages.map(({ text }) => text).join(" "));
        };
        const fog = await read("fog");
        expect(fog).toContain(
          letters("1 Otto Tern, “The Price of Oil,” Journal of Lights, 2001, 60."),
        );
        const listed = fog.slice(fog.lastIndexOf(letters("Works Cited")));
        expect(listed).toContain(letters("Marsh, Ida, and Otto Tern. Wreckers All, 1990."));
        expect(listed).toContain(
          letters("Tern, Otto. “The Price of Oil.” Journal of Lights, 2001."),
        );
        const answer = await read("answer");
        expect(answer).toContain(letters("Ida Marsh and Otto Tern, Wreckers All, 1990."));
        expect(answer).not.toContain(letters("The Price of Oil"));
      }),
  );

  test("in another style shows them in the text", async () =>
    withEdition("two-letters", async (folder) => {
      const settings = path.join(folder, "documents/edition.yaml");
      const written = await readFile(settings, "utf8");
      await writeFiles(folder, {
        ...files,
        "documents/edition.yaml": `${written}\ncitation-style: chicago-author-date\n`,
      });
      const { code } = await runHere(["build", "--no-pdf", "-q", folder]);
      expect(code).toBe(0);
      const page = words(
        await readFile(path.join(folder, "_site/documents/fog-signal.html"), "utf8"),
      );
      expect(page).toContain("It failed twice (Tern 2001, 60). Marsh and Tern (1990) doubt it.");
      expect(page).toContain("See (Marsh and Tern 1990, 187–89); as often.");
    }));

  test("is told what is wrong, with its place, and is not built", async () =>
    withEdition("two-letters", async (folder) => {
      await writeFiles(folder, {
        ...files,
        "documents/works.bib": `${WORKS}@book{unused, title = {Never}}\n@book{broken, title = {x\n`,
        "documents/essays/fog.md":
          "---\nid: fog\ntitle: Fog\n---\n\nSo [@marsh199, p. 3; @nothing-like-it] and [@marsh1990; so].\n",
      });
      const { code, stdout } = await runHere(["check", folder]);
      expect(stdout.split("\n")).toEqual([
        'documents/essays/fog.md:6:5 error work-unknown: no work "marsh199"; did you mean "marsh1990"?',
        expect.stringContaining(
          'documents/essays/fog.md:6:22 error work-unknown: no work "nothing-like-it"; ',
        ),
        expect.stringContaining("documents/essays/fog.md:6:44 error citation-invalid: "),
        'documents/works.bib:3:7 warning work-unused: nothing cites "unused"; cite it where it is meant, or delete it',
        expect.stringContaining("documents/works.bib:4:23 error works-syntax: "),
        "",
      ]);
      expect(code).toBe(1);
    }));

  test("without a file of works is told so", async () =>
    withEdition("two-letters", async (folder) => {
      await writeFiles(folder, files);
      await rm(path.join(folder, "documents/works.bib"));
      const { stdout, code } = await runHere(["check", folder]);
      expect(stdout).toContain(
        'fog-signal.md:5:30 error work-unknown: the work "marsh1990" is cited, but the edition has no works; write it into documents/works.bib, or',
      );
      expect(code).toBe(1);
    }));

  test("from a reference manager's JSON is cited alike", async () =>
    withEdition("two-letters", async (folder) => {
      const items = [
        { id: "marsh1990", type: "book", title: "Wreckers All", author: [{ family: "Marsh" }] },
        { id: "tern2001", type: "book", title: "The Price", issued: { "date-parts": [[2001]] } },
      ];
      await writeFiles(folder, { ...files, "documents/works.json": JSON.stringify(items) });
      await rm(path.join(folder, "documents/works.bib"));
      const { stdout, code } = await runHere(["build", "--no-pdf", folder]);
      expect(stdout).toBe("");
      expect(code).toBe(0);
    }));
});
