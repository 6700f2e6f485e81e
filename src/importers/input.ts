import { decodeText } from "./decode-text.ts";

/** One file, or what came on standard input, to be imported. */
export interface Input {
  /**
   * As messages name it: the path as it was given, or `-`. Of a folder that holds an unpacked book it is
   * the path of its `META-INF/container.xml`, and the book's other files are no inputs of their own.
   */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its text, its lines ended by line feeds. Throws a `Refusal` where the bytes are no text in the encoding that they declare. */
  readonly text: () => string;
  /**
   * Another file by its path from this one, `/` between folders: a picture that a page shows. Nothing
   * where there is none, where it lies outside the folder that was given, or on standard input.
   */
  readonly beside: (path: string) => Uint8Array | undefined;
}

/** Bytes with a name, decoded when asked for. */
export function inputOf(
  name: string,
  bytes: Uint8Array,
  beside: Input["beside"] = () => undefined,
): Input {
  let decoded: string | undefined;
  return { name, bytes, text: () => (decoded ??= decodeText(bytes)), beside };
}
