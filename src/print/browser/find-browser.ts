import { access, constants } from "node:fs/promises";
import { join } from "node:path";
import { unpackPinnedBrowser } from "./pinned-browser.ts";

/** A browser that can be started, and how it was found. */
export interface FoundBrowser {
  readonly path: string;
  readonly origin: "named" | "pinned" | "installed";
}

/** What a search for a browser found, or what is wrong in words for the editor. */
export type BrowserSearch =
  { readonly found: FoundBrowser } | { readonly message: string; readonly mend: string };

/** Where a search looks; tests give their own. */
export interface BrowserSearchPlaces {
  readonly platform: NodeJS.Platform;
  readonly architecture: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Unpacks the browser that the lockfile pins. */
  readonly unpackPinned: () => Promise<string>;
  readonly isProgram: (path: string) => Promise<boolean>;
}

const MEND =
  "install Chrome, Chromium or Edge, or name one with --browser or SCHOLIUM_BROWSER; --no-pdf builds the website alone";

/** The browser to print with, in order: the one named, the one that the lockfile pins (Linux on x64), an installed Chrome, Chromium or Edge. */
export async function findBrowser(
  named: string | undefined,
  places: BrowserSearchPlaces = thisMachine,
): Promise<BrowserSearch> {
  const wanted = named ?? places.environment["SCHOLIUM_BROWSER"];
  if (wanted !== undefined && wanted !== "") {
    return (await places.isProgram(wanted))
      ? { found: { path: wanted, origin: "named" } }
      : {
          message: `the browser “${wanted}” is not there, or is not a program`,
          mend: "correct the path given by --browser or SCHOLIUM_BROWSER",
        };
  }
  let trouble = "";
  if (places.platform === "linux" && places.architecture === "x64") {
    try {
      return { found: { path: await places.unpackPinned(), origin: "pinned" } };
    } catch (error) {
      trouble = ` (the pinned browser could not be unpacked: ${reason(error)})`;
    }
  }
  for (const path of installedPaths(places)) {
    if (await places.isProgram(path)) return { found: { path, origin: "installed" } };
  }
  return { message: `no browser to print with was found${trouble}`, mend: MEND };
}

const MAC_APPLICATIONS = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];
const WINDOWS_PROGRAMS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];
const UNIX_PROGRAMS = [
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/usr/bin/microsoft-edge-stable",
  "/usr/bin/microsoft-edge",
];

/** Where browsers are installed on a platform, the likeliest first. */
export function installedPaths({
  platform,
  environment,
}: Pick<BrowserSearchPlaces, "platform" | "environment">): readonly string[] {
  if (platform === "darwin") {
    const folders = ["/Applications", join(environment["HOME"] ?? "", "Applications")];
    return folders.flatMap((folder) => MAC_APPLICATIONS.map((name) => join(folder, name)));
  }
  if (platform === "win32") {
    const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
      .map((name) => environment[name])
      .filter((folder) => folder !== undefined);
    return folders.flatMap((folder) => WINDOWS_PROGRAMS.map((name) => `${folder}\\${name}`));
  }
  return UNIX_PROGRAMS;
}

const thisMachine: BrowserSearchPlaces = {
  platform: process.platform,
  architecture: process.arch,
  environment: process.env,
  unpackPinned: unpackPinnedBrowser,
  isProgram: async (path) => {
    try {
      await access(path, process.platform === "win32" ? constants.F_OK : constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
};

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
