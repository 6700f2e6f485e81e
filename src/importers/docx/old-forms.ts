import { Refusal } from "../refusal.ts";

/** A form of office file that cannot be read, and what to do about it. */
interface OldForm {
  readonly begins: readonly number[];
  readonly refusal: (bytes: Uint8Array) => Refusal;
}

const SAVE_AS = "open it in Word or LibreOffice and save it as a Word document (.docx)";

const forms: readonly OldForm[] = [
  // Compound files: Word until 2003, and anything of Office that is encrypted.
  { begins: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], refusal: refuseCompound },
  // {\rtf
  {
    begins: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    refusal: () => new Refusal("it is RTF, which is not read", SAVE_AS),
  },
];

/** The refusal of an old or protected office file; nothing for another. */
export function refusalOfOldForm(bytes: Uint8Array): Refusal | undefined {
  const form = forms.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  return form?.refusal(bytes);
}

function refuseCompound(bytes: Uint8Array): Refusal {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => buffer.includes(Buffer.from(name, "utf16le"));
  if (has("EncryptedPackage")) {
    return new Refusal(
      "it is protected with a password",
      "open it in Word, take the password away (File, Info, Protect Document), and save it",
    );
  }
  return has("WordDocument")
    ? new Refusal("it is a Word document of the old form (.doc), which is not read", SAVE_AS)
    : new Refusal("it is an old office file, which is not read", SAVE_AS);
}
