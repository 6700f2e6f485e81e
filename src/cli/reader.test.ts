import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
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

test("what readers need is read from the edition that is named", async () => {
  const { stdout } = await runScholium(["reader", "list", "--in", telegrams]);
  expect(stdout).toMatch(/^everything +–/mu);
});
