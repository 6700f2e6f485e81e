/** Kinds of picture that every browser shows and that hold nothing but a picture, by how their bytes begin. */
const kinds: readonly { readonly ending: string; readonly begins: readonly number[] }[] = [
  { ending: "png", begins: [0x89, 0x50, 0x4e, 0x47] },
  { ending: "jpg", begins: [0xff, 0xd8, 0xff] },
  { ending: "gif", begins: [0x47, 0x49, 0x46, 0x38] },
];

/** Bytes of the largest picture that is taken. */
export const largestImage = 20 * 1024 * 1024;

/** The ending that a picture's file should have, told from its bytes and not from its name; nothing for what is not taken. */
export function imageKind(bytes: Uint8Array): string | undefined {
  const isWebP = textAt(bytes, 0) === "RIFF" && textAt(bytes, 8) === "WEBP";
  if (isWebP) return "webp";
  return kinds.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte))?.ending;
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCodePoint(...bytes.subarray(at, at + 4));
}
