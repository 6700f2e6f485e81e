import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

/** A day, since archives keep one and tests must not know today's. */
const DAY = new Date(2000, 0, 1);

/** Packs files into a zip archive as other programs do: compressed, with a fixed date. */
export async function packed(
  files: Readonly<Record<string, string | Uint8Array>>,
  { compress = true }: { readonly compress?: boolean } = {},
): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), path, { mtime: DAY, compress });
  }
  zip.end();
  return await buffer(zip.outputStream);
}
