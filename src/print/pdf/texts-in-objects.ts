import { constants, inflateSync } from "node:zlib";
import { PdfName, PdfText, type PdfDictionary, type PdfValue } from "./objects.ts";
import { Tokens } from "./read-objects.ts";

/**
 * Every text that a PDF holds beside what is painted on its pages: what it says of itself, bookmarks, names of
 * places and pages, addresses, what pictures show, what is to be read aloud. Reads objects one after the other,
 * whatever the file says of where they are, so that none is passed over.
 */
export function textsInObjects(pdf: Uint8Array): readonly string[] {
  const texts: string[] = [];
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString("latin1");
  const reader = new Tokens(text);
  const beginning = /\d+\s+\d+\s+obj\b/gu;
  for (let found = beginning.exec(text); found; found = beginning.exec(text)) {
    reader.at = beginning.lastIndex;
    const value = reader.value();
    texts.push(...textsIn(value));
    const { at } = reader;
    if (value instanceof Map && reader.word() === "stream") {
      const start = reader.at + (text.startsWith("\r\n", reader.at) ? 2 : 1);
      const end = endOfStream(text, start, value);
      texts.push(...textsOfStream(value, pdf.subarray(start, end)));
      beginning.lastIndex = end;
    } else beginning.lastIndex = at;
  }
  // What stands behind the last object in files without packed ones.
  const trailer = text.lastIndexOf("trailer");
  if (trailer >= 0) {
    reader.at = trailer + "trailer".length;
    texts.push(...textsIn(reader.value()));
  }
  return texts;
}

function endOfStream(text: string, start: number, dictionary: PdfDictionary): number {
  const length = dictionary.get("Length");
  if (typeof length === "number") return start + length;
  const end = text.indexOf("endstream", start);
  return end < 0 ? text.length : end;
}

function textsOfStream(dictionary: PdfDictionary, stream: Uint8Array): readonly string[] {
  const type = nameOf(dictionary.get("Type"));
  const kind = nameOf(dictionary.get("Subtype"));
  if (type === "Metadata") return [Buffer.from(unpacked(dictionary, stream)).toString("utf8")];
  const holdsObjects = type === "ObjStm";
  const paints = (type === "" && kind === "" && !dictionary.has("Length1")) || kind === "Form";
  if (!holdsObjects && !paints) return [];
  const content = Buffer.from(unpacked(dictionary, stream)).toString("latin1");
  return holdsObjects ? textsOfPacked(content, dictionary) : textsOfMarks(content);
}

/** The texts of objects that are packed into a stream. */
function textsOfPacked(content: string, dictionary: PdfDictionary): readonly string[] {
  const first = dictionary.get("First");
  const reader = new Tokens(content);
  reader.at = typeof first === "number" ? first : 0;
  const texts: string[] = [];
  for (reader.skip(); reader.at < content.length; reader.skip())
    texts.push(...textsIn(reader.value()));
  return texts;
}

/** Among what is painted: what is to be read instead of it. */
function textsOfMarks(content: string): readonly string[] {
  const texts: string[] = [];
  const reader = new Tokens(content);
  for (const { index, 0: name } of content.matchAll(/\/(?:ActualText|Alt|E)(?=\s*[(<])/gu)) {
    reader.at = index + name.length;
    texts.push(...textsIn(reader.value()));
  }
  return texts;
}

function unpacked(dictionary: PdfDictionary, stream: Uint8Array): Uint8Array {
  if (!dictionary.has("Filter")) return stream;
  try {
    return inflateSync(stream, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return new Uint8Array();
  }
}

function* textsIn(value: PdfValue): Generator<string> {
  if (value instanceof PdfText) yield wordsOf(value);
  else if (value instanceof Map) for (const inner of value.values()) yield* textsIn(inner);
  else if (Array.isArray(value)) for (const inner of value) yield* textsIn(inner);
}

/** ISO 32000-1, 7.9.2.2: UTF-16 or UTF-8 where a text begins with their mark, otherwise a letter for each byte. */
function wordsOf({ bytes }: PdfText): string {
  const buffer = Buffer.from(bytes, "latin1");
  if (bytes.startsWith("\u00fe\u00ff"))
    return buffer.subarray(2, evenEnd(buffer)).swap16().toString("utf16le");
  if (bytes.startsWith("\u00ef\u00bb\u00bf")) return buffer.toString("utf8");
  return bytes;
}

function evenEnd({ length }: Buffer): number {
  return length - (length % 2);
}

function nameOf(value: PdfValue | undefined): string {
  return value instanceof PdfName ? value.name : "";
}
