import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Audience } from "./desk.ts";

/** Lies in every output, so that a build replaces only what a build has made. */
export const OUTPUT_MARKER = ".scholium-output";

/** What students get says nothing of others. */
const texts: Readonly<Record<Audience, string>> = {
  students: "Made by Scholium. Each build replaces this folder as a whole.\n",
  instructors: "Made by Scholium for instructors. Each build replaces this folder as a whole.\n",
};

/** Marks an output as made by Scholium. */
export async function markOutput(folder: string, audience: Audience = "students"): Promise<void> {
  await writeFile(path.join(folder, OUTPUT_MARKER), texts[audience]);
}

/** For whom an output was made; nothing where a folder is none. */
export function audienceOfOutput(folder: string): Audience | undefined {
  try {
    const text = readFileSync(path.join(folder, OUTPUT_MARKER), "utf8");
    return text === texts.instructors ? "instructors" : "students";
  } catch {
    return undefined;
  }
}
