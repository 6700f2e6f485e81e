import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ExportPlan } from "./exports.ts";

/** Writes the files for reference managers beside the pages. What was written before and is the same stays as it is, which in a preview is nearly all. */
export async function writeExports(
  plans: readonly ExportPlan[],
  output: string,
  written: Map<string, string>,
): Promise<void> {
  const folders = new Set<string>();
  for (const { address, content } of plans) {
    const file = path.join(output, address);
    const text = content();
    if (written.get(file) === text) continue;
    const folder = path.dirname(file);
    if (!folders.has(folder)) await mkdir(folder, { recursive: true });
    folders.add(folder);
    await writeFile(file, text);
    written.set(file, text);
  }
}
