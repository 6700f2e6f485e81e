import { deflateSync } from "node:zlib";
import { PDFCatalog, PDFName, PDFRawStream, PDFStream } from "@cantoo/pdf-lib";
import type { PDFDocument, PDFObject, PDFRef } from "@cantoo/pdf-lib";

/** Where a reader's program finds an object: `[1, offset in the file]`, or `[2, stream, index in it]`. */
type Place = readonly [kind: 1, offset: number] | readonly [kind: 2, stream: number, index: number];

/** So many small objects are packed into one stream: more are smaller in sum, and slower to open one by one. */
const PACKED_TOGETHER = 100;

/**
 * Writes a PDF's objects as a file, small ones packed and compressed. The library's own writer looks
 * through its whole table for each object, which takes the longer the longer a book is.
 */
export function writePdf({ context }: PDFDocument): Uint8Array {
  const parts: Uint8Array[] = [];
  const places = new Map<number, Place>();
  let length = 0;
  const put = (bytes: Uint8Array): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  const putObject = (
    number: number,
    generation: number,
    ...content: readonly Uint8Array[]
  ): void => {
    places.set(number, [1, length]);
    put(latin(`${number} ${generation} obj\n`));
    content.forEach(put);
    put(latin("\nendobj\n\n"));
  };
  const putStream = (number: number, entries: string, content: Uint8Array): void => {
    const packed = deflateSync(content);
    const dictionary = `<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>`;
    putObject(number, 0, latin(`${dictionary}\nstream\n`), packed, latin("\nendstream"));
  };

  put(bytesOf(context.header));
  put(latin("\n"));
  const small: (readonly [PDFRef, PDFObject])[] = [];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (isContainer(object)) continue;
    const alone = object instanceof PDFStream || object instanceof PDFCatalog;
    if (alone || ref.generationNumber > 0) {
      putObject(ref.objectNumber, ref.generationNumber, bytesOf(object));
    } else {
      small.push([ref, object]);
    }
  }
  let last = context.largestObjectNumber;
  for (let at = 0; at < small.length; at += PACKED_TOGETHER) {
    const stream = (last += 1);
    const pack = small.slice(at, at + PACKED_TOGETHER);
    pack.forEach(([{ objectNumber }], index) => places.set(objectNumber, [2, stream, index]));
    const { first, content } = packObjects(pack);
    putStream(stream, `/Type /ObjStm /N ${pack.length} /First ${first}`, content);
  }

  const table = last + 1;
  const start = length;
  places.set(table, [1, start]);
  const { Root, Info, ID } = context.trailerInfo;
  const trailer = [
    `/Type /XRef /Size ${table + 1} /W [ 1 4 2 ]`,
    ...(Root ? [`/Root ${Root.toString()}`] : []),
    ...(Info ? [`/Info ${Info.toString()}`] : []),
    ...(ID ? [`/ID ${ID.toString()}`] : []),
  ];
  putStream(table, trailer.join(" "), crossReferences(places, table + 1));
  put(latin(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** Objects that held others in the file that was read, whose contents are written anew. */
function isContainer(object: PDFObject): boolean {
  if (!(object instanceof PDFRawStream)) return false;
  const type = object.dict.get(PDFName.of("Type"));
  return type === PDFName.of("XRef") || type === PDFName.of("ObjStm");
}

function packObjects(pack: readonly (readonly [PDFRef, PDFObject])[]): {
  readonly first: number;
  readonly content: Uint8Array;
} {
  let offset = 0;
  const numbers: string[] = [];
  const bodies: Uint8Array[] = [];
  for (const [{ objectNumber }, object] of pack) {
    const body = bytesOf(object);
    numbers.push(`${objectNumber} ${offset} `);
    bodies.push(body, latin("\n"));
    offset += body.length + 1;
  }
  const head = latin(numbers.join(""));
  return { first: head.length, content: Buffer.concat([head, ...bodies]) };
}

/** A line of seven bytes for each number: what kind, where, and which there. */
function crossReferences(places: ReadonlyMap<number, Place>, size: number): Uint8Array {
  const lines = Buffer.alloc(7 * size);
  for (let number = 0; number < size; number += 1) {
    const place = places.get(number);
    // A number without an object is free; the first of them may never be used again.
    const [kind, where, which = 0] = place ?? [0, 0, number === 0 ? 65_535 : 0];
    lines.writeUInt8(kind, 7 * number);
    lines.writeUInt32BE(where, 7 * number + 1);
    lines.writeUInt16BE(which, 7 * number + 5);
  }
  return lines;
}

function bytesOf(object: Pick<PDFObject, "sizeInBytes" | "copyBytesInto">): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

function latin(text: string): Uint8Array {
  return Buffer.from(text, "latin1");
}
