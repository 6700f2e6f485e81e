import type { Importer } from "../importer.ts";
import { looksLikeZip } from "../zip/archive.ts";
import { refusalOfOldForm } from "./old-forms.ts";
import { readWordWork } from "./word-work.ts";

/** Word documents. */
export const docx: Importer = {
  name: "docx",
  label: "A Word document (.docx)",
  recognizes: ({ name, bytes }) => {
    if (refusalOfOldForm(bytes)) return 0.9;
    if (!looksLikeZip(bytes)) return /\.docx$/iu.test(name) ? 0.5 : 0;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Names of the files in an archive stand at its end as they are.
    const names = buffer.subarray(Math.max(0, buffer.byteLength - DIRECTORY));
    if (names.includes("word/document")) return 1;
    return /\.docx$/iu.test(name) ? 0.7 : 0.1;
  },
  read: async (input) => {
    const refusal = refusalOfOldForm(input.bytes);
    if (refusal) throw refusal;
    return await readWordWork(input);
  },
};

/** How many bytes at an archive's end are looked at for names. */
const DIRECTORY = 256 * 1024;
