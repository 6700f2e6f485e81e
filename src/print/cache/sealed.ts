import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { deflateRaw, deflateRawSync, inflateRaw, inflateRawSync } from "node:zlib";
import type { CacheKind } from "./print-cache.ts";

/** What a file of the cache begins with; a new form of file gets a new number. */
const SIGN = Buffer.from("Scholium print cache 1\n");

/** How what follows the head is written. */
const forms = { plain: 0, deflated: 1 } as const;

// The sign, the form, the content's length, the hash of all of them, of the content and of its name.
const FORM = SIGN.length;
const LENGTH = FORM + 1;
const HASH = LENGTH + 6;
const HEAD = HASH + 32;

/** Of a long content so much is tried first, to see whether it gets smaller: PDFs and pictures do not. */
const SAMPLE = 16_384;

/** What is shorter is done at once: to hand it to another thread costs more. */
const SHORT = 65_536;

/** Of what is worth it, this much is left at most. */
const WORTH = 0.9;

/** The quickest level: the next ones take twice the time for a few percent. */
const LEVEL = 1;

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** A content as its file holds it: smaller where that pays, and with a hash by which every damage shows. */
export async function seal(kind: CacheKind, key: string, content: Uint8Array): Promise<Uint8Array> {
  const packed = await pack(content);
  const head = Buffer.alloc(HEAD);
  SIGN.copy(head);
  head[FORM] = packed === content ? forms.plain : forms.deflated;
  head.writeUIntBE(content.length, LENGTH, 6);
  hashOf(kind, key, head, packed).copy(head, HASH);
  return Buffer.concat([head, packed]);
}

/** The content of a file as it was sealed under this kind and key; nothing where one bit of it is another. */
export async function unseal(
  kind: CacheKind,
  key: string,
  sealed: Buffer,
): Promise<Uint8Array | undefined> {
  if (sealed.length < HEAD || !sealed.subarray(0, FORM).equals(SIGN)) return undefined;
  const packed = sealed.subarray(HEAD);
  if (!hashOf(kind, key, sealed, packed).equals(sealed.subarray(HASH, HEAD))) return undefined;
  if (sealed[FORM] === forms.plain) return bytesOf(packed);
  const length = sealed.readUIntBE(LENGTH, 6);
  const limit = { maxOutputLength: Math.max(1, length) };
  return bytesOf(length > SHORT ? await inflate(packed, limit) : inflateRawSync(packed, limit));
}

/** The name is hashed along: a file under another's name is not taken either. */
function hashOf(kind: CacheKind, key: string, head: Buffer, packed: Uint8Array): Buffer {
  return createHash("sha256")
    .update(head.subarray(0, HASH))
    .update(`${kind} ${key}\n`)
    .update(packed)
    .digest();
}

/** The content deflated where that pays, or itself. */
async function pack(content: Uint8Array): Promise<Uint8Array> {
  const long = content.length > SHORT;
  const from = Math.floor((content.length - SAMPLE) / 2);
  const tried = long ? content.subarray(from, from + SAMPLE) : content;
  const smaller = deflateRawSync(tried, { level: LEVEL });
  if (smaller.length >= tried.length * WORTH) return content;
  return long ? deflate(content, { level: LEVEL }) : smaller;
}

/** As plain bytes, which what was written was: a buffer's slices would share its memory. */
function bytesOf({ buffer, byteOffset, length }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}
