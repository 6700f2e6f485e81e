import { constants } from "node:fs";
import { access, lstat, mkdir, readdir, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import path from "node:path";

/** Where Scholium keeps what can be made again, the best first: the user's cache, and a folder of their own in the temporary one where there is no home to write to. */
export function cacheFolders(): readonly string[] {
  const home = process.env["XDG_CACHE_HOME"] ?? path.join(homedir(), ".cache");
  return [path.join(home, "scholium"), path.join(tmpdir(), `scholium-${process.getuid?.() ?? 0}`)];
}

/** Makes a cache folder if need be. One of somebody else could hold somebody else's program or pages. */
export async function openCacheFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid } = await lstat(folder);
  const own = process.getuid?.() ?? uid;
  if (uid !== own) throw new Error(`${folder} belongs to another user`);
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
}

/** How long making something may take before what it left is taken for a killed build's, in milliseconds. */
const LONGEST = 10 * 60_000;

/** Removes what killed builds left in a folder: whatever is named so and was not touched for a while. */
export async function clearLeftOvers(
  folder: string,
  isLeftOver: (name: string) => boolean,
): Promise<void> {
  for (const name of (await readdir(folder)).filter(isLeftOver)) {
    const leftOver = path.join(folder, name);
    // Another build may be clearing up as well.
    const found = await lstat(leftOver).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > LONGEST)
      await rm(leftOver, { recursive: true, force: true });
  }
}
