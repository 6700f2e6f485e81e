import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textsOfPdf } from "../print/proof/texts-of-pdf.ts";
import { fixtures, snapshot, withEdition } from "./testing/editions.ts";
import { runScholium } from "./testing/run-scholium.ts";
import { readFiles, withFiles, writeFiles } from "./testing/temporary-folder.ts";
import { withoutByHand } from "./testing/without-by-hand.ts";

/** How many secrets the fixture holds: `sekret01` to `sekret78`, each in another place where matter for instructors can stand. */
const SECRETS = Array.from({ length: 78 }, (_, at) => String(at + 1).padStart(2, "0"));

/** The numbers of the secrets that stand anywhere in a folder: in its files' bytes, in what a PDF shows and says of itself, in names. */
async function secretsUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = new Set<string>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const content = await readFile(file);
    const texts = [path.relative(folder, file), content.toString("utf8")];
    if (file.endsWith(".pdf")) {
      const { pages, beside } = await textsOfPdf(content);
      texts.push(pages.join(" "), ...beside);
    }
    // Markup within a word goes, and whatever parts letters in print.
    const letters = texts.join("\n").replaceAll(/<\/?(?:em|strong)>|[^\p{L}\p{N}<>/]/gu, "");
    for (const [, number = ""] of letters.matchAll(/sekret(\d\d)/giu)) found.add(number);
  }
  return [...found].sort();
}

/** The fixture with all that is made of it, built once. */
let built = "";

beforeAll(async () => {
  built = await mkdtemp(path.join(tmpdir(), "scholium-test-"));
  await cp(path.join(fixtures, "for-instructors"), built, { recursive: true });
  const { code, stderr } = await runScholium(["build"], { cwd: built });
  if (code !== 0) throw new Error(stderr);
}, 300_000);

afterAll(async () => {
  await rm(built, { recursive: true, force: true });
});

describe("of the secrets in every place where matter for instructors can stand", () => {
  test("students get none", async () => {
    expect(await secretsUnder(path.join(built, "_site"))).toEqual([]);
  });

  test("instructors get all", async () => {
    expect(await secretsUnder(path.join(built, "_instructor"))).toEqual(SECRETS);
  });

  test("each printed page with words says for whom it is, and no page for students does", async () => {
    const marked = async (tree: string): Promise<readonly boolean[]> => {
      const { pages } = await textsOfPdf(
        await readFile(path.join(built, tree, "readers/packet.pdf")),
      );
      return pages
        .filter((page) => /\S/u.test(page))
        .map((page) => page.includes("not for students"));
    };
    expect(new Set(await marked("_instructor"))).toEqual(new Set([true]));
    expect(new Set(await marked("_site"))).toEqual(new Set([false]));
  });

  test("the source holds each", async () => {
    expect(await secretsUnder(path.join(built, "documents"))).toEqual(SECRETS);
  });
});

test("students get the same bytes as if nothing had ever been written for instructors", async () => {
  const files = withoutByHand(await readFiles(path.join(fixtures, "for-instructors")));
  expect(Object.values(files).join("\n")).not.toMatch(
    /sekret(?!2[4-6])|:::\s*\{?\.?(?:instructor|answer)/iu,
  );
  await withFiles(files, async (folder) => {
    for (const image of Object.keys(files).filter((name) => name.endsWith(".png")))
      await cp(path.join(fixtures, "for-instructors", image), path.join(folder, image));
    const { code, stderr } = await runScholium(["build"], { cwd: folder });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(await readdir(folder)).toEqual(["_site", "documents"]);
    expect(await snapshot(path.join(folder, "_site"))).toEqual(
      await snapshot(path.join(built, "_site")),
    );
  });
}, 300_000);

/** Ways in which templates and styles of the editor's own let secrets through, each another secret, and what is said of each. */
const LEAKS = {
  "templates/partials/colophon.njk": `{% include "scholium/partials/colophon.njk" %}
<p>Because of the sekret14 winter, which came early</p>
<p data-x="Ask about sekret10 debts, and how the office hid them">x</p>
<!-- Oil, and sekret11 money, as the second letter shows -->
<p>The reply is <b>lon</b>ger by <i>sek</i>ret15 lines.</p>
<script>const x = 'The point of view is sekret16 and no other'</script>
<p>https://papers.example/lamp/essays/sekret-48.html</p>
`,
  "styles/screen.css": 'body::after { content: "The essay sekret53." }',
  "templates/print/cover.njk": `{% include "scholium/print/cover.njk" %}
<section class="matter" data-chunk="front--leak"><p>In the week sekret60.</p></section>`,
};

test(
  "a build fails, and leaves the last one as it was, where secrets are let through",
  async () =>
    withEdition("for-instructors", async (folder) => {
      await mkdir(path.join(folder, "_site"));
      await writeFile(path.join(folder, "_site", ".scholium-output"), "");
      await writeFile(path.join(folder, "_site", "index.html"), "the last one");
      await writeFiles(folder, LEAKS);
      const { code, stderr } = await runScholium(["build"], { cwd: folder });
      expect({ code, stderr }).toMatchObject({ code: 1 });
      expect(await readFile(path.join(folder, "_site", "index.html"), "utf8")).toBe("the last one");
      expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
      expect(await readdir(folder)).not.toContain("_instructor");

      const said = (name: string, saying: string, where: string) =>
        expect.stringMatching(
          new RegExp(
            String.raw`^documents/${name}:\d+:\d+ error leak: “${saying}.*” is for instructors and stands in ${where}`,
            "u",
          ),
        );
      const onPages = String.raw`chronology\.html and \d+ more`;
      expect(stderr.split("\n").filter((line) => line.includes(" leak: "))).toEqual(
        expect.arrayContaining([
          said("texts/1-letter.md", "Because of the sekret14", onPages),
          said("texts/1-letter.md", "Ask about sekret10", onPages),
          said("texts/1-letter.md", "Oil, and sekret11", onPages),
          said("texts/1-letter.md", "The reply is longer by sekret15", onPages),
          said("texts/1-letter.md", "The point of view is sekret16", onPages),
          said("essays/2-hidden.md", "essays/sekret-48", onPages),
          said("essays/2-hidden.md", "The essay sekret53", String.raw`assets/scholium\.css`),
          said(
            "readers/1-packet.md",
            "In the week sekret60",
            String.raw`readers/packet\.pdf, page \d`,
          ),
        ]),
      );
    }),
  300_000,
);

/** An edition that is made in a moment. */
const SMALL = {
  "documents/edition.yaml": "title: Letters\n",
  "documents/texts/a.md":
    "---\nid: a\nnumber: 1\ntitle: A\n---\n\nIt rains.\n\n::: instructor\nAsk why.\n:::\n",
};

test("the instructor's edition goes where it is told, or nowhere, and one that is no longer needed is taken away", async () =>
  withFiles(SMALL, async (folder) => {
    const build = async (...words: string[]) => {
      const { code } = await runScholium(["build", "--no-pdf", ...words], { cwd: folder });
      return code;
    };
    expect(await build("--instructor", "_site/for-me")).toBe(2);
    expect(await readdir(folder)).toEqual(["documents"]);
    expect(await build("--no-instructor", "--output", "public")).toBe(0);
    expect(await readdir(folder)).toEqual(["documents", "public"]);
    expect(await build("--instructor", "mine")).toBe(0);
    expect(await readdir(folder)).toEqual(["_site", "documents", "mine", "public"]);

    const [text] = SMALL["documents/texts/a.md"].split("::: instructor");
    await writeFile(path.join(folder, "documents/texts/a.md"), text ?? "");
    expect(await build("--instructor", "mine")).toBe(0);
    expect(await readdir(folder)).toEqual(["_site", "documents", "public"]);
    await mkdir(path.join(folder, "_instructor"));
    await writeFile(path.join(folder, "_instructor", "thesis.md"), "");
    expect(await build()).toBe(0);
    expect(await readdir(path.join(folder, "_instructor"))).toEqual(["thesis.md"]);
  }));
