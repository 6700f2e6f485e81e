import { describe, expect, it } from "vitest";
import { type BrowserSearchPlaces, findBrowser, installedPaths } from "./find-browser.ts";

/** A machine with nothing on it. */
const bare: BrowserSearchPlaces = {
  platform: "linux",
  architecture: "x64",
  environment: {},
  unpackPinned: () => Promise.reject(new Error("no room left")),
  isProgram: () => Promise.resolve(false),
};

function withProgram(path: string): Partial<BrowserSearchPlaces> {
  return { isProgram: (asked) => Promise.resolve(asked === path) };
}

describe("the browser to print with", () => {
  it("is first the one that the command names", async () => {
    const places = {
      ...bare,
      ...withProgram("/opt/chrome"),
      environment: { SCHOLIUM_BROWSER: "/opt/other" },
    };
    expect(await findBrowser("/opt/chrome", places)).toEqual({
      found: { path: "/opt/chrome", origin: "named" },
    });
  });

  it("is then the one that the environment names", async () => {
    const places = {
      ...bare,
      ...withProgram("/opt/other"),
      environment: { SCHOLIUM_BROWSER: "/opt/other" },
    };
    expect(await findBrowser(undefined, places)).toEqual({
      found: { path: "/opt/other", origin: "named" },
    });
  });

  it("is never another than the one named", async () => {
    expect(
      await findBrowser("/opt/chrome", { ...bare, ...withProgram("/usr/bin/chromium") }),
    ).toEqual({
      message: "the browser “/opt/chrome” is not there, or is not a program",
      mend: "correct the path given by --browser or SCHOLIUM_BROWSER",
    });
  });

  it("is the pinned one on Linux", async () => {
    const places = { ...bare, unpackPinned: () => Promise.resolve("/unpacked/chromium") };
    expect(await findBrowser(undefined, places)).toEqual({
      found: { path: "/unpacked/chromium", origin: "pinned" },
    });
  });

  it("is an installed one where the pinned one cannot be unpacked", async () => {
    expect(await findBrowser(undefined, { ...bare, ...withProgram("/usr/bin/chromium") })).toEqual({
      found: { path: "/usr/bin/chromium", origin: "installed" },
    });
  });

  it("is an installed one on other machines, whatever their kind", async () => {
    for (const platform of ["darwin", "win32", "linux"] as const) {
      const environment = { HOME: "/Users/x", PROGRAMFILES: "C:\\Program Files" };
      const [path = ""] = installedPaths({ platform, environment });
      const places = {
        ...bare,
        ...withProgram(path),
        platform,
        architecture: "arm64",
        environment,
      };
      expect(await findBrowser(undefined, places)).toEqual({
        found: { path, origin: "installed" },
      });
    }
  });

  it("is missed with a way to mend it", async () => {
    expect(await findBrowser(undefined, bare)).toEqual({
      message:
        "no browser to print with was found (the pinned browser could not be unpacked: no room left)",
      mend: "install Chrome, Chromium or Edge, or name one with --browser or SCHOLIUM_BROWSER; --no-pdf builds the website alone",
    });
  });
});
