import { createReadStream, createWriteStream } from "node:fs";
import { access, chmod, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { type Headers, extract } from "tar-fs";
import { cacheFolders, clearLeftOvers, openCacheFolder } from "../cache/cache-folders.ts";

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
  await openCacheFolder(cache);
  if (await exists(program)) return program;
  await clearLeftOvers(cache, (name) => name.startsWith(`${path.basename(folder)}-`));
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

/** What is unpacked is the user's, whoever packed it: root would give it to them. */
function asOwn(header: Headers): Headers {
  const { uid, gid } = header;
  return { ...header, uid: process.getuid?.() ?? uid, gid: process.getgid?.() ?? gid };
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
