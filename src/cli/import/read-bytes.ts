import { createReadStream, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { MOST_BYTES } from "../../importers/limits.ts";
import { Refusal } from "../../importers/refusal.ts";

/** All bytes of a file, or of what comes on a stream. Throws a `Refusal` where there are too many, without reading more. */
export async function readBytes(source: string | NodeJS.ReadableStream): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  const stream = typeof source === "string" ? createReadStream(source) : source;
  for await (const part of stream) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > MOST_BYTES)
      throw new Refusal(
        `it is larger than ${MOST_BYTES / 1024 / 1024} MB, the most that is read`,
        "split it",
      );
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** Reads files by their path from another file, as long as they lie in the folder that was given. */
export function readerBeside(file: string, root: string): (way: string) => Uint8Array | undefined {
  return (way) => {
    try {
      const target = realpathSync(path.resolve(path.dirname(file), ...way.split("/")));
      const home = realpathSync(root);
      if (!target.startsWith(home.endsWith(path.sep) ? home : home + path.sep)) return undefined;
      const found = statSync(target);
      return found.isFile() && found.size <= MOST_BYTES ? readFileSync(target) : undefined;
    } catch {
      return undefined;
    }
  };
}
