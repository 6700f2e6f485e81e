import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withBrowser } from "./browser/browser.ts";
import { PrintFailure } from "./print-failure.ts";
import { readPdf } from "./proof/read-pdf.ts";
import { printEdition } from "./testing/print-edition.ts";
import { writeTrickyEdition } from "./testing/tricky-edition.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-faults-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A small edition of one short document. */
async function writeSmallEdition(style = "", template = ""): Promise<void> {
  await writeTrickyEdition(folder, {
    "texts/tricky.md": `---\nid: tricky\nnumber: 1\ntitle: Short\nlanguages: ru\n---\n\nThe first paragraph.[^1]\n\nThe second one.\n\n[^1]: A note.\n`,
    "texts/second.md": `---\nid: second\nnumber: 2\ntitle: Second\nlanguages: ru\n---\n\nWords.\n\nMore words.\n`,
    "essays/introduction.md": `---\nid: introduction\ntitle: Introduction\n---\n\nWords.\n`,
  });
  for (const [name, text] of [
    ["styles/print-letter.css", style],
    ["templates/print/opening.njk", template],
  ] as const) {
    if (text === "") continue;
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

const LETTER = `@page { size: letter; margin: 102px 204px 135px 102px }
:root { --inner: 102px; --outer: 204px; --measure: 510px }`;

async function printMessages(browser?: string): Promise<readonly string[]> {
  const { messages } = await printEdition(folder, path.join(folder, "out"), { browser });
  return messages.filter((message) => message.includes(" print-"));
}

async function writeProgram(text: string): Promise<string> {
  const program = path.join(folder, "browser");
  await writeFile(program, `#!/bin/sh\n${text}\n`);
  await chmod(program, 0o755);
  return program;
}

describe("what can go wrong in print", () => {
  it("says which browser is not there, and leaves nothing half done", async () => {
    await writeSmallEdition();
    expect(await printMessages("/nowhere/chrome")).toEqual([
      "documents/readers/all.md:1:1 error print-failed: the browser “/nowhere/chrome” is not there, or is not a program; correct the path given by --browser or SCHOLIUM_BROWSER",
    ]);
    expect(await readdir(path.join(folder, "out/readers"))).toEqual([]);
  });

  it("says that a browser ends at once", async () => {
    await writeSmallEdition();
    const program = await writeProgram("exit 3");
    const [message = ""] = await printMessages(program);
    expect(message).toContain(`error print-failed: the browser ${program} did not start: `);
    expect(message).toContain("--no-pdf builds the website alone");
  });

  it("does not wait for a browser that never answers, and ends it", async () => {
    const program = await writeProgram(`echo $$ > "${folder}/pid"\nexec sleep 600`);
    const lease = withBrowser({ browser: program, startTimeout: 1_000 }, () =>
      Promise.resolve("never"),
    );
    await expect(lease).rejects.toThrow(PrintFailure);
  });

  it("closes the browser and removes its profile when its use fails", async () => {
    const profiles = async () =>
      (await readdir(tmpdir())).filter((name) => name.startsWith("scholium-browser-"));
    const before = await profiles();
    let connected = (): boolean => true;
    const lease = withBrowser({}, (browser) => {
      connected = () => browser.connected;
      return Promise.reject(new Error("a fault of ours"));
    });
    await expect(lease).rejects.toThrow("a fault of ours");
    expect(connected()).toBe(false);
    expect((await profiles()).filter((name) => !before.includes(name))).toEqual([]);
  });

  it("names words of a template that would not be printed", async () => {
    await writeSmallEdition("", "<p>Read this <em>first</em>.</p>");
    expect(await printMessages()).toEqual([
      expect.stringContaining(
        "words of a template stand in no section of the reader: “Read this first.”; put them into one of the sections that the templates in print/ open",
      ),
    ]);
  });

  it("loses nothing of eight notes that are called at one place and fill pages", async () => {
    const notes = Array.from(
      { length: 8 },
      (_, at) => `[^n${at}]: ${"Much is said here. ".repeat(80)}`,
    );
    const calls = notes.map((_, at) => `[^n${at}]`).join("");
    await writeTrickyEdition(folder, {
      "texts/tricky.md": `---\nid: tricky\nnumber: 1\ntitle: Short\nlanguages: ru\n---\n\nOne word${calls} too many.\n\n${notes.join("\n")}\n`,
      "texts/second.md": `---\nid: second\nnumber: 2\ntitle: Second\nlanguages: ru\n---\n\nWords.\n\nMore words.\n`,
      "essays/introduction.md": `---\nid: introduction\ntitle: Introduction\n---\n\nWords.\n`,
    });
    const messages = await printMessages();
    expect(messages.filter((message) => !message.includes(" print-note-page: "))).toEqual([]);
  });

  it("divides what is taller than a page, and begins as many notes of a row as have room", async () => {
    const many = (count: number, words: string): string => `${words} `.repeat(count);
    const notes = Array.from({ length: 8 }, (_, at) => `[^n${at}]`);
    await writeTrickyEdition(folder, {
      "texts/tricky.md": `---
id: tricky
number: 1
title: Short
languages: ru
---

One.

| Port | Report | Ships |
| --- | --- | --- |
| Mariel | ${many(400, "What was unloaded there")} | 3 |
| Casilda | Much is noted here${notes.join("")} | 4 |

Two.

::: {.questions}
1. ${many(400, "What was decided,")} and why?
2. Who was asked?
:::

${notes.map((note) => `${note}: ${many(60, "It is noted.")}`).join("\n")}
`,
      "texts/second.md": `---\nid: second\nnumber: 2\ntitle: Second\nlanguages: ru\n---\n\nWords.\n\nMore words.\n`,
      "essays/introduction.md": `---\nid: introduction\ntitle: Introduction\n---\n\nWords.\n`,
    });
    const away =
      /print-note-page: Doc. 1, editor’s note [78] does not begin on the page of its mark/;
    expect((await printMessages()).filter((message) => !away.test(message))).toEqual([]);
  });

  it("prints all notes of a document behind it where they fit at no foot, and warns", async () => {
    await writeSmallEdition(`${LETTER} .pagedjs_footnote_area .note { margin-left: 600px }`);
    expect(await printMessages()).toEqual([
      "documents/texts/tricky.md:1:1 warning print-note-page: “tricky” could not be printed with its notes at the foot of its pages: they are printed behind it; shorten its notes, or divide what is tall there, such as a row of a table",
    ]);
  });

  it("begins no page with a signature alone", async () => {
    const letters = Array.from(
      { length: 150 },
      (_, at) =>
        `${"Much is said here of ships. ".repeat(5 + ((at * 7) % 23))}So ends letter ${at}.\n\n::: signature\nSigner ${at}\n:::\n`,
    );
    await writeTrickyEdition(folder, {
      "texts/tricky.md": `---\nid: tricky\nnumber: 1\ntitle: Letters\nlanguages: ru\n---\n\n${letters.join("\n")}`,
      "texts/second.md": `---\nid: second\nnumber: 2\ntitle: Second\nlanguages: ru\n---\n\nWords.\n\nMore words.\n`,
      "essays/introduction.md": `---\nid: introduction\ntitle: Introduction\n---\n\nWords.\n`,
    });
    expect(await printMessages()).toEqual([]);
    const { pages } = await readPdf(await readFile(path.join(folder, "out/readers/all.pdf")));
    const texts = pages.map(({ text }) => text.replaceAll(/\s+/g, " "));
    const alone = letters
      .map((_, at) => at)
      .filter((at) => {
        const page = texts.find((text) => new RegExp(`Signer ${at}\\b`).test(text));
        return page === undefined || !page.includes(`letter ${at}.`);
      });
    expect(alone).toEqual([]);
  });

  it("ends a running head that is longer than its line behind a word", async () => {
    await writeTrickyEdition(folder, {
      "texts/tricky.md": `---\nid: tricky\nnumber: 1\ntitle: ${"A Very Long Title of a Very Long Letter ".repeat(9)}\nlanguages: ru\n---\n\n${"Words. ".repeat(900)}\n`,
      "texts/second.md": `---\nid: second\nnumber: 2\ntitle: Second\nshort-title: ${"Anadyr".repeat(60)}\nlanguages: ru\n---\n\n${"Words. ".repeat(900)}\n\nMore words.\n`,
      "essays/introduction.md": `---\nid: introduction\ntitle: Introduction\n---\n\nWords.\n`,
    });
    expect(await printMessages()).toEqual([]);
  });

  it("finds a paragraph that a style hides", async () => {
    await writeSmallEdition(`${LETTER} #tricky--p2 { display: none }`);
    expect(await printMessages()).toEqual([
      expect.stringContaining(
        "documents/texts/tricky.md:10:1 error print-text: Doc. 1 ¶2 is lost on page 4 of the PDF",
      ),
    ]);
  });

  it("finds text that runs out of its box", async () => {
    await writeSmallEdition(
      `${LETTER} #tricky--p2 { white-space: nowrap; text-indent: 480px !important }`,
    );
    expect(await printMessages()).toEqual([
      expect.stringContaining("runs out of the text area on page 4"),
    ]);
  });

  it("refuses what is not the reader's own, and names it", async () => {
    await writeSmallEdition(
      "",
      `<section data-chunk="x"><p>x</p><img alt="" src="https://example.org/x.png"><img alt="" src="/../../etc/passwd"></section>`,
    );
    expect(await printMessages()).toEqual([
      "documents/readers/all.md:1:1 error print-failed: “A Reader of All That Is Hard”: the print styles or templates ask for what is not part of the edition: http://reader.invalid/etc/passwd, https://example.org/x.png; put the file into the edition, or take the request out",
    ]);
  });

  it("finds a link of a template that leads to nothing", async () => {
    await writeSmallEdition(
      "",
      `<section id="front--opening" data-chunk="x"><p><a href="#nowhere">x</a></p></section>`,
    );
    expect(await printMessages()).toEqual([
      expect.stringContaining(
        "error print-number: a link on page 1 leads to “nowhere”, which is not printed",
      ),
    ]);
  });
});
