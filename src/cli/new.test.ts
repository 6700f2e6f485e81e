import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readEdition } from "../source/read-edition.ts";
import { snapshot } from "./testing/editions.ts";
import { runHere } from "./testing/run-here.ts";
import { runScholium } from "./testing/run-scholium.ts";
import { readFiles, withFiles } from "./testing/temporary-folder.ts";

describe("scholium new", () => {
  test("makes an edition in which nothing is wrong, and which builds", async () =>
    withFiles({}, async (cwd) => {
      const made = await runScholium(["new", "cuban-crisis"], { cwd });
      expect(made).toEqual({
        code: 0,
        stdout: [
          "cuban-crisis/README.md",
          "cuban-crisis/documents/edition.yaml",
          "cuban-crisis/documents/essays/introduction.md",
          "cuban-crisis/documents/people.yaml",
          "cuban-crisis/documents/readers/whole.md",
          "cuban-crisis/documents/texts/sample-letter.md",
          "",
        ].join("\n"),
        stderr: "See it with: npx scholium serve cuban-crisis\n",
      });
      const built = await runScholium(["build", "--no-pdf", "cuban-crisis"], { cwd });
      expect(built.stderr).toContain("0 errors, 0 warnings. Built ");
      const { edition } = await readEdition(path.join(cwd, "cuban-crisis"));
      expect(edition.settings).toMatchObject({
        title: "Cuban crisis",
        editors: [],
        language: "en",
      });
    }));

  test("takes title, editors and language from options, words and a file, whatever signs are in them", async () =>
    withFiles(
      {
        "mine.yaml":
          "title: Not this one\nlanguage: de\nsubtitle: A Reader\nurl: https://example.org/\n",
      },
      async (cwd) => {
        const title = 'Say: "no" # not %editors% $& yes';
        const { code } = await runScholium(
          [
            "new",
            "x",
            "--from",
            "mine.yaml",
            "--from",
            "editor=Jane: Doe",
            "--editor",
            "No",
            "--title",
            title,
          ],
          { cwd },
        );
        expect(code).toBe(0);
        const { edition, diagnostics } = await readEdition(path.join(cwd, "x"));
        expect(diagnostics).toEqual([]);
        expect(edition.settings).toMatchObject({
          title,
          editors: ["No", "Jane: Doe"],
          language: "de",
          subtitle: "A Reader",
          url: "https://example.org/",
        });
        expect(edition.readers[0]?.matter.title).toBe(title);
        expect(edition.essays[0]?.matter.authors).toEqual(["No", "Jane: Doe"]);
      },
    ));

  test("fills a folder that is empty but for its repository and the installed package", async () =>
    withFiles({ "x/.git/HEAD": "ref", "x/package.json": "{}" }, async (cwd) => {
      const { code, stderr } = await runHere(["new", "."], { cwd: path.join(cwd, "x") });
      expect({ code, stderr }).toEqual({ code: 0, stderr: "See it with: npx scholium serve\n" });
      expect((await readdir(path.join(cwd, "x"))).sort()).toEqual([
        ".git",
        "README.md",
        "documents",
        "package.json",
      ]);
    }));

  test("never writes into a folder with something in it", async () =>
    withFiles({ "x/mine.txt": "Mine." }, async (cwd) => {
      const before = await snapshot(cwd);
      const { code, stderr } = await runHere(["new", "x"], { cwd });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: "scholium: x is not empty: it holds mine.txt; name a new or empty folder\n",
      });
      expect(await snapshot(cwd)).toEqual(before);
    }));

  test("gives the same bytes for the same words", async () =>
    withFiles({}, async (cwd) => {
      await mkdir(path.join(cwd, "b"));
      for (const folder of ["a/same", "b/same"]) await runHere(["new", folder], { cwd });
      expect(await snapshot(path.join(cwd, "a"))).toEqual(await snapshot(path.join(cwd, "b")));
    }));
});

describe("scholium add", () => {
  const mine = {
    "documents/edition.yaml": "title: Mine\n",
    "documents/texts/letter-to-castro.md":
      "---\nid: letter-to-castro\nnumber: 4\ntitle: Letter to Castro\n---\n\nWords.\n",
    "documents/people.yaml": "khrushchev:\n  name: Nikita Khrushchev\n",
  };

  test("writes a document's file with what is given, and comments for all else", async () =>
    withFiles(mine, async (cwd) => {
      const words = ["--title", "Letter to Castro", "--kind", "letter", "--date", "1962-10"];
      const people = ["--author", "khrushchev", "--recipient", "A", "--recipient", "B"];
      const source = ["--archive", "Archive: of the President"];
      const added = await runScholium(["add", ...words, ...people, ...source], { cwd });
      expect(added).toEqual({
        code: 0,
        stdout: "documents/texts/letter-castro.md\n",
        stderr: "",
      });
      const files = await readFiles(cwd);
      expect(files["documents/texts/letter-castro.md"]).toMatchInlineSnapshot(`
        "---
        # The id and the number never change once others cite them.
        id: letter-castro
        number: 5
        title: Letter to Castro
        # Whether an archive or an editor made the title, and not the document.
        # title-supplied: true
        # In full where nothing is said; excerpt, calendared (abstract only), withheld.
        # status: excerpt
        # volume: letters
        kind: letter
        # A day, a month (1962-05), about (1962-05~), from to (1962-05-24/1962-05-28).
        date: 1962-10
        # place: Moscow
        # People by their id in people.yaml, or by plain names.
        authors: khrushchev
        recipients:
          - A
          - B
        # languages: ru
        # translators: Jane Doe
        # classification: Top Secret
        # abstract: What it says, in a sentence or two of Markdown.
        source:
          archive: "Archive: of the President"
          # collection: The collection within it
          # location: Box 4, folder 11
          # url: https://example.org/document
        # rights:
        #   statement: The archive's statement, word for word.
        # What it is about.
        # subjects:
        #   - The Cuban missile crisis
        # Whether the text was compared with the original.
        # verification:
        #   compared: true
        #   by: Jane Doe
        ---

        <!-- Your introduction, shown before the document: take the arrows away.
        ::: {.headnote}
        Why this document matters.
        :::
        -->

        <!-- Write the words of the document below this line, paragraphs between empty lines. A note: [^1], and at the
             end of the file [^1]: its text. A page of the original: []{.pb n=187}. Words that cannot be read:
             [illegible]{.gap}. -->
        "
      `);
      const { edition, diagnostics } = await readEdition(cwd);
      expect(diagnostics.map(({ rule }) => rule)).toEqual(["transcription-missing"]);
      expect(edition.documents[0]?.matter).toMatchObject({
        id: "letter-castro",
        number: 5,
        recipients: ["A", "B"],
        source: { archive: "Archive: of the President" },
      });
    }));

  test("writes a calendared document in which nothing is missing", async () =>
    withFiles(mine, async (cwd) => {
      const words = [
        "add",
        "cable",
        "--title",
        "A cable",
        "--calendared",
        "--abstract",
        "It says: *no*.",
      ];
      expect((await runHere(words, { cwd })).code).toBe(0);
      const { diagnostics } = await readEdition(cwd);
      expect(diagnostics).toEqual([]);
    }));

  test.each<readonly [words: readonly string[], message: string]>([
    [["letter-to-castro"], 'the id "letter-to-castro" is taken; choose another'],
    [
      ["Letter"],
      '"Letter" cannot be an id: it must be small letters, digits and hyphens, beginning with a letter; write "letter"',
    ],
    [["--number", "4"], "documents/texts/letter-to-castro.md has the number 4; choose another"],
    [
      ["--date", "24 May 1962"],
      '"24 May 1962" is not a date in EDTF; write 1962-05-24, 1964-10, 1962-05~ or 1962-10-22/1962-10-28',
    ],
    [["--volume", "six"], 'there is no volume "six"; the volumes are none'],
    [
      ["--url", "example.org/x"],
      '"url" of "source" must be an address that begins with https:// or http://; did you mean "https://example.org/x"?',
    ],
  ])("%j is refused in the reader's words, and nothing is written", async (words, message) =>
    withFiles(mine, async (cwd) => {
      const before = await snapshot(cwd);
      const { code, stderr } = await runHere(["add", "--title", "X", ...words], { cwd });
      expect({ code, stderr }).toEqual({ code: 2, stderr: `scholium: ${message}\n` });
      expect(await snapshot(cwd)).toEqual(before);
    }),
  );
});
