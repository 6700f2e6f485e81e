import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textsOfPdf } from "../print/proof/texts-of-pdf.ts";
import { fixtures, snapshot, withEdition } from "./testing/editions.ts";
import { runScholium } from "./testing/run-scholium.ts";
import { readFiles, withFiles, writeFiles } from "./testing/temporary-folder.ts";
import { withoutByHand } from "./testing/without-by-hand.ts";

/** How many secrets the fixture holds: `sekret01` to `sekret77`, each in another place where matter for instructors can stand. */
const SECRETS = Array.from({ length: 77 }, (_, at) => String(at + 1).padStart(2, "0"));

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

describe("a build fails, and leaves the last one as it was, where a secret is let through", () => {
  /** Builds the fixture's website with more files, over an earlier one. */
  async function buildWith(
    files: Readonly<Record<string, string>>,
    words: readonly string[] = ["--no-pdf"],
  ): Promise<string> {
    return withEdition("for-instructors", async (folder) => {
      await mkdir(path.join(folder, "_site"));
      await writeFile(path.join(folder, "_site", ".scholium-output"), "");
      await writeFile(path.join(folder, "_site", "index.html"), "the last one");
      await writeFiles(folder, files);
      const { code, stderr } = await runScholium(["build", ...words], { cwd: folder });
      expect({ code, stderr }).toMatchObject({ code: 1 });
      expect(await readFile(path.join(folder, "_site", "index.html"), "utf8")).toBe("the last one");
      expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
      expect(await readdir(folder)).not.toContain("_instructor");
      return stderr;
    });
  }

  const COLOPHON = '{% include "scholium/partials/colophon.njk" %}';

  test.each([
    ["words", "<p>Because of the sekret14 winter, which came early</p>"],
    ["an attribute", '<p data-x="because of the sekret14 winter, which came early">x</p>'],
    ["a comment", "<!-- because of the sekret14 winter, which came early -->"],
    ["words with markup", "<p>the <b>sek</b>ret14 winter, <i>which came</i> early</p>"],
    ["a script", "<script>const x = 'the sekret14 winter, which came early'</script>"],
  ])("by a template, as %s", async (_, leak) => {
    expect(
      await buildWith({ "templates/partials/colophon.njk": `${COLOPHON}\n${leak}\n` }),
    ).toMatch(
      /documents\/texts\/1-letter\.md:\d+:1 error leak: “Because of the sekret14 winter, which came early in that…” is for instructors and stands in chronology\.html and \d+ more/u,
    );
  });

  test("by a template, as the address of what only instructors get", async () => {
    const colophon = `${COLOPHON}\n<p>https://papers.example/lamp/essays/sekret-48.html</p>\n`;
    expect(await buildWith({ "templates/partials/colophon.njk": colophon })).toMatch(
      /documents\/essays\/2-hidden\.md:1:1 error leak: “essays\/sekret-48” /u,
    );
  });

  test("by a style", async () => {
    const css = 'body::after { content: "The essay sekret53." }';
    expect(await buildWith({ "styles/own.css": css })).toMatch(
      /2-hidden\.md:\d+:1 error leak: “The essay sekret53\.” .* assets\/scholium\.css/u,
    );
  });

  test("by a template of print, on a page", async () => {
    const cover = '{% include "scholium/print/cover.njk" %}\n';
    const opening = `<section class="matter" data-chunk="front--leak"><p>In the week sekret60.</p></section>`;
    const said = await buildWith({ "templates/print/cover.njk": cover + opening }, []);
    expect(said).toMatch(
      /1-packet\.md:\d+:1 error leak: “In the week sekret60\.” is for instructors and stands in readers\/packet\.pdf, page \d/u,
    );
  }, 300_000);
});

test("an instructor's edition that is no longer needed is taken away, and one of somebody else's is not", async () =>
  withEdition("two-letters", async (folder) => {
    const theirs = path.join(folder, "_instructor");
    const build = async () => runScholium(["build", "--no-pdf"], { cwd: folder });
    await mkdir(theirs);
    await writeFile(path.join(theirs, "thesis.md"), "");
    expect(await build()).toMatchObject({ code: 0 });
    expect(await readdir(theirs)).toEqual(["thesis.md"]);
    await rm(path.join(theirs, "thesis.md"));
    await writeFile(path.join(theirs, ".scholium-output"), "");
    expect(await build()).toMatchObject({ code: 0 });
    expect(await readdir(folder)).toEqual(["_site", "documents"]);
  }));

test("the instructor's edition goes where it is told, or nowhere, and never among what students get", async () =>
  withEdition("telegrams", async (folder) => {
    const build = async (...words: string[]) =>
      runScholium(["build", "--no-pdf", ...words], { cwd: folder });
    expect(await build("--instructor", "_site/for-me")).toMatchObject({ code: 2 });
    expect(await build("--instructor", ".")).toMatchObject({ code: 2 });
    expect(await build("--output", "out/site", "--instructor", "out")).toMatchObject({ code: 2 });
    expect(await readdir(folder)).toEqual(["documents"]);
    expect(await build("--no-instructor")).toMatchObject({ code: 0 });
    expect(await readdir(folder)).toEqual(["_site", "documents"]);
    expect(await build("--output", "public")).toMatchObject({ code: 0 });
    expect(await build("--instructor", "mine")).toMatchObject({ code: 0 });
    expect(await readdir(folder)).toEqual([
      "_site",
      "documents",
      "mine",
      "public",
      "public-instructor",
    ]);
  }));
