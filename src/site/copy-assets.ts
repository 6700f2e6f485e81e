import { copyFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { SCRIPT, STYLESHEET } from "./addresses.ts";
import { listStyles } from "./own/own-styles.ts";
import { pageScript } from "./page-scripts/page-script.ts";
import { readStylesheet } from "./stylesheet.ts";

/** Puts the stylesheet, the script, the fonts, what the edition's own styles use, and the edition's pictures beside the pages. */
export async function copyAssets(options: {
  /** The folder that holds `documents/`. */
  readonly folder: string;
  /** Pictures, as paths from `documents/`. */
  readonly images: readonly string[];
  readonly output: string;
}): Promise<void> {
  const { folder, images, output } = options;
  const styles = await listStyles(folder);
  const { css, fonts } = await readStylesheet(styles);
  const stylesheet = path.join(output, STYLESHEET);
  const assets = path.dirname(stylesheet);
  await mkdir(path.join(assets, "fonts"), { recursive: true });
  await writeFile(stylesheet, css);
  await writeFile(path.join(output, SCRIPT), pageScript());
  for (const { source, name } of fonts) await copyFile(source, path.join(assets, name));
  for (const name of styles.assets) {
    const target = path.join(assets, name);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(path.join(folder, "styles", name), target);
  }
  for (const image of images) {
    const target = path.join(output, image);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(path.join(folder, "documents", image), target);
  }
}
