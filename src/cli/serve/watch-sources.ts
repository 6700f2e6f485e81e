import path from "node:path";
import { watch } from "@11ty/chokidar-with-glob-support";

/** Folders of an edition whose files make its pages. */
const SOURCES: ReadonlySet<string> = new Set(["documents", "templates", "styles"]);

/** Editors' programs save a file in several strokes; this long must be quiet before it counts as saved. */
const QUIET = 40;

/** A watch over an edition's sources. */
export interface Watch {
  readonly close: () => Promise<void>;
}

/**
 * Calls `onChange` after files of the edition's sources have changed, come or gone, once for each
 * group of changes. The edition's folder itself is watched, since a source folder may be made later.
 */
export async function watchSources(folder: string, onChange: () => void): Promise<Watch> {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, {
    ignoreInitial: true,
    disableGlobbing: true,
    ignored: (file) => !isSource(path.relative(folder, file)),
  });
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET);
  });
  // A folder that goes while it is being looked at is told as a change as well.
  watcher.on("error", () => undefined);
  await new Promise<void>((resolve) => {
    watcher.on("ready", resolve);
  });
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

/** Whether a path from the edition's folder is one of its sources, or leads there. Editors' own hidden and backup files are not. */
export function isSource(way: string): boolean {
  if (way === "") return true;
  const parts = way.split(path.sep);
  return (
    SOURCES.has(parts[0] ?? "") &&
    !parts.some((part) => part.startsWith(".") || part === "node_modules" || part.endsWith("~"))
  );
}
