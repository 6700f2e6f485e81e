import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { mendCharacterMap } from "./character-maps.ts";
import type { SharedObject } from "./mended-segment.ts";
import {
  PdfName,
  PdfReference,
  type PdfValue,
  hexadecimal,
  written,
  writtenName,
} from "./objects.ts";
import { PdfText } from "./objects.ts";
import { type PdfFile, streamText } from "./read-objects.ts";

/** What pages draw with: fonts, pictures, states. */
export interface SharedObjects {
  readonly all: readonly SharedObject[];
  /** A value of a page's, its references led to what segments have in common. */
  readonly write: (value: PdfValue) => string;
}

/** Chromium names each font of a file by the letters of its place in the row of them. */
const PREFIX = /^[A-Z]{6}\+/;
const NAMES_OF_FONTS: ReadonlySet<string> = new Set(["BaseFont", "FontName"]);

/** Gathers objects that are the same wherever they are the same to the byte, and mends the fonts among them. */
export function shareObjects(file: PdfFile): SharedObjects {
  const all: SharedObject[] = [];
  const numbers = new Map<number, number>();
  const hashes = new Map<string, number>();

  const share = (number: number, key: string, prefix: string): number => {
    const before = numbers.get(number);
    if (before !== undefined) return before;
    const { value, stream } = file.object(number);
    const own = prefix === "" ? prefixOf(file, value) : prefix;
    const mended =
      stream && key === "ToUnicode"
        ? mendMap(streamText(file, new PdfReference(number)))
        : { value, stream };
    const text = write(mended.value, key, own);
    const hash = createHash("sha256");
    // What it leads to counts by what that is.
    hash.update(
      text.replaceAll(/(\d+) 0 H/g, (_, index: string) => all[Number(index)]?.hash ?? ""),
    );
    if (mended.stream) hash.update("\n").update(mended.stream);
    const digest = hash.digest("hex").slice(0, 32);
    const index =
      hashes.get(digest) ??
      all.push({
        hash: digest,
        text,
        ...(mended.stream ? { stream: mended.stream } : {}),
      }) - 1;
    hashes.set(digest, index);
    numbers.set(number, index);
    return index;
  };
  const write = (value: PdfValue, key: string, prefix: string): string => {
    if (value instanceof PdfReference) return `${share(value.number, key, prefix)} 0 H`;
    if (value instanceof Map) {
      const entries = [...value].map(
        ([name, entry]) => `${writtenName(name)} ${write(entry, name, prefix)}`,
      );
      return `<<${entries.join("")}>>`;
    }
    if (Array.isArray(value)) {
      return `[${value.map((each) => write(each, key, prefix)).join(" ")}]`;
    }
    if (value instanceof PdfName && prefix !== "" && NAMES_OF_FONTS.has(key)) {
      return writtenName(value.name.replace(PREFIX, `${prefix}+`));
    }
    return value instanceof PdfText ? hexadecimal(value.bytes) : written(value);
  };
  return { all, write: (value) => write(value, "", "") };
}

/** Six letters made of a font's content; none for what is no font. */
function prefixOf(file: PdfFile, value: PdfValue): string {
  const described = file.dictionary(file.list(file.dictionary(value).get("DescendantFonts"))[0]);
  const descriptor = file.dictionary(described.get("FontDescriptor"));
  const content = ["FontFile2", "FontFile3", "FontFile"]
    .map((name) => descriptor.get(name))
    .find((found) => found instanceof PdfReference);
  if (!content) return "";
  const digest = createHash("sha256")
    .update(file.object(content.number).stream ?? "")
    .digest();
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join("");
}

function mendMap(map: string): { readonly value: PdfValue; readonly stream: Uint8Array } {
  const mended = deflateSync(Buffer.from(mendCharacterMap(map), "latin1"));
  return {
    value: new Map<string, PdfValue>([
      ["Filter", new PdfName("FlateDecode")],
      ["Length", mended.length],
    ]),
    stream: mended,
  };
}
