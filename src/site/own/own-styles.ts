import path from "node:path";
import { packageStyles } from "../package-folders.ts";
import { listFiles } from "./list-files.ts";

/** Scholium's styles for the screen, in the order in which they build on each other. */
export const SCREEN_STYLES: readonly string[] = [
  "tokens.css",
  "text.css",
  "apparatus.css",
  "site.css",
  "reader.css",
  "cite.css",
  "browser-print.css",
];

/** The edition's style that is added everywhere: to the website's and to those of printed readers. */
const EVERYWHERE = "own.css";

/** Styles that belong to printed readers only: `print.css`, `print-a4.css`. */
const PRINT = /^print(?:-.*)?\.css$/;

/** What lies in an edition's `styles/`, by where it goes. */
export interface OwnStyles {
  /** Styles for the screen, in their order: Scholium's or the edition's in their place, then what the edition adds. Paths. */
  readonly screen: readonly string[];
  /** Names of the styles that the edition adds to those of printed readers. */
  readonly print: readonly string[];
  /** Fonts and pictures that the edition's styles use, as paths from `styles/`. */
  readonly assets: readonly string[];
}

/**
 * Sorts an edition's `styles/`. A file with the name of one of Scholium's stands in its place; `print-….css` is
 * added to printed readers, `own.css` to these and to the website, every other style to the website.
 */
export async function listStyles(folder: string): Promise<OwnStyles> {
  const scholiums = new Set(await listFiles(packageStyles));
  const own = path.join(folder, "styles");
  const files = await listFiles(own);
  const added = files.filter((name) => isStyle(name) && !scholiums.has(name));
  return {
    screen: [
      ...SCREEN_STYLES.map((name) => path.join(files.includes(name) ? own : packageStyles, name)),
      ...added.filter((name) => !PRINT.test(name)).map((name) => path.join(own, name)),
    ],
    print: added.filter((name) => PRINT.test(name) || name === EVERYWHERE),
    assets: files.filter((name) => !name.endsWith(".css")),
  };
}

/** Styles lie in `styles/` itself. */
function isStyle(name: string): boolean {
  return name.endsWith(".css") && !name.includes("/");
}
