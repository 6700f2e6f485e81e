import { readdir } from "node:fs/promises";
import path from "node:path";

/** All files below a folder as paths from it, sorted; none where there is no such folder. Hidden files and those that editors' programs leave behind are passed over. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => !/(?:^|\/)\.|~$/.test(name))
    .sort();
}
