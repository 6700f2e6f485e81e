import { ID, PAGE_NAME, RESERVED_ID } from "../../edition/fields.ts";
import type { XmlElement } from "../xml/xml-tree.ts";

/** An element's `xml:id`. */
export function xmlId(element: XmlElement): string | undefined {
  const id = element.attributes.get("xml:id") ?? element.attributes.get("id");
  return id === undefined || id.trim() === "" ? undefined : id.trim();
}

/** A name as ids of an edition are written: `p_KNS2` becomes `p-kns2`; empty where it has no letters. */
export function slug(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "")
    .replace(/^(?=\d)/u, "x");
}

/** Gives out ids, each once. */
export class Ids {
  readonly #taken = new Set<string>();

  /** The id wished for, or with a number where it is taken or may not be one. */
  take(wish: string): string {
    let id = isFree(wish) ? wish : `x-${wish}`;
    if (!ID.test(id)) id = "x";
    for (let next = 2; this.#taken.has(id); next += 1) id = `${wish}-${next}`;
    this.#taken.add(id);
    return id;
  }
}

function isFree(id: string): boolean {
  return ID.test(id) && !RESERVED_ID.test(id) && !PAGE_NAME.test(id);
}
