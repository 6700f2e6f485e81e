import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { formatDiagnostic } from "../../diagnostics/report.ts";
import { readEdition } from "../read-edition.ts";

/** Files of an edition by their path from `documents/`. */
export type FilesOnDisk = Readonly<Record<string, string | Uint8Array>>;

/** The least that an edition must have, for examples that are about something else. */
export const leastEdition = {
  "edition.yaml": "title: An edition\n",
  "texts/memo.md": "---\nid: memo\nnumber: 1\ntitle: A memorandum\n---\n\nOne.\n",
} as const satisfies FilesOnDisk;

/** Writes an edition into a folder of its own, which is gone when `use` is done. */
export async function withEditionOnDisk<Result>(
  files: FilesOnDisk,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "scholium-source-"));
  try {
    await writeFiles(folder, files);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes files of an edition into its folder. */
export async function writeFiles(folder: string, files: FilesOnDisk): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, "documents", path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/** The messages about an edition in a folder, as an editor sees them. */
export async function messagesOf(folder: string): Promise<readonly string[]> {
  const { diagnostics } = await readEdition(folder);
  return diagnostics.map(formatDiagnostic);
}
