import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { packageStyles } from "./package-folders.ts";

/** Scholium's styles for the screen, in the order in which they build on each other. */
const STYLES = ["tokens.css", "text.css", "apparatus.css", "site.css", "browser-print.css"];

/** Styles that belong to printed readers only: `print.css`, `print-a4.css`. */
const PRINT = /^print(?:-.*)?\.css$/;

/** The faces that pages use: text upright, italic, bold; apparatus likewise. */
const FACES: readonly (readonly [family: string, files: readonly string[]])[] = [
  ["source-serif-4", ["400.css", "400-italic.css", "600.css", "600-italic.css"]],
  ["source-sans-3", ["400.css", "400-italic.css", "600.css"]],
];

/** A font's file and its name beside the stylesheet. */
export interface FontFile {
  readonly source: string;
  /** `fonts/source-serif-4-latin-400-normal.woff2` */
  readonly name: string;
}

/** The website's one stylesheet, and the fonts that it names. */
export interface Stylesheet {
  readonly css: string;
  readonly fonts: readonly FontFile[];
}

/**
 * Joins the styles into one. The edition's `styles/` may override any of Scholium's by its name; its
 * other styles come last.
 */
export async function readStylesheet(folder: string): Promise<Stylesheet> {
  const own = path.join(folder, "styles");
  const names = (await filesIn(own)).filter((name) => name.endsWith(".css") && !PRINT.test(name));
  const extra = names.filter((name) => !STYLES.includes(name)).sort();
  const files = [
    ...STYLES.map((name) => path.join(names.includes(name) ? own : packageStyles, name)),
    ...extra.map((name) => path.join(own, name)),
  ];
  const { css, fonts } = await readFaces();
  const styles = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return { css: [css, ...styles].join("\n"), fonts };
}

/** The faces' rules with their files beside the stylesheet: each holds one range of letters, and a page loads only what it needs. */
export async function readFaces(): Promise<Stylesheet> {
  const require = createRequire(import.meta.url);
  const fonts = new Map<string, FontFile>();
  let css = "";
  for (const [family, files] of FACES) {
    const home = path.dirname(require.resolve(`@fontsource/${family}/package.json`));
    for (const file of files) {
      const rules = await readFile(path.join(home, file), "utf8");
      css += rules.replaceAll(/src: url\(\.\/files\/([^)]+\.woff2)\)[^;]*;/g, (_, name: string) => {
        fonts.set(name, { source: path.join(home, "files", name), name: `fonts/${name}` });
        return `src: url(fonts/${name}) format("woff2");`;
      });
    }
  }
  return { css, fonts: [...fonts.values()] };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
