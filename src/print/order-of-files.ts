import type { PrintedFile } from "../site/printed-files.ts";

/** Files in the order in which they are printed: those of one look and paper in a row, as the same presses can print them. */
export function byKind<File extends Pick<PrintedFile, "look" | "paper">>(
  files: readonly File[],
): readonly File[] {
  const kinds = new Map<string, File[]>();
  for (const file of files) {
    const kind = `${file.look} ${file.paper}`;
    const row = kinds.get(kind);
    if (row) row.push(file);
    else kinds.set(kind, [file]);
  }
  return [...kinds.values()].flat();
}
