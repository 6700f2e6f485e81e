import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, type ZipFile, fromBufferPromise } from "yauzl";
import type { Input } from "../input.ts";
import { Refusal } from "../refusal.ts";
import { type ArchiveLimits, archiveLimits } from "./archive-limits.ts";
import { nameFault } from "./entry-names.ts";

/** The files of an archive by their paths within it, unpacked into memory and nowhere else. */
export type Archive = ReadonlyMap<string, Uint8Array>;

/** Which files are unpacked; the names and sizes of all are checked. */
export interface ArchiveOptions {
  readonly wants?: (path: string) => boolean;
  readonly limits?: ArchiveLimits;
}

/** How a zip archive begins; one that is empty begins with its end. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  const [p, k, third, fourth] = bytes;
  return (
    p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
  );
}

/**
 * Unpacks a zip archive within limits of number, size, ratio and names. Throws a `Refusal` for one that
 * passes them, is encrypted, damaged or cut off, or says another size than it has.
 */
export async function readArchive(
  { bytes }: Pick<Input, "bytes">,
  { wants = () => true, limits = archiveLimits }: ArchiveOptions = {},
): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await fromBufferPromise(buffer, { strictFileNames: true });
    return await unpack(zip, wants, limits);
  } catch (fault) {
    if (fault instanceof Refusal) throw fault;
    throw refusalOf(fault);
  }
}

async function unpack(
  zip: ZipFile,
  wants: (path: string) => boolean,
  limits: ArchiveLimits,
): Promise<Archive> {
  if (zip.entryCount > limits.entries) {
    throw tooLarge(`it holds ${zip.entryCount} files, more than ${limits.entries}`);
  }
  const entries = await checkedEntries(zip, limits);
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (entry.fileName.endsWith("/") || !wants(entry.fileName)) continue;
    if (entry.isEncrypted()) {
      throw new Refusal("it is protected with a password", "save it without a password");
    }
    const stream = await zip.openReadStreamPromise(entry);
    const unpacked = await gather(stream, entry.uncompressedSize);
    if (crc32(unpacked) !== entry.crc32) throw damaged();
    files.set(entry.fileName, unpacked);
  }
  return files;
}

/** Every entry is looked at before the first is unpacked, so that a bomb costs nothing. */
async function checkedEntries(zip: ZipFile, limits: ArchiveLimits): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  const names = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize: size, compressedSize } = entry;
    const fault = nameFault(fileName) ?? linkFault(entry);
    if (fault !== undefined) {
      throw new Refusal(fault, "take the file anew from where it comes from, or pack it anew");
    }
    if (names.has(fileName)) {
      throw new Refusal(
        `two files in it have the name "${shortened(fileName)}"`,
        "save it anew with the program that made it",
      );
    }
    names.add(fileName);
    total += size;
    if (size > limits.single || total > limits.total) {
      throw tooLarge(`unpacked it has more than ${megabytes(Math.min(size, total))} MB`);
    }
    if (size > limits.ratioFrom && size > compressedSize * limits.ratio) {
      throw tooLarge(
        `"${shortened(fileName)}" in it is ${Math.round(size / Math.max(1, compressedSize))} times larger unpacked than packed`,
      );
    }
    entries.push(entry);
  }
  return entries;
}

/** Unix keeps what kind of file an entry is in the upper half of its attributes. */
function linkFault({ externalFileAttributes, versionMadeBy, fileName }: Entry): string | undefined {
  const unix = versionMadeBy >>> 8 === 3;
  const kind = (externalFileAttributes >>> 16) & 0o170000;
  return unix && kind === 0o120000
    ? `"${shortened(fileName)}" in it is a link to another file`
    : undefined;
}

/** What a stream gives; never more than was announced, whatever the archive says. */
async function gather(stream: Readable, announced: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    if (!(piece instanceof Uint8Array)) continue;
    size += piece.byteLength;
    if (size > announced) {
      stream.destroy();
      throw new Refusal("a file in it is larger than it says", "save it anew");
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
}

function tooLarge(message: string): Refusal {
  return new Refusal(message, "look whether it is the right file; divide it if it is");
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1024 / 1024);
}

function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

/** What yauzl found wrong, in an editor's words. */
function refusalOf(fault: unknown): Refusal {
  const said = fault instanceof Error ? fault.message : String(fault);
  if (/encrypt/iu.test(said)) {
    return new Refusal("it is protected with a password", "save it without a password");
  }
  if (/multi-disk/u.test(said)) {
    return new Refusal("it is one part of an archive of several", "pack it as one file");
  }
  if (/compression method/iu.test(said)) {
    return new Refusal("it is packed in a way that is not known", "save it anew");
  }
  if (/absolute path|relative path|characters in fileName/u.test(said)) {
    return new Refusal(
      "a file in it has a name that leads out of it",
      "take the file anew from where it comes from, or pack it anew",
    );
  }
  return damaged();
}

function damaged(): Refusal {
  return new Refusal(
    "it is damaged or cut off: it cannot be unpacked",
    "take the file anew from where it comes from",
  );
}
