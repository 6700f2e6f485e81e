import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OWN_ORIGIN, type OwnFolders, ownFile } from "./own-files.ts";

let root: string;
let folders: OwnFolders;

beforeAll(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), "scholium-own-")));
  for (const name of [
    "site/readers/a.html",
    "site/a b.png",
    "mine/print.css",
    "theirs/print.css",
  ]) {
    await mkdir(path.join(root, path.dirname(name)), { recursive: true });
    await writeFile(path.join(root, name), "");
  }
  await writeFile(path.join(root, "theirs/print-a4.css"), "");
  await writeFile(path.join(root, "secret"), "");
  await symlink(path.join(root, "secret"), path.join(root, "site/link"));
  folders = {
    "/": [path.join(root, "site")],
    "/print/": [path.join(root, "mine"), path.join(root, "theirs")],
  };
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe("files that a page may read", () => {
  it.each([
    ["/readers/a.html", "site/readers/a.html"],
    ["/a%20b.png", "site/a b.png"],
    ["/print/print.css", "mine/print.css"],
    ["/print/print-a4.css", "theirs/print-a4.css"],
  ])("%s is %s", async (address, file) => {
    expect(await ownFile(OWN_ORIGIN + address, folders)).toBe(path.join(root, file));
  });

  it.each([
    ["another host", "https://example.org/readers/a.html"],
    ["a host that begins alike", `${OWN_ORIGIN}.example.org/readers/a.html`],
    ["a file of the machine", "file:///etc/passwd"],
    ["what is not there", `${OWN_ORIGIN}/nothing.html`],
    ["a folder", `${OWN_ORIGIN}/readers`],
    ["the folder above", `${OWN_ORIGIN}/../secret`],
    ["the folder above, in disguise", `${OWN_ORIGIN}/%2e%2e/secret`],
    ["the folder above, in another", `${OWN_ORIGIN}/..%2fsecret`],
    ["a link that leads out", `${OWN_ORIGIN}/link`],
    ["a letter that no name has", `${OWN_ORIGIN}/%00`],
    ["what is no text", `${OWN_ORIGIN}/%ff`],
  ])("%s is refused", async (_, address) => {
    expect(await ownFile(address, folders)).toBeUndefined();
  });
});
