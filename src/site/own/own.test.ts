import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../diagnostics/report.ts";
import { nunjucksEnvironment } from "../nunjucks-environment.ts";
import { checkOwnFiles } from "./check-own-files.ts";
import { cssPieces } from "./css-pieces.ts";
import { listStyles } from "./own-styles.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-own-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

async function messages(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  await write(files);
  return (await checkOwnFiles(folder)).map(formatDiagnostic);
}

describe("a template of the edition's own", () => {
  it("may include or extend the one that it stands for", async () => {
    await write({
      "templates/partials/problems.njk": `<p>Ours.</p>{% include "scholium/partials/problems.njk" %}`,
      "templates/layouts/page.njk": `{% extends "scholium/layouts/page.njk" %}`,
    });
    const environment = nunjucksEnvironment(folder);
    const html = environment.render("partials/problems.njk", { frame: { problems: [] } });
    expect(html).toContain("<p>Ours.</p><section");
    expect(environment.getTemplate("layouts/page.njk", true)).toBeTruthy();
    expect((await checkOwnFiles(folder)).map(formatDiagnostic)).toEqual([]);
  });

  it("may use others, by any name, that may use others", async () => {
    expect(
      await messages({
        "templates/partials/colophon.njk": `{% include "ours/a.njk" %}`,
        "templates/ours/a.njk": `{% include "./b.njk" %}{% include "ours/none.njk" ignore missing %}`,
        "templates/ours/b.njk": `{% from "partials/parts.njk" import date %}`,
      }),
    ).toEqual([]);
  });

  it.each([
    [
      "partials/masthead.njk",
      "<p>\n{% if view %}",
      "templates/partials/masthead.njk:1:1 error template-broken: parseIf: expected elif, else, or endif, got end of file; correct the template, or delete it to have Scholium's own",
    ],
    [
      "partials/masthead.njk",
      "<p>\n  {{ view. }}",
      "templates/partials/masthead.njk:2:12 error template-broken: expected name as lookup value, got }}; correct the template, or delete it to have Scholium's own",
    ],
    [
      "partials/colophon.njk",
      '<p>\n  {% include "partials/masthed.njk" %}',
      `templates/partials/colophon.njk:2:14 error template-broken: no template "partials/masthed.njk"; did you mean "partials/masthead.njk"?`,
    ],
    [
      "partials/masthed.njk",
      "",
      `templates/partials/masthed.njk:1:1 warning own-file-unused: Scholium has no template of this name, and none of yours uses it; did you mean "partials/masthead.njk"?`,
    ],
    [
      "partial/masthead.njk",
      "",
      `templates/partial/masthead.njk:1:1 warning own-file-unused: Scholium has no template of this name, and none of yours uses it; did you mean "partials/masthead.njk"?`,
    ],
    [
      "pages/herbarium-of-the-steppe.njk",
      "",
      "templates/pages/herbarium-of-the-steppe.njk:1:1 warning own-file-unused: Scholium has no template of this name, and none of yours uses it; use it in one of your templates, or delete it",
    ],
  ])("%s that holds %j is told with its place", async (name, text, said) => {
    expect(await messages({ [`templates/${name}`]: text })).toEqual([said]);
  });
});

it("a folder with nearly the right name is pointed out", async () => {
  expect(await messages({ "template/pages/home.njk": "" })).toEqual([
    "template:1:1 warning own-file-unused: Scholium does not look into template/; did you mean templates/?",
  ]);
});

describe("a style of the edition's own", () => {
  it("goes where its name says", async () => {
    const names = ["tokens.css", "own.css", "house.css", "print.css", "print-ours.css"];
    await write(Object.fromEntries(names.map((name) => [`styles/${name}`, ""])));
    await write({ "styles/fonts/face.woff2": "", "styles/.hidden.css": "", "styles/old.css~": "" });
    const { screen, print, assets } = await listStyles(folder);
    const own = path.join(folder, "styles");
    expect(screen.filter((file) => file.startsWith(own))).toEqual(
      ["tokens.css", "house.css", "own.css"].map((name) => path.join(own, name)),
    );
    expect(screen.map((file) => path.basename(file))).toEqual([
      "tokens.css",
      "text.css",
      "apparatus.css",
      "site.css",
      "reader.css",
      "cite.css",
      "browser-print.css",
      "house.css",
      "own.css",
    ]);
    expect(print).toEqual(["own.css", "print-ours.css"]);
    expect(assets).toEqual(["fonts/face.woff2"]);
  });

  it("may use its own files, Scholium's fonts, and what stands in it", async () => {
    expect(
      await messages({
        "styles/own.css": `@font-face { src: url("fonts/face.woff2#x") }
a { background: url( images/a%20b.png ) } b { background: url(data:image/png;base64,AAAA) }
i::after { content: "url(none.png) } \\" {"; mask: url(#shape) } /* { url(nothing.png) */`,
        "styles/fonts/face.woff2": "",
        "styles/images/a b.png": "",
      }),
    ).toEqual([]);
  });

  it.each([
    [
      "own.css",
      "a { color: red }\nb { color: red\ni { color: blue }",
      "styles/own.css:2:3 error style-broken: { is not closed: all that follows is lost; close what is opened here",
    ],
    [
      "own.css",
      "a { color: red }\n} b { }",
      "styles/own.css:2:1 error style-broken: } closes nothing; delete it, or open what it closes",
    ],
    [
      "own.css",
      "a { }\n  /* b { }",
      "styles/own.css:2:3 error style-broken: /* is not closed: all that follows is lost; close what is opened here",
    ],
    [
      "own.css",
      'a::after { content: "x }',
      'styles/own.css:1:21 error style-broken: " is not closed: all that follows is lost; close what is opened here',
    ],
    [
      "own.css",
      '@import "other.css";',
      "styles/own.css:1:1 error style-broken: @import does nothing in a style that is joined to others; copy what it would bring into this file",
    ],
    [
      "own.css",
      "a { background: url(https://example.org/a.png) }",
      "styles/own.css:1:17 error style-broken: it asks for https://example.org/a.png, and pages ask for nothing elsewhere; put the file into styles/ and write its path from there: url(fonts/face.woff2)",
    ],
    [
      "own.css",
      "a { background: url('images/a.png') }",
      "styles/own.css:1:21 error style-broken: no file styles/images/a.png; put the file into styles/ and write its path from there: url(fonts/face.woff2)",
    ],
    [
      "token.css",
      "",
      `styles/token.css:1:1 warning own-file-unused: Scholium has no style of this name, so that it is added to the others; did you mean "tokens.css"? If not, give it a name that is less like it`,
    ],
    [
      "more/own.css",
      "",
      "styles/more/own.css:1:1 warning own-file-unused: a style in a folder of its own is not read; move it into styles/",
    ],
  ])("%s that holds %j is told with its place", async (name, text, said) => {
    expect(await messages({ [`styles/${name}`]: text })).toEqual([said]);
  });

  it("whose brackets are in order has none to tell, however they are nested", () => {
    const sound = fc.letrec<{ rule: string }>((tie) => ({
      rule: fc.oneof(
        fc.constantFrom("color: red;", "/* } { */", '"} \\" {"', "'('", "\\{", "a:not(b)", ""),
        fc.array(tie("rule"), { maxLength: 4 }).map((rules) => `a { ${rules.join(" ")} }`),
        tie("rule").map((rule) => `[${rule}]`),
      ),
    })).rule;
    fc.assert(
      fc.property(sound, (css) => {
        expect(cssPieces(css)).toEqual([]);
        expect(cssPieces(`${css} {`).map(({ kind }) => kind)).toEqual(["unclosed"]);
        expect(cssPieces(`} ${css}`).map(({ kind }) => kind)).toEqual(["unopened"]);
      }),
    );
  });

  it("can be any text at all", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."{}()[]/*\\'\" \nurl(@import".split("")) }),
        (css) => {
          for (const { at } of cssPieces(css)) expect(at).toBeLessThan(css.length);
        },
      ),
    );
  });
});
