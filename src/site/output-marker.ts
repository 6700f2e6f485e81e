import { writeFile } from "node:fs/promises";
import path from "node:path";

/** Lies in every output, so that a build replaces only what a build has made. */
export const OUTPUT_MARKER = ".scholium-output";

const TEXT = "Made by Scholium. Each build replaces this folder as a whole.\n";

/** Marks an output as made by Scholium. */
export async function markOutput(folder: string): Promise<void> {
  await writeFile(path.join(folder, OUTPUT_MARKER), TEXT);
}
