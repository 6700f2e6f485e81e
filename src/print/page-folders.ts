import { createRequire } from "node:module";
import path from "node:path";
import { packageStyles } from "../site/package-folders.ts";
import type { OwnFolders } from "./browser/own-files.ts";

const require = createRequire(import.meta.url);

/** What the pages may read: the outputs, and what they look like. */
export function ownFolders({
  folder,
  output,
}: {
  readonly folder: string;
  readonly output: string;
}): OwnFolders {
  return { "/": [output], ...assetFolders(folder) };
}

/** Scholium's print styles or the edition's in their place, and the fonts. */
export function assetFolders(folder: string): OwnFolders {
  return {
    "/print/": [path.join(folder, "styles"), packageStyles],
    "/fonts/source-serif-4/": [
      path.dirname(require.resolve("@fontsource/source-serif-4/package.json")),
    ],
  };
}
