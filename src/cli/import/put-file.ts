import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describeMachineFailure } from "../failure.ts";
import { isRunning } from "../output/staging.ts";

/** What became of a file that was to be written. */
export type Put =
  | { readonly outcome: "written" | "unchanged" | "kept" | "swapped" }
  | { readonly outcome: "failed"; readonly why: string; readonly isFinal: boolean };

/** How a file is written. */
export interface Putting {
  /** The edition's folder, out of which nothing is ever written. */
  readonly folder: string;
  /** Whether a file that is there is swapped for the new one. */
  readonly force: boolean;
  /** Whether only to say what would become of it. */
  readonly dryRun: boolean;
}

/** How the names of files begin that are written beside their place; the process that writes them follows. */
const BESIDE = ".scholium-new-";

/** Removes what a killed import has left beside the places of its files. */
export function clearLeftovers(edition: string): void {
  const documents = path.join(edition, "documents");
  if (!existsSync(documents)) return;
  for (const { name, parentPath } of readdirSync(documents, {
    recursive: true,
    withFileTypes: true,
  })) {
    if (!name.startsWith(BESIDE)) continue;
    const maker = Number.parseInt(name.slice(BESIDE.length), 10);
    if (maker !== process.pid && !isRunning(maker))
      rmSync(path.join(parentPath, name), { force: true });
  }
}

/** After these nothing else can be written either. */
const FINAL: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EROFS"]);

/**
 * Writes a file whole or not at all: beside its place first, then put there in one step. A file that is there
 * stays, unless it is to be swapped. Nothing is awaited, so that an interrupt comes before or after, never between.
 */
export function putFile(file: string, content: Uint8Array, putting: Putting): Put {
  const target = path.join(putting.folder, ...file.split("/"));
  try {
    const there = thereAt(target);
    if (there === "other")
      return { outcome: "failed", why: "something else than a file is there", isFinal: false };
    if (there === "file" && Buffer.compare(readFileSync(target), content) === 0)
      return { outcome: "unchanged" };
    if (there !== "nothing" && !putting.force) return { outcome: "kept" };
    const outcome = there === "nothing" ? "written" : "swapped";
    if (putting.dryRun) return { outcome };
    makeFolder(path.dirname(target), putting.folder);
    return { outcome: moveIn(target, content, outcome) };
  } catch (error) {
    const why = error instanceof LeadsOut ? error.message : reasonOf(error);
    const isFinal = error instanceof Error && "code" in error && FINAL.has(String(error.code));
    return { outcome: "failed", why, isFinal };
  }
}

/** What the machine says, without the place: the report names the file. */
function reasonOf(error: unknown): string {
  const said = describeMachineFailure(error);
  return said === undefined ? String(error) : said.slice(said.lastIndexOf(": ") + 1).trim();
}

class LeadsOut extends Error {}

type There = "nothing" | "file" | "link" | "other";

function thereAt(target: string): There {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (!found) return "nothing";
  if (found.isSymbolicLink()) return "link";
  return found.isFile() ? "file" : "other";
}

function makeFolder(folder: string, edition: string): void {
  mkdirSync(edition, { recursive: true });
  const home = realpathSync(edition);
  // The deepest folder that is there must lie in the edition before anything is made in it.
  let there = folder;
  while (!lstatSync(there, { throwIfNoEntry: false })) there = path.dirname(there);
  const way = path.relative(home, realpathSync(there));
  if (way === ".." || way.startsWith(`..${path.sep}`) || path.isAbsolute(way))
    throw new LeadsOut("its folder is a link that leads out of the edition's folder");
  mkdirSync(folder, { recursive: true });
}

function moveIn(target: string, content: Uint8Array, outcome: "written" | "swapped") {
  const beside = path.join(
    path.dirname(target),
    `${BESIDE}${process.pid}-${randomBytes(4).toString("hex")}`,
  );
  try {
    const handle = openSync(beside, "wx", 0o666);
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (outcome === "swapped") {
      renameSync(beside, target);
      return outcome;
    }
    // A link is refused where a file has come meanwhile; a rename would take its place.
    return linkOrMove(beside, target) ? outcome : ("kept" as const);
  } finally {
    rmSync(beside, { force: true });
  }
}

function linkOrMove(beside: string, target: string): boolean {
  try {
    linkSync(beside, target);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EEXIST") return false;
    // Some disks know no links.
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(String(code))) throw error;
    if (lstatSync(target, { throwIfNoEntry: false })) return false;
    renameSync(beside, target);
    return true;
  }
}
