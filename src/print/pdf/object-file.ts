import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

/** Where a reader's program finds an object: `[1, offset in the file]`, or `[2, stream, index in it]`. */
type Place = readonly [kind: 1, offset: number] | readonly [kind: 2, stream: number, index: number];

/** So many small objects are packed into one stream: more are smaller in sum, and slower to open one by one. */
const PACKED_TOGETHER = 100;

/** Objects on their way into a file. */
export interface ObjectFile {
  /** Takes a number for an object that is put later. */
  readonly reserve: () => number;
  readonly put: (number: number, text: string, stream?: Uint8Array) => void;
  /** The whole file. */
  readonly end: (root: number, info: number) => Uint8Array;
}

/** Small objects that are compressed together. */
interface Pack {
  readonly numbers: readonly number[];
  readonly entries: string;
  readonly packed: Uint8Array;
}

/** Writes objects as a PDF, in the order in which they are put, small ones packed and compressed. */
export function objectFile(): ObjectFile {
  const parts: Uint8Array[] = [];
  const places: Place[] = [];
  const packs: Pack[] = [];
  let small: { readonly number: number; readonly text: string }[] = [];
  let length = 0;
  let last = 0;
  const write = (bytes: Uint8Array): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  const putAlone = (number: number, text: string, stream: Uint8Array): void => {
    places[number] = [1, length];
    write(latin(`${number} 0 obj\n${text}\nstream\n`));
    write(stream);
    write(latin("\nendstream\nendobj\n"));
  };
  const putPacked = (number: number, entries: string, packed: Uint8Array): void =>
    putAlone(number, `<<${entries}/Filter/FlateDecode/Length ${packed.length}>>`, packed);
  const packSmall = (): void => {
    let offset = 0;
    let numbers = "";
    let bodies = "";
    for (const { number, text } of small) {
      numbers += `${number} ${offset} `;
      bodies += `${text}\n`;
      offset += text.length + 1;
    }
    packs.push({
      numbers: small.map(({ number }) => number),
      entries: `/Type/ObjStm/N ${small.length}/First ${numbers.length}`,
      packed: deflateSync(latin(numbers + bodies)),
    });
    small = [];
  };
  // The second line tells programs that pass files on that it is no text.
  write(latin("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"));
  return {
    reserve: () => (last += 1),
    put: (number, text, stream) => {
      if (stream) putAlone(number, text, stream);
      else if (small.push({ number, text }) === PACKED_TOGETHER) packSmall();
    },
    end: (root, info) => {
      if (small.length > 0) packSmall();
      for (const { numbers, entries, packed } of packs) {
        const stream = (last += 1);
        numbers.forEach((number, index) => (places[number] = [2, stream, index]));
        putPacked(stream, entries, packed);
      }
      const hash = createHash("sha256");
      for (const part of parts) hash.update(part);
      const id = hash.digest("hex").slice(0, 32);
      const table = (last += 1);
      const start = length;
      places[table] = [1, start];
      putPacked(
        table,
        `/Type/XRef/Size ${table + 1}/W[1 4 2]/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]`,
        deflateSync(crossReferences(places, table + 1)),
      );
      write(latin(`startxref\n${start}\n%%EOF\n`));
      return Buffer.concat(parts);
    },
  };
}

/** A line of seven bytes for each number: what kind, where, and which there. */
function crossReferences(places: readonly (Place | undefined)[], size: number): Uint8Array {
  const lines = Buffer.alloc(7 * size);
  for (let number = 0; number < size; number += 1) {
    // A number without an object is free; the first of them may never be used again.
    const [kind, where, which = 0] = places[number] ?? [0, 0, number === 0 ? 65_535 : 0];
    lines.writeUInt8(kind, 7 * number);
    lines.writeUInt32BE(where, 7 * number + 1);
    lines.writeUInt16BE(which, 7 * number + 5);
  }
  return lines;
}

function latin(text: string): Uint8Array {
  return Buffer.from(text, "latin1");
}
