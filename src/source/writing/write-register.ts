import { type RegisterFields, registerMatterSchema } from "../../edition/register-matter.ts";
import { writeFields } from "./fields.ts";
import type { FieldDoubt } from "./markdown-file.ts";

/** An entry of a register that is to be written. */
export interface RegisterFileEntry {
  readonly id: string;
  readonly matter: RegisterFields;
  readonly doubts: readonly FieldDoubt[];
}

/** A register's file, `people.yaml` or one of its kind: entries in their order, an empty line between two. */
export function writeRegister(entries: readonly RegisterFileEntry[]): string {
  const written = entries.map(({ id, matter, doubts }) =>
    [
      `${id}:`,
      ...writeFields({ schema: registerMatterSchema, value: matter, doubts, indentation: "  " }),
      "",
    ].join("\n"),
  );
  return written.join("\n");
}
