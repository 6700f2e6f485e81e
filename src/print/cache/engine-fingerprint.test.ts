import { execFile } from "node:child_process";
import { appendFile, cp, mkdtemp, mkdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type PrintingBrowser, engineFingerprint } from "./engine-fingerprint.ts";
import { fontsOfMachine } from "./fonts-of-machine.ts";
import { picturesFingerprint } from "./pictures-fingerprint.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-fingerprint-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, content: string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

/** A browser of some version, started from some program. */
function browserOf(version: string, spawnfile?: string): PrintingBrowser {
  return {
    version: () => Promise.resolve(version),
    process: () => (spawnfile === undefined ? null : { spawnfile }),
  };
}

const chrome = browserOf("Chrome/147");

describe("the fingerprint of what prints", () => {
  it("stays as long as nothing changes", async () => {
    await put("styles/own.css", "p { color: black }");
    const before = await engineFingerprint(chrome, folder);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(await engineFingerprint(chrome, folder)).toBe(before);
  });

  it("is another with another style, or what a style uses", async () => {
    const seen = new Set([await engineFingerprint(chrome, folder)]);
    for (const [name, content] of [
      ["styles/print-a4.css", "a"],
      ["styles/print-a4.css", "b"],
      ["styles/print-a5.css", "b"],
      ["styles/fonts/ours.woff2", "b"],
    ] as const) {
      await put(name, content);
      seen.add(await engineFingerprint(chrome, folder));
    }
    expect(seen.size).toBe(5);
    await rm(path.join(folder, "styles"), { recursive: true });
    expect(seen).toContain(await engineFingerprint(chrome, folder));
  });

  it("is not another with a text or a template: those show in what is laid out", async () => {
    const before = await engineFingerprint(chrome, folder);
    await put("documents/texts/a.md", "Words");
    await put("templates/print/reader.njk", "Words");
    expect(await engineFingerprint(chrome, folder)).toBe(before);
  });

  it("is another with another browser, or another program of the same version", async () => {
    const one = await put("one", "program");
    const other = await put("other", "program of another kind");
    const later = await put("later", "program");
    await utimes(later, 1, 1);
    const browsers = [
      chrome,
      browserOf("Chrome/148"),
      browserOf("Chrome/147", one),
      browserOf("Chrome/147", other),
      browserOf("Chrome/147", later),
    ];
    const seen = new Set<string>();
    for (const browser of browsers) seen.add(await engineFingerprint(browser, folder));
    expect(seen.size).toBe(browsers.length);
  });

  const run = promisify(execFile);

  it(
    "is another with other code of ours or another package, but not with another command or test",
    { timeout: 60_000 },
    async () => {
      for (const name of ["src", "styles", "package.json"])
        await cp(name, path.join(folder, name), { recursive: true });
      await mkdir(path.join(folder, "node_modules"));
      const says = async (): Promise<string> => {
        const script = path.join(folder, "src/print/cache/testing/say-fingerprint.ts");
        const { stdout } = await run(process.execPath, ["--import", "tsx", script, folder]);
        return stdout;
      };
      const before = await says();
      await appendFile(path.join(folder, "src/cli/run.ts"), "\n// changed\n");
      await appendFile(path.join(folder, "src/print/letters.test.ts"), "\n// changed\n");
      expect(await says()).toBe(before);
      await appendFile(path.join(folder, "src/print/page/survey.ts"), "\n// changed\n");
      const changed = await says();
      expect(changed).not.toBe(before);
      // A package of another version, found before the one that was there.
      await put("node_modules/pagedjs/package.json", '{ "version": "0.4.4" }');
      expect(await says()).not.toBe(changed);
    },
  );
});

describe("the fingerprint of the machine's fonts", () => {
  it("is another when a font comes, wherever it lies", async () => {
    await put("fonts/latin/one.ttf", "");
    const places = [path.join(folder, "fonts"), path.join(folder, "not-there")];
    await utimes(path.join(folder, "fonts/latin"), 1, 1);
    const before = await fontsOfMachine(places);
    expect(await fontsOfMachine(places)).toBe(before);
    await put("fonts/latin/two.ttf", "");
    expect(await fontsOfMachine(places)).not.toBe(before);
  });
});

describe("the fingerprint of a text's pictures", () => {
  const page = (): Parameters<typeof picturesFingerprint>[1] => ({
    path: "readers/week.print.html",
    folders: { "/": [path.join(folder, "_site")] },
  });
  const html =
    '<p>Words</p><img alt="A map" src="../images/a%20map.png"><img src="../images/none.png">';

  it("is another when a picture is another, comes or goes, and with another picture's name", async () => {
    await put("_site/images/a map.png", "picture");
    const seen = new Set([await picturesFingerprint(html, page())]);
    await put("_site/images/a map.png", "another picture");
    seen.add(await picturesFingerprint(html, page()));
    await put("_site/images/none.png", "picture");
    seen.add(await picturesFingerprint(html, page()));
    seen.add(await picturesFingerprint(html.replace("none.png", "a%20map.png"), page()));
    expect(seen.size).toBe(4);
  });

  it("is the same for texts that differ in their words alone: those stand in their own hash", async () => {
    await put("_site/images/a map.png", "picture");
    const other = html.replace("Words", "Other words");
    expect(await picturesFingerprint(other, page())).toBe(await picturesFingerprint(html, page()));
  });
});
