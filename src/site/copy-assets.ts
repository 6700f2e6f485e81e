import { copyFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { STYLESHEET } from "./addresses.ts";
import { readStylesheet } from "./stylesheet.ts";

/** Puts the stylesheet, the fonts and the edition's pictures beside the pages. */
export async function copyAssets(options: {
  /** The folder that holds `documents/`. */
  readonly folder: string;
  /** Pictures, as paths from `documents/`. */
  readonly images: readonly string[];
  readonly output: string;
}): Promise<void> {
  const { folder, images, output } = options;
  const { css, fonts } = await readStylesheet(folder);
  const stylesheet = path.join(output, STYLESHEET);
  const assets = path.dirname(stylesheet);
  await mkdir(path.join(assets, "fonts"), { recursive: true });
  await writeFile(stylesheet, css);
  for (const { source, name } of fonts) await copyFile(source, path.join(assets, name));
  for (const image of images) {
    const target = path.join(output, image);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(path.join(folder, "documents", image), target);
  }
}
