import type { WrappedPdfiumModule } from "@embedpdf/pdfium";

/** A piece of PDFium's memory in which it puts what it is asked for. */
export interface Scratch {
  /** What is written there by a function that is given where, and how many bytes there is room for, and says how many it takes. */
  readonly text: (write: (place: number, room: number) => number) => string;
  /** The same of a function that says it at a place of its own, where it finds how much room there is. */
  readonly sizedText: (write: (place: number, room: number, size: number) => void) => string;
  /** Numbers that are written there by a function that is given where: the first at that place, each of four bytes; nothing where it says so. */
  readonly numbers: (count: number, write: (place: number) => boolean) => Float32Array | undefined;
  readonly free: () => void;
}

const ENOUGH_FOR_MOST = 4096;
const BYTES_OF_A_LETTER = 2;

const BYTES_OF_A_SIZE = 4;

/** Takes a piece of memory, which grows to what is asked for. */
export function makeScratch({ pdfium }: WrappedPdfiumModule): Scratch {
  const { malloc, free } = pdfium.wasmExports;
  const decoder = new TextDecoder("utf-16le");
  const size = malloc(BYTES_OF_A_SIZE);
  let room = ENOUGH_FOR_MOST;
  let place = malloc(room);
  const text: Scratch["text"] = (write) => {
    let taken = write(place, room);
    if (taken > room) {
      free(place);
      room = taken;
      place = malloc(room);
      taken = write(place, room);
    }
    // The last is a zero.
    const end = place + Math.max(0, taken - BYTES_OF_A_LETTER);
    return decoder.decode(pdfium.HEAPU8.subarray(place, end));
  };
  return {
    text,
    sizedText: (write) =>
      text((at, bytes) => {
        pdfium.setValue(size, bytes, "i32");
        write(at, bytes, size);
        return pdfium.getValue(size, "i32");
      }),
    numbers: (count, write) =>
      write(place) ? new Float32Array(pdfium.HEAPU8.buffer, place, count) : undefined,
    free() {
      free(place);
      free(size);
    },
  };
}
