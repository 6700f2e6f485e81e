import { createHash } from "node:crypto";
import { readFile, readdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { packageStyles } from "../../site/package-folders.ts";
import { fontsOfMachine } from "./fonts-of-machine.ts";
import { keyOf } from "./print-cache.ts";

/** What prints: its version, and the program that was started. */
export interface PrintingBrowser {
  readonly version: () => Promise<string>;
  readonly process: () => { readonly spawnfile: string } | null;
}

/**
 * A hash of all that decides how pages come out besides the text and its pictures: the browser, our own code, the
 * packages that it is built on, the machine's fonts, the styles. Styles are read each time: a preview sees them change.
 */
export async function engineFingerprint(browser: PrintingBrowser, folder: string): Promise<string> {
  standing ??= standingParts();
  const [parts, program, ...styles] = await Promise.all([
    standing,
    describeBrowser(browser),
    hashOfFolder(packageStyles),
    hashOfFolder(path.join(folder, "styles")),
  ]);
  return keyOf(...parts, program, ...styles);
}

let standing: Promise<readonly string[]> | undefined;

/** Read from the environment by the browser's way of choosing fonts. */
const ENVIRONMENT = ["LANG", "LC_ALL", "LC_CTYPE", "FONTCONFIG_FILE", "FONTCONFIG_PATH"];

/** What does not change while a process runs. */
async function standingParts(): Promise<readonly string[]> {
  const read = await Promise.all([hashOfCode(), versionsOfPackages(), fontsOfMachine()]);
  const machine = `${process.version} ${process.platform} ${process.arch}`;
  return [...read, machine, ...ENVIRONMENT.map((name) => process.env[name] ?? "")];
}

/** A hash of our own code and of the packages that it is built on: what decides a citation besides its style and what is cited. */
export async function codeFingerprint(): Promise<string> {
  return keyOf(process.version, ...(await Promise.all([hashOfCode(), versionsOfPackages()])));
}

/** Rooms whose code never has a hand in a page. */
const ELSEWHERE: ReadonlySet<string> = new Set(["cli", "importers", "testing"]);

/** Our own code as it runs: compiled in `dist/`, or as it is written in `src/`. */
async function hashOfCode(): Promise<string> {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const written = path.extname(import.meta.url);
  return hashOfFolder(root, (name) => {
    const [room = ""] = name.split(path.sep);
    return name.endsWith(written) && !ELSEWHERE.has(room) && !/\.d\.ts$|\.test\.[jt]s$/.test(name);
  });
}

/** The versions of all packages that Scholium names as its own. */
async function versionsOfPackages(): Promise<string> {
  const manifest = await readJson(fileURLToPath(new URL("../../../package.json", import.meta.url)));
  const named = Object.keys(recordOf(manifest["dependencies"])).sort();
  const versions = named.map(async (name) => `${name} ${await versionOf(name)}`);
  return [String(manifest["version"]), ...(await Promise.all(versions))].join("\n");
}

const require = createRequire(import.meta.url);

/** Looked for as Node does: many packages do not give their manifest to those who ask for it by name. */
async function versionOf(name: string): Promise<string> {
  for (const modules of require.resolve.paths(name) ?? []) {
    const manifest = await readJson(path.join(modules, name, "package.json")).catch(
      () => undefined,
    );
    if (manifest) return String(manifest["version"]);
  }
  return "";
}

async function readJson(file: string): Promise<Readonly<Record<string, unknown>>> {
  return recordOf(JSON.parse(await readFile(file, "utf8")));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** Two programs may go by one version: distributions build their own. */
async function describeBrowser(browser: PrintingBrowser): Promise<string> {
  const program = browser.process()?.spawnfile;
  const found = program === undefined ? undefined : await stat(program).catch(() => undefined);
  return `${await browser.version()} ${found?.size} ${found?.mtimeMs}`;
}

/** A hash over the files of a folder, their names and what they hold; of a folder that is not there too. */
async function hashOfFolder(
  folder: string,
  takesPart: (name: string) => boolean = () => true,
): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter(takesPart)
    .sort();
  // One that goes away meanwhile, as editors' programs do when they save, is as if it were empty.
  const read = names.map((name) => readFile(path.join(folder, name)).catch(() => Buffer.alloc(0)));
  const contents = await Promise.all(read);
  const hash = createHash("sha256");
  for (const [at, name] of names.entries()) hash.update(keyOf(name, contents[at] ?? ""));
  return hash.digest("hex");
}
