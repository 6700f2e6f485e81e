import { Refusal } from "./refusal.ts";

/** One file, or what came on standard input, to be imported. */
export interface Input {
  /** As messages name it: the path as it was given, or `-`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its text. Throws a `Refusal` where the bytes are no text in the encoding that they declare. */
  readonly text: () => string;
}

/** Bytes with a name, decoded when asked for. */
export function inputOf(name: string, bytes: Uint8Array): Input {
  let decoded: string | undefined;
  return {
    name,
    bytes,
    text: () => (decoded ??= decode(bytes)),
  };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("it is not UTF-8 text", "save it as UTF-8");
  }
}
