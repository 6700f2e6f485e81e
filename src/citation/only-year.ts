import type { EdtfDate } from "../edition/date.ts";
import { readDating } from "../edition/dating.ts";

/** The year in which all of a date lies; nothing where it may lie in several, or is open at an end. */
export function onlyYear({ edtf, earliest, latest }: EdtfDate): string | undefined {
  const dating = readDating(edtf);
  const open =
    (dating?.kind === "interval" && (isOpen(dating.from) || isOpen(dating.to))) ||
    (dating?.kind === "choice" && (dating.earlier || dating.later));
  const year = /^(?!0000)(\d{4})-/u.exec(earliest)?.[1];
  return !open && year !== undefined && latest.startsWith(`${year}-`) ? year : undefined;
}

function isOpen(side: unknown): boolean {
  return typeof side === "string";
}
