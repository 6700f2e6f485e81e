import { writeDocument } from "../source/writing/write-document.ts";
import { writeEssay } from "../source/writing/write-essay.ts";
import { writeReader } from "../source/writing/write-reader.ts";
import { writeRegister } from "../source/writing/write-register.ts";
import { writeVolumes } from "../source/writing/write-volumes.ts";
import type { PlacedFile } from "./plan/place-work.ts";

/** What stands in a placed file: bytes, always the same for the same draft. */
export function contentOf(file: PlacedFile): Uint8Array {
  return file.kind === "image" ? file.draft.bytes : Buffer.from(textOf(file));
}

function textOf(file: Exclude<PlacedFile, { readonly kind: "image" }>): string {
  switch (file.kind) {
    case "document":
      return writeDocument(file.draft);
    case "essay":
      return writeEssay(file.draft);
    case "reader":
      return writeReader(file.draft);
    case "volume":
      return writeVolumes([file.draft]);
    case "register":
      return [
        ...file.doubts.map((doubt) => `# doubt: ${doubt}\n`),
        ...(file.entries.length > 0 ? [writeRegister(file.entries)] : []),
      ].join("");
  }
}
