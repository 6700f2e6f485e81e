import { crc32 } from "node:zlib";

/** A file that is to be packed. */
export type PackedFile = readonly [path: string, bytes: Uint8Array];

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;
/** 1 January 1980, the first day that the format knows: archives must not depend on the clock. */
const FIRST_DAY = 0x0021;

/** Packs files into a zip archive without compressing them. The same files give the same bytes. */
export function storeArchive(files: readonly PackedFile[]): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [path, bytes] of files) {
    const name = Buffer.from(path, "utf8");
    const sum = crc32(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(LOCAL, 0);
    writeCommon(local, 4, sum, bytes.byteLength, name.byteLength);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(CENTRAL, 0);
    central.writeUInt16LE(VERSION, 4);
    writeCommon(central, 6, sum, bytes.byteLength, name.byteLength);
    central.writeUInt32LE(offset, 42);
    locals.push(local, name, Buffer.from(bytes));
    centrals.push(central, name);
    offset += local.byteLength + name.byteLength + bytes.byteLength;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.byteLength, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** What a file's own header and its entry in the directory share. */
function writeCommon(header: Buffer, at: number, sum: number, size: number, name: number): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(FLAGS, at + 2);
  header.writeUInt16LE(0, at + 4);
  header.writeUInt16LE(0, at + 6);
  header.writeUInt16LE(FIRST_DAY, at + 8);
  header.writeUInt32LE(sum, at + 10);
  header.writeUInt32LE(size, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name, at + 22);
}
