import { createHash } from "node:crypto";
import { cp, readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { withFiles } from "./temporary-folder.ts";

/** Small whole editions, each for itself. */
export const fixtures = fileURLToPath(new URL("./fixtures/", import.meta.url));

/** Lends a copy of a fixture edition. */
export async function withEdition<Result>(
  name: string,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  return withFiles({}, async (folder) => {
    await cp(path.join(fixtures, name, "documents"), path.join(folder, "documents"), {
      recursive: true,
    });
    return use(folder);
  });
}

/** Files of a folder by their paths, sorted, with a hash of what each holds: equal for equal bytes. */
export async function snapshot(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const lines = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const hash = createHash("sha256")
        .update(await readFile(file))
        .digest("hex");
      return `${path.relative(folder, file)} ${hash}`;
    });
  return (await Promise.all(lines)).sort();
}

/** Elements that begin a line in goldens, so that a difference can be read. */
const LINES =
  /(?<!^|\n)(?=<(?:p|div|section|aside|nav|h\d|ul|ol|li|dl|dt|dd|tr|th|td|figure|blockquote|hr|pre)\b)/g;

/** What is between `<main>` and its end, in lines: the page without what all pages have around it. */
export function mainOf(html: string): string {
  const [main] = /<main\b[\s\S]*<\/main>/.exec(html) ?? [];
  if (main === undefined) throw new Error("a page without <main>");
  return `${main.replaceAll(LINES, "\n")}\n`;
}
