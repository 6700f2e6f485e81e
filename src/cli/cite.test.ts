import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readBiblatex, readByCitationJs } from "../citation/testing/read-back.ts";
import { runHere } from "./testing/run-here.ts";
import { runScholium } from "./testing/run-scholium.ts";
import { withFiles } from "./testing/temporary-folder.ts";

/** A style that says little, and has no bibliography. */
const STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
  <info><title>Harbor</title><id>harbor</id><updated>2026-11-22T00:00:00+00:00</updated></info>
  <citation><layout suffix="!"><text variable="title"/></layout></citation>
</style>
`;

const telegrams = fileURLToPath(new URL("testing/fixtures/telegrams/", import.meta.url));
const cite = async (...words: readonly string[]) => runHere(["cite", ...words], { cwd: telegrams });

describe("scholium cite", () => {
  test("cites a document in both ways, as a note and as an entry", async () => {
    const { code, stdout, stderr } = await runScholium(["cite", "six-streams"], { cwd: telegrams });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatchInlineSnapshot(`
      "Chicago, notes (chicago-notes)

      The original, as edited here
      Note: Лев Львов and An Unknown Hand, Телеграмма из Одессы, trans. Ida Marsh, March 1–4, 1912, State Archive & Library, Telegrams & “Papers.”
      Bibliography: Львов, Лев and An Unknown Hand. Телеграмма из Одессы. Translated by Ida Marsh, March 1–4, 1912. State Archive & Library. Telegrams & “Papers.”

      This edition’s document
      Note: Лев Львов and An Unknown Hand, “Телеграмма из Одессы, 1–4 March 1912,” in Telegrams & “Papers,” ed. Ида Марш and Piet Hollis, trans. Ida Marsh, 2026, doc. 10.
      Bibliography: Львов, Лев and An Unknown Hand. “Телеграмма из Одессы, 1–4 March 1912.” In Telegrams & “Papers,” edited by Ида Марш and Piet Hollis, translated by Ida Marsh, 2026.
      "
    `);
  });

  test("cites a paragraph or a note, in the style and the way that are asked for", async () => {
    const { stdout } = await cite("six-streams:p2", "--style", "apa", "--as", "original");
    expect(stdout).toMatchInlineSnapshot(`
      "APA (apa)

      The original, as edited here
      In the text: (Львов & An Unknown Hand, 1912, para. 2)
      Bibliography: Львов, Л. & An Unknown Hand. (1912, March 1–4). [Телеграмма из Одессы] (Ida Marsh, Trans.). State Archive & Library, Telegrams & “Papers.”
      "
    `);
    const note = await cite(
      "six-streams:tr1",
      "--style",
      "mla",
      "--as",
      "edition",
      "--format",
      "html",
    );
    expect(note.stdout).toMatchInlineSnapshot(`
      "MLA (mla)

      This edition’s document
      In the text: (Львов and An Unknown Hand, doc. 10, translator’s note T1)
      Bibliography: Львов, Лев and An Unknown Hand. “Телеграмма из Одессы, 1–4 March 1912.” <i>Telegrams &#38; “Papers,”</i> edited by Ида Марш and Piet Hollis, translated by Ida Marsh, 2026.
      "
    `);
  });

  test("writes the record for a reference manager, also of what is calendared or withheld", async () => {
    const [ris, bib, json] = await Promise.all([
      cite("calendared-one", "--format", "ris"),
      cite("withheld-one", "--format", "biblatex"),
      cite("six-streams", "--format", "csl-json"),
    ]);
    expect(readByCitationJs(ris.stdout)).toMatchObject([{ id: "calendared-one" }]);
    expect(readBiblatex(bib.stdout)).toMatchObject([{ id: "withheld-one" }]);
    expect(readByCitationJs(json.stdout)).toMatchObject([{ id: "six-streams" }]);
  });

  test("says in a record too which paragraph or note is meant", async () => {
    const [ris, bib, json] = await Promise.all([
      cite("six-streams:p2", "--format", "ris"),
      cite("six-streams:tr1", "--format", "biblatex"),
      cite("six-streams:p2", "--format", "csl-json"),
    ]);
    expect(ris.stdout).toMatch(/^N1 {2}- .*Document 10 ¶2 in Telegrams & “Papers”\.\r$/mu);
    const [entry] = readBiblatex(bib.stdout);
    expect(entry?.id).toBe("six-streams:tr1");
    expect(entry?.fields["note"]).toMatch(/document 10, translator’s note T1 in Telegrams/u);
    expect(readByCitationJs(json.stdout)).toMatchObject([
      { id: "six-streams:p2", note: "Document 10 ¶2 in Telegrams & “Papers”" },
    ]);
  });

  test("knows styles of the edition's own, and says where one is broken", async () => {
    const files = {
      "documents/edition.yaml":
        "title: Letters\ncitation-style: harbor\nrules:\n  style-without-bibliography: warning\n",
      "documents/texts/a.md":
        "---\nid: a-letter\nnumber: 1\ntitle: A Letter\ndate: 1912\n---\n\nDear Ida.\n",
      "documents/harbor.csl": STYLE,
      "documents/broken.csl": STYLE.replace("</style>", ""),
    };
    await withFiles(files, async (cwd) => {
      const run = async (...words: readonly string[]) =>
        runHere(["cite", "a-letter", ...words], { cwd });
      const { code, stdout } = await run("--as", "original");
      expect({ code, stdout }).toEqual({
        code: 0,
        stdout: "Harbor (harbor)\n\nThe original, as edited here\nNote: A Letter!\n",
      });
      const broken = await run("--style", "broken");
      expect(broken.code).toBe(1);
      expect(broken.stderr).toMatch(/^documents\/broken\.csl:\d+:\d+ error style-invalid: /u);
    });
    await withFiles(
      { ...files, "documents/edition.yaml": "title: Letters\ncitation-style: harbor\n" },
      async (cwd) => {
        const bare = await runHere(["cite", "a-letter"], { cwd });
        expect(bare).toMatchObject({ code: 1, stdout: "" });
        expect(bare.stderr).toMatch(
          /^documents\/harbor\.csl:1:1 error style-without-bibliography: .*\n$/u,
        );
      },
    );
    await withFiles(
      { ...files, "documents/edition.yaml": "title: Letters\ncitation-style: harbour\n" },
      async (cwd) => {
        const unknown = await runHere(["cite", "a-letter"], { cwd });
        expect(unknown.code).toBe(1);
        expect(unknown.stderr).toMatch(
          /^documents\/edition\.yaml:2:17 error style-unknown: .*did you mean "harbor"\?\n$/u,
        );
        expect((await runHere(["cite", "a-letter", "--style", "mla"], { cwd })).code).toBe(0);
      },
    );
  });

  test.each([
    [["six-stream"], 1, 'there is no document "six-stream"; did you mean "six-streams"?'],
    [["x"], 1, 'there is no document "x"; name one by the id in its front matter'],
    [["six-streams:p99"], 1, 'six-streams has no paragraph or note "p99"; it has p1 to p'],
    [["six-streams:in1"], 1, 'six-streams has no paragraph or note "in1"; it has p1 to p'],
    [
      ["withheld-one:p1"],
      1,
      'withheld-one has no paragraph or note "p1"; it can be cited as a whole',
    ],
    [["six-streams", "--style", "aap"], 1, 'there is no style "aap"; did you mean "apa"?'],
    [
      ["six-streams", "--style", "klingon"],
      1,
      'there is no style "klingon"; choose one of chicago-notes, chicago-author-date, mla, apa',
    ],
    [
      ["six-streams", "--format", "bibtex"],
      2,
      "option '--format <FORMAT>' argument 'bibtex' is invalid",
    ],
    [
      ["six-streams", "--format", "ris", "--style", "apa"],
      2,
      "--style says how a citation is worded; ris is a record of the document",
    ],
    [[], 2, "missing required argument 'ID'"],
  ])("%j ends with one line", async (words, code, line) => {
    const ended = await cite(...words);
    expect(ended).toMatchObject({ code, stdout: "" });
    expect(ended.stderr).toContain(`scholium: ${line}`);
    expect(ended.stderr.trimEnd()).not.toContain("\n");
  });
});
