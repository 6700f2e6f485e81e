/** What PDFs are made of, as far as files that Chromium writes have need of it. */
export type PdfValue =
  null | boolean | number | PdfName | PdfText | PdfReference | PdfList | PdfDictionary;

/** A row of values. */
export type PdfList = PdfValue[];

/** Values under names. */
export type PdfDictionary = Map<string, PdfValue>;

/** A name, such as a structure element's type. */
export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A string, a letter for each byte. */
export class PdfText {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
}

/** Where another object is meant. */
export class PdfReference {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

/** An object of a file; a stream has bytes beside its dictionary, as they stand in the file. */
export interface PdfObject {
  readonly value: PdfValue;
  readonly stream?: Uint8Array;
}

/** A value as it stands in a file: texts in hexadecimal, so that nothing in them looks like anything else. */
export function written(value: PdfValue): string {
  if (value === null) return "null";
  if (typeof value === "number") return writtenNumber(value);
  if (typeof value === "boolean") return String(value);
  if (value instanceof PdfName) return writtenName(value.name);
  if (value instanceof PdfReference) return `${value.number} 0 R`;
  if (value instanceof PdfText) return hexadecimal(value.bytes);
  if (value instanceof Map) {
    let entries = "";
    for (const [key, entry] of value) entries += `${writtenName(key)} ${written(entry)}`;
    return `<<${entries}>>`;
  }
  return `[${value.map(written).join(" ")}]`;
}

/** A text as it stands in a file. */
export function hexadecimal(bytes: string): string {
  return `<${Buffer.from(bytes, "latin1").toString("hex")}>`;
}

/** Words as a PDF's strings hold them: letters of ASCII one byte each, others in UTF-16. */
export function pdfText(words: string): PdfText {
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant, control characters too
  if (/^[\u0000-\u007f]*$/.test(words)) return new PdfText(words);
  const bytes = Buffer.from(`\ufeff${words}`, "utf16le").swap16();
  return new PdfText(bytes.toString("latin1"));
}

function writtenNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(5).replace(/\.?0+$/, "");
}

const PLAIN_NAME = /^[!"$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]+$/;

/** A name, every byte that could end it written as a number. */
export function writtenName(name: string): string {
  if (PLAIN_NAME.test(name)) return `/${name}`;
  const bytes = [...Buffer.from(name, "latin1")].map((byte) => {
    const sign = String.fromCharCode(byte);
    return PLAIN_NAME.test(sign) ? sign : `#${byte.toString(16).padStart(2, "0")}`;
  });
  return `/${bytes.join("")}`;
}
