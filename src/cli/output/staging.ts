import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { OUTPUT_MARKER } from "../../site/output-marker.ts";
import { cleaningUp } from "../interrupts.ts";

/*
 * An output is made in a staging folder beside its place and put there whole. Beside it, since only
 * within one file system is a rename one step. The names of staging folders carry the process that
 * made them, so that a later build can tell what a killed one has left behind.
 */

const STAGING = "staging";
const SET_ASIDE = "old";

/** Lends a new folder beside `output`; what is still there afterwards is removed, whatever happened. */
export async function withStagingFolder<Result>(
  output: string,
  use: (staging: string) => Promise<Result>,
): Promise<Result> {
  await mkdir(path.dirname(output), { recursive: true });
  await clearLeftovers(output);
  const staging = neighbour(output, STAGING);
  return cleaningUp(
    () => remove(staging),
    async () => {
      try {
        // Not mkdtemp, whose folders nobody else may read: this one will be what a web server reads.
        mkdirSync(staging);
        return await use(staging);
      } finally {
        remove(staging);
      }
    },
  );
}

/**
 * Puts the staging folder in the output's place. One go without awaiting anything, so that no signal
 * comes between the two renames; if the second fails, the last good output is put back.
 * Where two builds end at once each puts its own in whole, and the later one stays.
 */
export function swapIn(staging: string, output: string): void {
  for (;;) {
    const old = setAside(output);
    try {
      renameSync(staging, output);
    } catch (error) {
      if (isTaken(error)) {
        if (old !== undefined) remove(old);
        continue;
      }
      if (old !== undefined) renameSync(old, output);
      throw error;
    }
    if (old !== undefined) remove(old);
    return;
  }
}

/** Takes an earlier output away, if a build has made it. */
export function removeOutput(output: string): void {
  if (!existsSync(path.join(output, OUTPUT_MARKER))) return;
  const old = setAside(output);
  if (old !== undefined) remove(old);
}

function setAside(output: string): string | undefined {
  const old = neighbour(output, SET_ASIDE);
  try {
    renameSync(output, old);
    return old;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Whether another build has put its output there just now. */
function isTaken(error: unknown): boolean {
  return ["ENOTEMPTY", "EEXIST"].includes(codeOf(error));
}

/** Removes what killed builds of this output have left, and puts back an output that one had set aside. */
async function clearLeftovers(output: string): Promise<void> {
  const parent = path.dirname(output);
  for (const name of (await readdir(parent)).sort()) {
    const left = readName(output, name);
    if (!left || isRunning(left.process)) continue;
    const folder = path.join(parent, name);
    if (left.purpose === SET_ASIDE && !existsSync(output)) renameSync(folder, output);
    else remove(folder);
  }
}

function neighbour(output: string, purpose: string): string {
  const mark = randomBytes(4).toString("hex");
  return path.join(
    path.dirname(output),
    `.scholium-${purpose}-${path.basename(output)}-${process.pid}-${mark}`,
  );
}

function readName(output: string, name: string) {
  for (const purpose of [STAGING, SET_ASIDE]) {
    const head = `.scholium-${purpose}-${path.basename(output)}-`;
    const [, digits] = name.startsWith(head)
      ? (/^(\d+)-[0-9a-f]{8}$/.exec(name.slice(head.length)) ?? [])
      : [];
    if (digits !== undefined) return { purpose, process: Number(digits) };
  }
  return undefined;
}

/** Whether a process is there. */
export function isRunning(id: number): boolean {
  try {
    // Signal 0 only asks. A process of somebody else answers with EPERM, and runs.
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Removes a folder if it can. What cannot be removed now does no harm, and the next build tries again. */
function remove(folder: string): void {
  try {
    // Tried again, since files may still be arriving when the process is interrupted.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  } catch {
    return;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}
