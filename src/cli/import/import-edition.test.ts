import { symlink } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Importer } from "../../importers/importer.ts";
import { lineImporter } from "../../importers/testing/line-importer.ts";
import { noProgress } from "../progress.ts";
import { snapshot } from "../testing/editions.ts";
import { type Files, readFiles, withFiles, writeFiles } from "../testing/temporary-folder.ts";
import { sayImport } from "./describe-import.ts";
import { findInputs } from "./find-inputs.ts";
import { importEdition } from "./import-edition.ts";
import { hasFailed } from "./import-report.ts";

/** What an import has said and done. */
interface Imported {
  readonly said: string;
  readonly failed: boolean;
}

interface Choices {
  readonly words?: readonly string[];
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly verbose?: boolean;
  readonly importers?: readonly Importer[];
  readonly texts?: string;
}

/** Imports what lies in a folder's `in/` into its `edition/`. */
async function importIn(folder: string, choices: Choices = {}): Promise<Imported> {
  const { words = ["in"], force = false, dryRun = false, verbose = false } = choices;
  const edition = path.join(folder, "edition");
  const found = await findInputs(
    words.map((word) => path.join(folder, word)),
    edition,
  );
  if (found.kind === "none") return { said: found.message, failed: true };
  const report = await importEdition({
    found,
    folder: edition,
    texts: choices.texts ?? "",
    importers: choices.importers ?? [lineImporter],
    form: undefined,
    force,
    dryRun,
    progress: noProgress,
  });
  const lines: string[] = [];
  sayImport({ say: (line) => void lines.push(line), ink: (_, said) => said }, report, { verbose });
  return { said: lines.join("\n").replaceAll(`${folder}/`, ""), failed: hasFailed(report) };
}

const letters: Files = {
  "in/a.lines": "# A Letter\n% Menu, Home\nDear sir,\n? I am here.\n# Another\nWords.",
  "in/b.lines": "# Third\nMore words.\n@ivanov Semyon Ivanov",
};

describe("an import", () => {
  test("makes an edition of what it finds, and says what it did", async () =>
    withFiles(letters, async (folder) => {
      const { said, failed } = await importIn(folder);
      expect(failed).toBe(false);
      expect(said).toMatchInlineSnapshot(`
        "in/a.lines: lines for tests (lines)
          2 documents
          words 11 in, 9 out, 2 left behind
          left behind: mark, 4 times, 0 words: it says what a line is
          left behind: chatter, 2 words: it is no part of a document
          1 doubt for an editor to decide:
            documents/texts/a.md:9:11 an editor must look at this
          written: 2 files
        in/b.lines: lines for tests (lines)
          1 document, 1 person
          words 6 in, 5 out, 1 left behind
          left behind: mark, 2 times, 0 words: it says what a line is
          left behind: id, 1 word: it stands before the name
          written: 2 files
        the edition
          written: 2 files
            documents/edition.yaml
            documents/readers/whole.md"
      `);
      expect(await readFiles(path.join(folder, "edition"))).toMatchInlineSnapshot(`
        {
          "documents/edition.yaml": "title: Edition
        ",
          "documents/people/b.yaml": "ivanov:
          name: Semyon Ivanov
        ",
          "documents/readers/whole.md": "---
        id: whole
        title: Edition
        ---
        ",
          "documents/texts/a-2.md": "---
        id: a-2
        number: 2
        title: Another
        ---

        Words.
        ",
          "documents/texts/a.md": "---
        id: a
        number: 1
        title: A Letter
        ---

        Dear sir,

        I am here.<!-- doubt: an editor must look at this -->
        ",
          "documents/texts/b.md": "---
        id: b
        number: 3
        title: Third
        ---

        More words.
        ",
        }
      `);
    }));

  test("removes what a killed import has left, and nothing that a running one is writing", async () => {
    const killed = "edition/documents/texts/.scholium-new-999999999-abcd";
    const running = `edition/documents/texts/.scholium-new-${process.ppid}-abcd`;
    await withFiles({ ...letters, [killed]: "half", [running]: "half" }, async (folder) => {
      await importIn(folder, { dryRun: true });
      expect(Object.keys(await readFiles(folder))).toContain(killed);
      await importIn(folder);
      const there = Object.keys(await readFiles(folder));
      expect(there).not.toContain(killed);
      expect(there).toContain(running);
    });
  });

  test("says the same and writes nothing where it is only tried", async () =>
    withFiles(letters, async (folder) => {
      const before = await snapshot(folder);
      const tried = await importIn(folder, { dryRun: true });
      expect(await snapshot(folder)).toEqual(before);
      const done = await importIn(folder);
      expect(tried.said.replaceAll("would be written", "written")).toBe(done.said);
    }));

  test("twice finds everything as it is", async () =>
    withFiles(letters, async (folder) => {
      await importIn(folder);
      const before = await snapshot(folder);
      const { said, failed } = await importIn(folder);
      expect(await snapshot(folder)).toEqual(before);
      expect(failed).toBe(false);
      expect(said).not.toMatch(/written|left as it is/);
    }));

  test("never overwrites what an editor has changed, unless told to", async () =>
    withFiles(letters, async (folder) => {
      await importIn(folder);
      const edited = "---\nid: a\nnumber: 17\ntitle: Edited\n---\n\nBetter words.\n";
      await writeFiles(folder, { "edition/documents/texts/a.md": edited });
      const kept = await importIn(folder);
      expect(kept.said).toContain(
        "  left as it is, since it is there already (--force swaps it): documents/texts/a.md",
      );
      const file = async () =>
        (await readFiles(path.join(folder, "edition")))["documents/texts/a.md"];
      expect(await file()).toBe(edited);

      const forced = await importIn(folder, { force: true });
      expect(forced.said).toContain("  swapped: documents/texts/a.md");
      expect(await file()).toMatch(/^id: a\nnumber: 17\ntitle: A Letter$/m);
    }));

  test("numbers on from what the edition has, and takes no id that it has", async () =>
    withFiles(
      {
        "edition/documents/edition.yaml": "title: Mine\n",
        "edition/documents/texts/old.md": "---\nid: a\nnumber: 7\ntitle: Old\n---\n\nWords.\n",
        "edition/documents/people.yaml": "ivanov:\n  name: Pyotr Ivanov\n",
        "in/a.lines": "# A Letter\nWords.\n@ivanov Semyon Ivanov",
      },
      async (folder) => {
        const { said } = await importIn(folder);
        const files = await readFiles(path.join(folder, "edition"));
        expect(files["documents/texts/a.md"]).toMatch(/^id: a-2\nnumber: 8$/m);
        expect(files["documents/people/a.yaml"]).toBe("a-ivanov:\n  name: Semyon Ivanov\n");
        expect(said).toContain('the id "a" is taken: now "a-2"');
        expect(said).toContain(
          'the id "ivanov" is something else\'s in the edition: now "a-ivanov"',
        );
        expect(files["documents/edition.yaml"]).toBe("title: Mine\n");
      },
    ));

  test("does not write a person again whom the edition has", async () =>
    withFiles(
      {
        "edition/documents/people.yaml": "ivanov:\n  name: Semyon Ivanov\n",
        "in/a.lines": "# A Letter\nWords.\n@ivanov Semyon Ivanov",
      },
      async (folder) => {
        const { said } = await importIn(folder);
        expect(said).toContain(
          "1 of 1 entries for documents/people/a.yaml stand in the edition already",
        );
        expect(Object.keys(await readFiles(path.join(folder, "edition")))).not.toContain(
          "documents/people/a.yaml",
        );
      },
    ));

  test("refuses one input and takes the others", async () =>
    withFiles({ ...letters, "in/no.lines": "# Title\n!" }, async (folder) => {
      const { said, failed } = await importIn(folder);
      expect(failed).toBe(true);
      expect(said).toContain(
        "in/no.lines: lines for tests (lines)\n  error: line 2, column 1: it does not want to; ask another time",
      );
      expect(Object.keys(await readFiles(path.join(folder, "edition")))).toContain(
        "documents/texts/b.md",
      );
    }));

  test("does not write what it cannot prove, and names the words", async () =>
    withFiles({ "in/a.lines": "# One\nkept\n~ lost words\n# Two\nkept" }, async (folder) => {
      const { said, failed } = await importIn(folder);
      expect(failed).toBe(true);
      expect(said).toContain(
        'error: documents/texts/a.md: the text is not the input\'s: there "lostwords", here nothing more',
      );
      const written = Object.keys(await readFiles(path.join(folder, "edition")));
      expect(written).not.toContain("documents/texts/a.md");
      expect(written).toContain("documents/texts/a-2.md");
    }));

  test("says of an importer that breaks down that it is not the editor's fault", async () =>
    withFiles(letters, async (folder) => {
      const broken: Importer = {
        ...lineImporter,
        read: async () => Promise.reject(new TypeError("x is not a function")),
      };
      const { said, failed } = await importIn(folder, { importers: [broken] });
      expect(failed).toBe(true);
      expect(said).toContain(
        "  error: it could not be read, which is a fault of the importer and not of the file: x is not a function; please report it",
      );
    }));

  test("puts documents into a folder below the texts", async () =>
    withFiles(letters, async (folder) => {
      await importIn(folder, { texts: "1962/crisis" });
      expect(Object.keys(await readFiles(path.join(folder, "edition")))).toContain(
        "documents/texts/1962/crisis/a.md",
      );
    }));
});

describe("a folder's files", () => {
  test("are found in order, and what is none of ours is told", async () =>
    withFiles(
      {
        "in/z.lines": "# Z\nWords.",
        "in/sub/y.lines": "# Y\nWords.",
        "in/picture.png": "\0\0",
        "in/.hidden": "x",
        "in/README.lines": "# Not a document\n",
        "in/notes.txt": "caf\u00E9",
        "secret.lines": "# Secret\nWords.",
      },
      async (folder) => {
        await symlink(path.join(folder, "secret.lines"), path.join(folder, "in/out.lines"));
        await symlink(path.join(folder, "in"), path.join(folder, "in/sub/round"));
        const { said, failed } = await importIn(folder);
        expect(said).toMatchInlineSnapshot(`
          "in/sub/y.lines: lines for tests (lines)
            1 document
            words 2 in, 2 out
            left behind: mark, 0 words: it says what a line is
            written: documents/texts/y.md
          in/z.lines: lines for tests (lines)
            1 document
            words 2 in, 2 out
            left behind: mark, 0 words: it says what a line is
            written: documents/texts/z.md
          left aside
            1 file: hidden
              in/.hidden
            1 file: it is about the folder
              in/README.lines
            1 file: a link that leads out of the folder
              in/out.lines
            1 file: a link to a folder that holds it
              in/sub/round
            2 files: not of a form that is known
              in/notes.txt
              in/picture.png
          the edition
            written: 2 files
              documents/edition.yaml
              documents/readers/whole.md"
        `);
        expect(failed).toBe(true);
      },
    ));

  test("are told in a line each where there are many", async () =>
    withFiles(
      Object.fromEntries(
        Array.from({ length: 9 }, (_, index) => [
          `in/letter-${index}.lines`,
          index === 3 ? "!" : `# Letter ${index}\n% Menu\n${index === 5 ? "? " : ""}Words here.`,
        ]),
      ),
      async (folder) => {
        const { said } = await importIn(folder);
        expect(said).toMatchInlineSnapshot(`
          "in/letter-0.lines: 1 document, 4 words
          in/letter-1.lines: 1 document, 4 words
          in/letter-2.lines: 1 document, 4 words
          in/letter-3.lines
            error: line 1, column 1: it does not want to; ask another time
          in/letter-4.lines: 1 document, 4 words
          in/letter-5.lines: 1 document, 4 words
            1 doubt for an editor to decide:
              documents/texts/letter-5.md:7:12 an editor must look at this
          in/letter-6.lines: 1 document, 4 words
          in/letter-7.lines: 1 document, 4 words
          in/letter-8.lines: 1 document, 4 words
          together 8 inputs; 1 refused; 1 doubt
            words 40 in, 32 out, 8 left behind
            left behind: mark, 17 times, 0 words: it says what a line is
            left behind: chatter, 8 times, 8 words: it is no part of a document
            written: 8 files
          the edition
            written: 2 files
              documents/edition.yaml
              documents/readers/whole.md"
        `);
      },
    ));

  test("of the edition itself are never imported into it", async () =>
    withFiles(
      { "edition/documents/texts/a.lines": "# A\nWords.", "edition/b.lines": "# B\nWords." },
      async (folder) => {
        const { said } = await importIn(folder, { words: ["edition"] });
        expect(said).toContain("edition/b.lines: lines for tests (lines)");
        expect(said).toContain("the edition's own folder");
        expect(said).not.toContain("a.lines");
      },
    ));
});

describe("nothing is written out of the edition", () => {
  test("where a link leads out of it", async () =>
    withFiles({ ...letters, "elsewhere/kept": "" }, async (folder) => {
      await writeFiles(folder, { "edition/documents/edition.yaml": "title: Mine\n" });
      await symlink(path.join(folder, "elsewhere"), path.join(folder, "edition/documents/texts"));
      const { said, failed } = await importIn(folder);
      expect(failed).toBe(true);
      expect(said).toContain(
        "error: documents/texts/a.md was not written: its folder is a link that leads out of the edition's folder",
      );
      expect(Object.keys(await readFiles(path.join(folder, "elsewhere")))).toEqual(["kept"]);
    }));

  test("nor where an importer gives a name that leads out", async () =>
    withFiles(letters, async (folder) => {
      const sly: Importer = {
        ...lineImporter,
        async read(...given) {
          const work = await lineImporter.read(...given);
          return {
            ...work,
            documents: work.documents.map((draft) => ({ ...draft, stem: "../../../up/CON" })),
            images: [{ path: "../../x.png", bytes: new Uint8Array([1]) }],
          };
        },
      };
      await importIn(folder, { importers: [sly] });
      const files = Object.keys(await readFiles(folder));
      expect(files.filter((file) => !/^(?:in|edition\/documents)\//.test(file))).toEqual([]);
      expect(files).toContain("edition/documents/texts/up/CON-.md");
      expect(files).toContain("edition/documents/images/x.png");
    }));

  test("and a folder that cannot be written to is told, input by input", async () =>
    withFiles(
      { ...letters, "edition/documents/texts": "a file where a folder should be" },
      async (folder) => {
        const { said, failed } = await importIn(folder);
        expect(failed).toBe(true);
        expect(said).toMatch(/error: documents\/texts\/a\.md was not written: \S/);
        expect(said).not.toContain(".ts:");
      },
    ));
});
