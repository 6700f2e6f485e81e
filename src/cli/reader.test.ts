import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readPdf } from "../print/proof/read-pdf.ts";
import { textsOfPdf } from "../print/proof/texts-of-pdf.ts";
import { readEdition } from "../source/read-edition.ts";
import { runScholium } from "./testing/run-scholium.ts";
import { withFiles } from "./testing/temporary-folder.ts";

const telegrams = fileURLToPath(new URL("testing/fixtures/telegrams/", import.meta.url));

const letter = (id: string, number: number, text: string) =>
  `---\nid: ${id}\nnumber: ${number}\ntitle: The Letter ${id}\n---\n\n${text}\n`;

const edition = {
  "documents/edition.yaml": "title: Letters\n",
  "documents/texts/a.md": letter("first", 1, "Dear Ida.\n\nIt rains.\n\nYours."),
  "documents/texts/b.md": letter("second", 2, "Dear Ida.\n\nIt rains no more."),
};

describe("scholium reader new", () => {
  test("writes a packet to write over, in which nothing is wrong", async () =>
    withFiles(edition, async (cwd) => {
      const made = await runScholium(["reader", "new", "week-two"], { cwd });
      expect(made).toEqual({ code: 0, stdout: "documents/readers/week-two.md\n", stderr: "" });
      const { edition: read, diagnostics } = await readEdition(cwd);
      expect(diagnostics).toEqual([]);
      expect(read.readers.map(({ id, matter }) => [id, matter.title])).toEqual([
        ["week-two", "Week Two"],
      ]);
      expect(await runScholium(["check", "-q"], { cwd })).toEqual({
        code: 0,
        stdout: "",
        stderr: "",
      });
      const written = await readFile(path.join(cwd, "documents/readers/week-two.md"), "utf8");
      expect(written).toContain("::: {.reading of=first ");
      expect(written).toContain("::: answer\n");
    }));

  test("takes a title that YAML would take for something else", async () =>
    withFiles(edition, async (cwd) => {
      await runScholium(["reader", "new", "packet", "--title", "1962: #1"], { cwd });
      const { edition: read, diagnostics } = await readEdition(cwd);
      expect(diagnostics).toEqual([]);
      expect(read.readers[0]?.matter.title).toBe("1962: #1");
    }));

  test("never writes over a file, and takes no id that is taken", async () =>
    withFiles({ ...edition, "documents/readers/mine.md": "mine" }, async (cwd) => {
      const file = path.join(cwd, "documents/readers/mine.md");
      const said = async (...words: readonly string[]) => {
        const { code, stderr } = await runScholium(["reader", "new", ...words], { cwd });
        return [code, stderr];
      };
      expect(await said("mine")).toEqual([2, 'scholium: the id "mine" is taken; choose another\n']);
      expect(await readFile(file, "utf8")).toBe("mine");
      expect(await said("first")).toEqual([
        2,
        'scholium: the id "first" is taken; choose another\n',
      ]);
      expect(await said("Week 2")).toEqual([
        2,
        'scholium: "Week 2" cannot be an id: it must be small letters, digits and hyphens, beginning with a letter; write "week-2"\n',
      ]);
    }));

  test("says what is lacking where there is nothing to read", async () =>
    withFiles({ "documents/edition.yaml": "title: Letters\n" }, async (cwd) => {
      const { code, stderr } = await runScholium(["reader", "new", "packet"], { cwd });
      expect([code, stderr]).toEqual([
        2,
        "scholium: the edition has nothing to read yet; write a document first: scholium add\n",
      ]);
    }));
});

const packet = `---
id: packet
title: A Packet
paper: [letter, a4]
---

::: {.week title="One"}
::: {.reading of=first paragraphs="p1-p2"}
:::
:::

::: {.week title="Two"}
::: {.reading of=second minutes=90}
:::
:::
`;

describe("scholium reader list", () => {
  test("says how long packets are and what is built of them", async () =>
    withFiles(
      {
        ...edition,
        "documents/readers/packet.md": packet,
        "documents/readers/teachers.md":
          "---\nid: teachers\ntitle: Teachers’ Packet\naudience: instructors\n---\n",
        "_site/readers/packet.pdf": "",
      },
      async (cwd) => {
        const { stdout, stderr, code } = await runScholium(["reader", "list"], { cwd });
        expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
        expect(stdout).toMatchInlineSnapshot(`
          "ID        WEEKS  READINGS  WORDS  TIME               PDFS BUILT  TITLE
          packet        2         2     10  1 hour 30 minutes  1 of 6      A Packet
          teachers      –         2     11  2 minutes          0 of 1      Teachers’ Packet (for instructors)
          "
        `);
      },
    ));

  test("lists worksheets, the edition’s own in the place of one that comes along", async () =>
    withFiles(
      { ...edition, "documents/worksheets/hipp.md": "---\ntitle: Ours\n---\n\nWho speaks?\n" },
      async (cwd) => {
        const { stdout } = await runScholium(["reader", "list", "--worksheets"], { cwd });
        const rows = stdout.trimEnd().split("\n");
        expect(rows[0]).toMatch(/^NAME +WHOSE +WHAT IT IS$/u);
        expect(rows[1]).toMatch(/^hipp +yours +Ours$/u);
        expect(rows[2]).toMatch(/^opvl +Scholium’s +OPVL: Weigh a Source\. Origin/u);
      },
    ));

  test("says where there are none, and where the edition has errors", async () =>
    withFiles(edition, async (cwd) => {
      const none = await runScholium(["reader", "list"], { cwd });
      expect(none).toEqual({
        code: 0,
        stdout: "",
        stderr: "There are no readers yet: scholium reader new ID writes one.\n",
      });
      await writeFile(path.join(cwd, "documents/readers.md"), "");
      await writeFile(path.join(cwd, "documents/texts/c.md"), "no front matter");
      const { code, stderr } = await runScholium(["reader", "list"], { cwd });
      expect(code).toBe(0);
      expect(stderr).toContain("The edition has errors, and something may be missing");
    }));
});

describe("scholium reader build", () => {
  const files = {
    ...edition,
    "documents/readers/packet.md": packet.replace(
      "::: {.reading of=second",
      "::: instructor\nThe hour may go like this.\n:::\n\n::: {.reading of=second",
    ),
    "documents/readers/teachers.md":
      "---\nid: teachers\ntitle: Teachers’ Packet\naudience: instructors\n---\n",
  };

  test("prints what is asked for, in the forms that are asked for, and nothing else", async () =>
    withFiles(files, async (cwd) => {
      const words = ["build", "packet", "--week", "2", "--look", "large-print"];
      const { code, stdout, stderr } = await runScholium(["reader", ...words], { cwd });
      expect(stderr).toMatch(/\nSearching +2 files: nothing in them is for instructors\n/u);
      expect({ code, stdout }).toEqual({
        code: 0,
        stdout:
          "_readers/packet-week-2-large-print.pdf\n_readers/packet-week-2-large-print-a4.pdf\n",
      });
      expect((await readdir(cwd)).sort()).toEqual(["_readers", "documents"]);
      const made = await readdir(path.join(cwd, "_readers"));
      expect(made.sort()).toEqual([
        "packet-week-2-large-print-a4.pdf",
        "packet-week-2-large-print.pdf",
      ]);
      const { pages } = await readPdf(await readFile(path.join(cwd, "_readers", made[0] ?? "")));
      const runs = pages.flatMap(({ tagged }) => tagged);
      expect(runs.map(({ text }) => text).join(" ")).not.toContain("The hour");
      const text = runs.filter((run) => run.text.includes("It rains no more"));
      expect(text).toHaveLength(1);
      for (const { size, left, right } of text) {
        expect(size).toBeCloseTo(18, 1);
        expect(left).toBeGreaterThan(85 * 0.75 - 1);
        expect(right).toBeLessThan((85 + 624) * 0.75 + 1);
      }
      for (const { width, height } of pages)
        expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);

      const own = ["build", "teachers", "packet", "--paper", "a4", "--week", "1"];
      const wrong = await runScholium(["reader", ...own, "--variant", "instructor"], { cwd });
      expect(wrong.stderr).toContain('the reader "teachers" has no week 1; it has no weeks');
      const instructors = await runScholium(
        ["reader", "build", "packet", "--paper", "letter", "--variant", "instructor", "-o", "out"],
        { cwd },
      );
      expect(instructors.stdout.split("\n").slice(0, 3)).toEqual([
        "out/packet-instructor.pdf",
        "out/packet-week-1-instructor.pdf",
        "out/packet-week-2-instructor.pdf",
      ]);
      expect(await textOf(path.join(cwd, "out/packet-instructor.pdf"))).toContain("The hour");
    }));

  test("says what there is not, and prints nothing", async () =>
    withFiles(
      { ...files, file: "", "built/.scholium-output": "", "mine/packet.pdf/a": "" },
      async (cwd) => {
        const said = async (...words: readonly string[]) => {
          const { code, stdout, stderr } = await runScholium(["reader", "build", "-q", ...words], {
            cwd,
          });
          expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
          return stderr;
        };
        expect(await said("pakcet")).toBe(
          'scholium: there is no reader "pakcet"; did you mean "packet"?\n',
        );
        expect(await said("teachers")).toBe(
          'scholium: the reader "teachers" is for instructors: --variant instructor\n',
        );
        expect(await said("packet", "--week", "3")).toBe(
          'scholium: the reader "packet" has no week 3; it has weeks 1 to 2\n',
        );
        expect(await said("--variant", "instructor", "-o", "_readers/mine")).toContain(
          "_readers is for students",
        );
        expect(await said("-o", "documents/readers")).toContain("among the edition's sources");
        expect(await said("-o", "_site/readers")).toContain("in what scholium build makes");
        expect(await said("-o", "built/readers")).toContain("in what scholium build makes");
        expect(await said("-o", "mine")).toContain("mine/packet.pdf is a folder;");
        expect(await said("-o", "file")).toBe(
          "scholium: file is a file; name a folder: --output _readers\n",
        );
        expect((await readdir(cwd)).sort()).toEqual(["built", "documents", "file", "mine"]);
      },
    ));

  test("prints nothing of an edition with errors, and leaves what is there", async () =>
    withFiles(
      {
        ...files,
        "documents/readers/packet.md": packet.replace("of=first", "of=frist"),
        "_readers/packet.pdf": "mine",
      },
      async (cwd) => {
        const { code, stdout, stderr } = await runScholium(["reader", "build"], { cwd });
        expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
        expect(stderr).toContain('did you mean "first"?');
        expect(stderr).toContain("Nothing was printed; what is there is untouched.");
        expect(await readFile(path.join(cwd, "_readers/packet.pdf"), "utf8")).toBe("mine");
      },
    ));
});

async function textOf(file: string): Promise<string> {
  const { pages } = await textsOfPdf(await readFile(file));
  return pages.join(" ");
}

test("what readers need is read from the edition that is named", async () => {
  const { stdout } = await runScholium(["reader", "list", "--in", telegrams]);
  expect(stdout).toMatch(/^everything +–/mu);
});

test("prints a list of bare names that begins low on a page of large print", async () => {
  const output = await mkdtemp(path.join(tmpdir(), "scholium-test-"));
  try {
    const words = ["reader", "build", "three-weeks", "--look", "large-print", "--week", "2"];
    const { code, stderr } = await runScholium([...words, "--output", output], {
      cwd: process.cwd(),
    });
    expect({ code, stderr }).toMatchObject({ code: 0 });
  } finally {
    await rm(output, { recursive: true });
  }
});
