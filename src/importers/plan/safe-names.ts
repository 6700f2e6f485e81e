import { ID, PAGE_NAME, RESERVED_ID } from "../../edition/fields.ts";

/** Names that Windows keeps for itself. */
const KEPT_BY_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Longest name of a file or folder. */
const LONGEST = 80;

/**
 * A stem that is safe on every system: folders kept, letters without accents, digits, hyphens and points,
 * never hidden, never leading out of its folder.
 */
export function safeStem(stem: string): string {
  const names = stem
    .split(/[/\\]+/)
    .map(safeName)
    .filter((name) => name !== "");
  return names.length === 0 ? "untitled" : names.join("/");
}

function safeName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .replaceAll(/[^A-Za-z0-9._-]+/g, "-")
    .replaceAll(/\.{2,}/g, ".")
    .replaceAll(/-{2,}/g, "-")
    .slice(0, LONGEST)
    .replaceAll(/^[.-]+|[.-]+$/g, "");
  return KEPT_BY_WINDOWS.test(plain) ? `${plain}-` : plain;
}

/** A picture's path that is safe on every system; its ending is kept. */
export function safeImagePath(path: string): string {
  return safeStem(path);
}

/** An id that may be one: as it is, or the nearest that may. */
export function safeId(written: string): string {
  if (isGoodId(written)) return written;
  const slug = written
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  const id = /^[a-z]/.test(slug) ? slug : `d-${slug}`.replace(/-$/, "");
  return isGoodId(id) ? id : `${id}-1`;
}

/** Whether an id may be used. */
function isGoodId(id: string): boolean {
  return ID.test(id) && !RESERVED_ID.test(id) && !PAGE_NAME.test(id);
}

/** The name itself where it is free, otherwise with the first number that makes it so: `letter-2`. */
export function firstFree(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  for (let number = 2; ; number += 1) {
    const numbered = `${name}-${number}`;
    if (!isTaken(numbered)) return numbered;
  }
}
