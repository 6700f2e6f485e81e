/** An object of a segment: what is written of it, and what follows that as a stream. */
export interface SegmentObject {
  /**
   * Its value. `12 0 R` is the segment's own object of that number, `12 0 H` an object that segments have in common,
   * `12 0 K` a key of the tree of parents; texts are in hexadecimal, so that nothing else looks like these.
   */
  readonly text: string;
  readonly stream?: Uint8Array;
}

/** An object that other segments may have as well, such as a font; known by the hash of all that it consists of. */
export interface SharedObject extends SegmentObject {
  readonly hash: string;
}

/** A point on a page, in points from the lower left corner. */
export interface PlaceOnPage {
  /** Counted from 0 within the segment. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** A printed segment mended so that it can be joined with others without being read again. */
export interface MendedSegment {
  /** Their numbers begin at `FIRST_OWN`. */
  readonly objects: readonly SegmentObject[];
  readonly shared: readonly SharedObject[];
  /** The own number of the node that holds its pages, and of each of these. */
  readonly tree: number;
  readonly pages: readonly number[];
  /** Own numbers of the elements that stand first in the tree of its structure. */
  readonly elements: readonly number[];
  /** For each key of the tree of parents what belongs to it, written as the text of an object. */
  readonly parents: readonly string[];
  /** Names of elements, and their own numbers. */
  readonly ids: readonly { readonly id: string; readonly object: number }[];
  /** What links may lead to. */
  readonly targets: readonly ({ readonly id: string } & PlaceOnPage)[];
  /** Where its own links lead. */
  readonly linked: readonly string[];
  readonly headings: readonly ({
    readonly bookmark: string;
    readonly level: number;
  } & PlaceOnPage)[];
}

/** Stands for the element that holds the whole document. */
export const DOCUMENT = 0;
/** Stands for the node that holds the pages of all segments. */
export const ALL_PAGES = 1;
/** The number of a segment's first object of its own. */
export const FIRST_OWN = 2;

/** A mended segment as a row of bytes, to be kept. */
export function packSegment(segment: MendedSegment): Uint8Array {
  const streams: Uint8Array[] = [];
  const packed = (object: SegmentObject): unknown => {
    const { stream, ...rest } = object;
    if (!stream) return rest;
    streams.push(stream);
    return { ...rest, length: stream.length };
  };
  const head = Buffer.from(
    JSON.stringify({
      ...segment,
      objects: segment.objects.map(packed),
      shared: segment.shared.map(packed),
    }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32BE(head.length);
  return Buffer.concat([size, head, ...streams]);
}

/** A segment as it was before it was packed. The bytes must be those that were packed. */
export function unpackSegment(bytes: Uint8Array): MendedSegment {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = 4 + buffer.readUInt32BE(0);
  // What was packed here, and is kept by its hash.
  const head: PackedSegment = JSON.parse(buffer.toString("utf8", 4, end));
  let at = end;
  const unpacked = <Packed extends SegmentObject>(
    object: Packed & { readonly length?: number },
  ): Packed => {
    const { length } = object;
    if (length === undefined) return object;
    at += length;
    return { ...object, stream: buffer.subarray(at - length, at) };
  };
  return { ...head, objects: head.objects.map(unpacked), shared: head.shared.map(unpacked) };
}

interface PackedSegment extends MendedSegment {
  readonly objects: readonly (SegmentObject & { readonly length?: number })[];
  readonly shared: readonly (SharedObject & { readonly length?: number })[];
}
