import { LONGEST_LINE, MOST_CHARACTERS } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/**
 * The text of bytes, its lines ended by line feeds: UTF-8, UTF-16 with a byte-order mark, or the
 * encoding that XML or HTML declares. Throws a `Refusal` where they are no text, or text of an unknown encoding.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes).replaceAll(/\r\n?/g, "\n");
  if (text.length > MOST_CHARACTERS)
    throw new Refusal(
      `it has ${inMillions(text.length)} characters; ${inMillions(MOST_CHARACTERS)} are the most that are read`,
      "split it",
    );
  const longest = longestLine(text);
  if (longest.length > LONGEST_LINE)
    throw new Refusal(
      `line ${longest.number} has ${inMillions(longest.length)} characters; ${inMillions(LONGEST_LINE)} are the most that are read`,
      "see whether it is text at all, and break its lines",
    );
  return text;
}

/** Whether bytes are no text, as far as their first ones say: pictures, archives, programs. */
export function isBinary(bytes: Uint8Array): boolean {
  return utf16Of(bytes) === undefined && bytes.subarray(0, FIRST_BYTES).includes(0);
}

const FIRST_BYTES = 8192;

function decode(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return withoutNul(decodeAs(utf16, bytes));
  if (bytes.includes(0))
    throw new Refusal(
      "it is not text: it has bytes of zero",
      "if it is text in UTF-16, save it as UTF-8; --form names the form of files that are not text",
    );
  const utf8 = asUtf8(bytes);
  const declared = declaredEncoding(bytes);
  if (utf8 !== undefined && (declared === undefined || !isSevenBit(bytes))) return utf8;
  if (declared === undefined)
    throw new Refusal(
      "it is not UTF-8, and does not say what it is",
      "open it in a program that shows its letters right, and save it as UTF-8",
    );
  if (/^utf-?(?:8|16(?:le|be)?)$/i.test(declared)) {
    if (utf8 !== undefined) return utf8;
    throw new Refusal(
      `it says that it is ${declared}, and is not`,
      "open it in a program that shows its letters right, and save it as UTF-8",
    );
  }
  return decodeAs(declared, bytes);
}

function utf16Of(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isSevenBit(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  const decoder = decoderOf(encoding);
  try {
    const text = decoder.decode(bytes);
    return decoder.encoding === "windows-1252" ? withSigns(text) : text;
  } catch {
    throw new Refusal(
      `it says that it is ${encoding}, and is not`,
      "open it in a program that shows its letters right, and save it as UTF-8",
    );
  }
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new Refusal(`its encoding "${encoding}" is not known`, "save it as UTF-8");
  }
}

/** Some versions of Node take windows-1252 for Latin-1, which has no quotation marks and dashes. */
function withSigns(text: string): string {
  return text.replaceAll(/[\u0080-\u009F]/g, (control) =>
    (SIGNS[control.charCodeAt(0) - 0x80] ?? control).replace(" ", control),
  );
}

/** Windows-1252 from 80 to 9F; a space where nothing is. */
const SIGNS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function withoutNul(text: string): string {
  if (text.includes("\0")) throw new Refusal("it is not text", "save it as UTF-8");
  return text;
}

/** XML declares its encoding in its first line, HTML in its head. */
const declarations: readonly RegExp[] = [
  /^[\s\u00EF\u00BB\u00BF]*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/,
  /<meta\s[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i,
];

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  for (const declaration of declarations) {
    const [, encoding] = declaration.exec(head) ?? [];
    if (encoding !== undefined) return encoding;
  }
  return undefined;
}

function longestLine(text: string): { readonly number: number; readonly length: number } {
  let longest = { number: 1, length: 0 };
  let start = 0;
  for (let number = 1; start <= text.length; number += 1) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    if (end - start > longest.length) longest = { number, length: end - start };
    start = end + 1;
  }
  return longest;
}

function inMillions(characters: number): string {
  return `${(characters / 1e6).toFixed(1)} million`;
}
