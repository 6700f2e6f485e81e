import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readPdf } from "./proof/read-pdf.ts";
import { printEdition } from "./testing/print-edition.ts";

/*
 * What random documents have found: places at a page's end where text was lost, doubled or out of its box, or for
 * which notes had to be printed behind their document. Each depends on what stands above it, line by line.
 */

const many = (count: number, words: string): string => `${words} `.repeat(count).trim();
const lines = (count: number): string =>
  Array.from({ length: count }, () => "A line of its own,").join("\\\n");

/** A word that is defined, with notes of more than a page, too low on a page to begin there. */
const definition = (above: number): string =>
  `${lines(above)}\n\nA word\n: It is defined here[^1] and[^2] ${many(30, "and so on")}.\n\n[^1]: ${many(500, "Much is noted.")}\n[^2]: One.`;

/** A row that is divided, with a long note where it goes on. */
const row = (above: number): string =>
  `${lines(above)}\n\n| One | Two |\n| --- | --- |\n| cell | ${many(20, "A row of words.")} here[^1] ${many(8, "a note is called")} and another[^2] ${many(120, "and so on.")} |\n\n[^1]: ${many(200, "Much is noted.")}\n[^2]: ${many(500, "Much is noted.")}`;

/** A question with room to write below it, which the notes would take. */
const question = (above: number): string =>
  `${lines(above)}[^1]\n\n::: {.questions}\n1. Evening as[^2] is discussed.\n2. ${many(20, "What is asked.")}\n:::\n\n[^1]: ${many(40, "It is noted.")}\n[^2]: ${many(30, "It is noted.")}`;

/** A picture of nearly a page under a heading. */
const picture = (heading: number, caption: number): string =>
  `A word.[^1]\n\n## ${many(heading, "A heading")}\n\n![A picture](images/tall.svg "${many(caption, "A picture.")}")\n\n${many(30, "The text goes on.")}\n\n[^1]: ${many(60, "Much is noted.")}`;

/** Words of which some have room in their lines by a hair. */
const narrow = (above: number): string =>
  `${lines(above)}\n\n5. First.\n\n   8. Island message considered **premier assurance** command as they believed. Reconnaissance expected proposal at delegation evening stressed guarantee the from. Discussed that decided aircraft agreement at government embassy island question with ambassador on session the morning on decided. Message missile a telegram evening island on embassy answer message that stressed answer considered ministry missile president was president for. Misunderstanding withdrawal quarantine was informed for was answer proposed with telegram blockade morning [counterrevolutionary]{.add} [question]{.supplied cert=low} were ambassador. To morning command were of which which officer stressed 8528 council island. Island not misunderstanding question not reconnaissance ministry decided answer they assurance missile session question island [illegible]{.gap} blockade this. And aircraft from ambassador council telegram withdrawal reconnaissance it island answer with government. Quarantine proposed at evening reconnaissance and not agreement but. That of were not informed embassy guarantee noted quarantine at believed.`;

/** A line that is read from right to left, and begins with a capital. */
const hebrew = `The delegation had noted. [${many(12, "משא שגריר")}]{lang=he}.[^1]\n\n[^1]: One.`;

const hard: Readonly<Record<"a4" | "letter", Readonly<Record<string, string>>>> = {
  a4: {
    definition: definition(28),
    "lower-definition": definition(36),
    row: row(22),
    "lower-row": row(30),
    question: question(18),
  },
  letter: {
    row: row(20),
    "lower-row": row(27),
    question: question(16),
    picture: picture(1, 40),
    "picture-under-much": picture(31, 14),
    narrow: narrow(14),
    "lower-narrow": narrow(17),
    hebrew,
  },
};

/** What printing some documents says, and what stands on the pages. */
async function print(
  paper: string,
  texts: Readonly<Record<string, string>>,
): Promise<{ readonly messages: readonly string[]; readonly pages: readonly string[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-places-"));
  const output = path.join(folder, "out");
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="3000"><rect width="300" height="3000" fill="#ccc"/></svg>`;
  const files: Record<string, string> = {
    "documents/edition.yaml": `title: Hard\ndocument-pdfs: false\npaper: ${paper}\n`,
    "documents/readers/all.md": "---\nid: all\ntitle: All\n---\n\nRead it.\n",
    "documents/images/tall.svg": drawing,
    "out/images/tall.svg": drawing,
  };
  Object.entries(texts).forEach(([id, text], at) => {
    files[`documents/texts/${id}.md`] =
      `---\nid: ${id}\nnumber: ${at + 1}\ntitle: Hard\n---\n\n${text}\n`;
  });
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    const { messages } = await printEdition(folder, output);
    const pdf = await readPdf(await readFile(path.join(output, "readers/all.pdf")));
    return {
      messages: messages.filter((message) => message.includes(" print-")),
      pages: pdf.pages.map(({ text }) => text.replaceAll(/\s+/g, " ").trim()),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe.each(["a4", "letter"] as const)("hard places at the ends of %s pages", (paper) => {
  it("are printed whole, with their notes at the foot, and leave no page empty", async () => {
    const { messages, pages } = await print(paper, hard[paper]);
    const late = / print-note-page: .* does not begin on the page of its mark/;
    expect(messages.filter((message) => !late.test(message))).toEqual([]);
    expect(pages.filter((text) => /^\d*\.? ?(?:Hard|All) ?\d*$/.test(text))).toEqual([]);
  });
});
