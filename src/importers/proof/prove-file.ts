import { type Streams, standardStreams } from "../../edition/streams.ts";
import { readText } from "../../source/text-file.ts";
import type { PlacedFile } from "../plan/place-work.ts";
import {
  type ReadBack,
  readBackDocument,
  readBackEssay,
  readBackReader,
  readBackRegister,
  readBackVolumes,
} from "./read-back.ts";

/** Reads what was written for a placed file back, and compares it with the draft. */
export function proveFile(
  file: PlacedFile,
  content: Uint8Array,
  images: ReadonlySet<string>,
  streams: Streams = standardStreams,
): ReadBack {
  if (file.kind === "image") return { difference: undefined, diagnostics: [] };
  const text = readText(file.path, content);
  if ("rule" in text)
    return { difference: { path: "", wanted: "text", got: text.message }, diagnostics: [text] };
  switch (file.kind) {
    case "document":
      return readBackDocument(text, file.draft, images, streams);
    case "essay":
      return readBackEssay(text, file.draft, images, streams);
    case "reader":
      return readBackReader(text, file.draft, images, streams);
    case "register":
      return readBackRegister(text, file.register, file.entries, images);
    case "volume":
      return readBackVolumes(text, [file.draft]);
  }
}
