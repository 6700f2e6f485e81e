import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { OwnStyles } from "./own/own-styles.ts";

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

/** Joins the styles into one: Scholium's, or the edition's in their place, then what the edition adds. */
export async function readStylesheet({ screen }: OwnStyles): Promise<Stylesheet> {
  const { css, fonts } = await readFaces();
  const styles = await Promise.all(screen.map((file) => readFile(file, "utf8")));
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
