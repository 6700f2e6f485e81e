import { Module, createRequire } from "node:module";

/**
 * Makes a thread lean in which pdf.js does nothing but read. To be called before pdf.js is loaded, which would take
 * a program for drawing into every thread, unpack through streams, three for each page, and copy whatever goes from
 * one half of it to the other as if these were apart.
 */
export function makeLean(): void {
  for (const name of NEEDED_TO_LOAD) Reflect.set(globalThis, name, Undrawn);
  leaveOutCanvas();
  // Without it pdf.js unpacks by itself.
  Reflect.deleteProperty(globalThis, "DecompressionStream");
  Reflect.set(globalThis, "structuredClone", copyOf);
}

/** Stands for what pdf.js draws with. */
class Undrawn {
  readonly drawn = false;
}

/** What pdf.js makes one of, or warns of, when it is loaded. */
const NEEDED_TO_LOAD = ["DOMMatrix", "ImageData", "Path2D"];

/** Lets pdf.js find an empty module in place of the program for drawing, where it has one. */
function leaveOutCanvas(): void {
  const require = createRequire(import.meta.url);
  const ofPdfJs = createRequire(require.resolve("pdfjs-dist/package.json"));
  try {
    const canvas = ofPdfJs.resolve("@napi-rs/canvas");
    const empty = new Module(canvas);
    empty.loaded = true;
    require.cache[canvas] = empty;
  } catch {
    // It is not there.
  }
}

const cloneByMachine = globalThis.structuredClone;

/** A copy of plain data; of what is more, or is to be given away, as JavaScript makes it. */
function copyOf(value: unknown, options?: StructuredSerializeOptions): unknown {
  if (options) return cloneByMachine(value, options);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => copyOf(each));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return cloneByMachine(value);
  const copy: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) copy[key] = copyOf(each);
  return copy;
}
