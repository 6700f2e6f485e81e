import { readdir, stat } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { keyOf } from "./print-cache.ts";

/** Where fonts lie that a browser takes for letters which the edition's own lack, by platform. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ["/System/Library/Fonts", "/Library/Fonts", path.join(homedir(), "Library/Fonts")],
  linux: [
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    path.join(homedir(), ".fonts"),
    path.join(process.env["XDG_DATA_HOME"] ?? path.join(homedir(), ".local/share"), "fonts"),
    "/etc/fonts/conf.d",
    path.join(process.env["XDG_CONFIG_HOME"] ?? path.join(homedir(), ".config"), "fontconfig"),
  ],
  win32: [
    path.join(process.env["WINDIR"] ?? "C:\\Windows", "Fonts"),
    path.join(process.env["LOCALAPPDATA"] ?? homedir(), "Microsoft/Windows/Fonts"),
  ],
};

/** A hash that changes when fonts come to this machine or go: its folders' times tell. */
export async function fontsOfMachine(
  places: readonly string[] = PLACES[process.platform] ?? [],
): Promise<string> {
  const told = await Promise.all(places.map(timesOf));
  return keyOf(...told.flat());
}

async function timesOf(folder: string): Promise<readonly string[]> {
  try {
    const { mtimeMs } = await stat(folder);
    const entries = await readdir(folder, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const within = folders.sort().map((name) => timesOf(path.join(folder, name)));
    return [folder, String(mtimeMs), ...(await Promise.all(within)).flat()];
  } catch {
    return [folder, "not there"];
  }
}
