import { createReadStream, createWriteStream } from "node:fs";
import {
  access,
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
} from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { type Headers, extract } from "tar-fs";

/** The browser within its unpacked folder. */
const PROGRAM = "chromium";

/** Shared libraries that a small Linux may lack, within the same folder. */
const LIBRARIES = "lib";

/**
 * Unpacks the browser that the lockfile pins into the user's cache, once for each version, and gives its path.
 * The package's own way puts it into the common temporary folder, where anybody's file of that name, one of
 * another version and one half unpacked would all be taken for it.
 */
export async function unpackPinnedBrowser(
  caches: readonly string[] = cacheFolders(),
): Promise<string> {
  const packed = fileURLToPath(new URL("../../bin/", import.meta.resolve("@sparticuz/chromium")));
  const name = `chromium-${await packedVersion(packed)}`;
  let trouble: unknown;
  for (const cache of caches) {
    try {
      return await unpackInto(path.join(cache, name), packed);
    } catch (error) {
      trouble = error;
    }
  }
  throw trouble;
}

/** The folder of shared libraries that came with an unpacked browser. */
export function librariesBeside(program: string): string {
  return path.join(path.dirname(program), LIBRARIES);
}

/** The user's cache, and a folder of their own in the temporary one where there is no home to write to. */
function cacheFolders(): readonly string[] {
  const home = process.env["XDG_CACHE_HOME"] ?? path.join(homedir(), ".cache");
  return [path.join(home, "scholium"), path.join(tmpdir(), `scholium-${process.getuid?.() ?? 0}`)];
}

async function packedVersion(packed: string): Promise<string> {
  const described: unknown = JSON.parse(
    await readFile(path.join(packed, "../package.json"), "utf8"),
  );
  const known = typeof described === "object" && described !== null && "version" in described;
  return known ? String(described.version) : "unknown";
}

/** Unpacks beside, and puts the whole in its place at once: half a browser is never taken for one. */
async function unpackInto(folder: string, packed: string): Promise<string> {
  const program = path.join(folder, PROGRAM);
  const cache = path.dirname(folder);
  await mkdir(cache, { recursive: true, mode: 0o700 });
  await assertOwn(cache);
  if (await exists(program)) return program;
  await clearLeftOvers(folder);
  const staging = await mkdtemp(`${folder}-`);
  try {
    const unpacked = path.join(staging, PROGRAM);
    await Promise.all([
      pipeline(
        createReadStream(path.join(packed, "chromium.br")),
        createBrotliDecompress(),
        createWriteStream(unpacked),
      ),
      ...["al2023", "swiftshader"].map((name) =>
        pipeline(
          createReadStream(path.join(packed, `${name}.tar.br`)),
          createBrotliDecompress(),
          extract(staging, { map: asOwn }),
        ),
      ),
    ]);
    await chmod(unpacked, 0o700);
    // Another build may have been quicker: then its folder stands, and is as good.
    await rename(staging, folder).catch(async (error: unknown) => {
      if (!(await exists(program))) throw error;
    });
    return program;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** How long unpacking may take before what it left is taken for a killed build's, in milliseconds. */
const LONGEST = 10 * 60_000;

/** Removes what killed builds left beside a folder. */
async function clearLeftOvers(folder: string): Promise<void> {
  const cache = path.dirname(folder);
  for (const name of await readdir(cache)) {
    if (!name.startsWith(`${path.basename(folder)}-`)) continue;
    const leftOver = path.join(cache, name);
    const { mtimeMs } = await lstat(leftOver);
    if (Date.now() - mtimeMs > LONGEST) await rm(leftOver, { recursive: true, force: true });
  }
}

/** What is unpacked is the user's, whoever packed it: root would give it to them. */
function asOwn(header: Headers): Headers {
  const { uid, gid } = header;
  return { ...header, uid: process.getuid?.() ?? uid, gid: process.getgid?.() ?? gid };
}

/** A folder of somebody else could hold somebody else's program. */
async function assertOwn(folder: string): Promise<void> {
  const { uid } = await lstat(folder);
  const own = process.getuid?.() ?? uid;
  if (uid !== own) throw new Error(`${folder} belongs to another user`);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
