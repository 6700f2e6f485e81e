import type { XmlElement } from "../xml/xml-tree.ts";
import { addressOf } from "./volume-header.ts";

/** Where a reference leads. */
export type Target =
  | { readonly kind: "edition"; readonly target: string }
  | { readonly kind: "web"; readonly url: string }
  | { readonly kind: "none"; readonly why: string };

/** What can be referred to in a volume. */
export class Targets {
  readonly #volume: string;
  readonly #inSeries: boolean;
  readonly #known = new Map<string, Target>();

  constructor(volume: string, inSeries: boolean) {
    this.#volume = volume;
    this.#inSeries = inSeries;
  }

  /** An id of the input that stands for something in the edition. */
  add(id: string, target: string): void {
    if (!this.#known.has(id)) this.#known.set(id, { kind: "edition", target });
  }

  /** An id of the input that is no thing of its own in the edition: a chapter, an index. */
  addPart(id: string): void {
    if (this.#known.has(id)) return;
    this.#known.set(
      id,
      this.#inSeries
        ? { kind: "web", url: addressOf(this.#volume, id) }
        : { kind: "none", why: "it is a part that has no page of its own" },
    );
  }

  /** Where one target leads, as an attribute writes it. */
  find(written: string): Target {
    if (/^(?:https?|mailto):/iu.test(written)) {
      return URL.canParse(written) && !/[\s<>]/u.test(written)
        ? { kind: "web", url: written }
        : { kind: "none", why: "it is no address" };
    }
    if (/^\/[\w-]/u.test(written))
      return { kind: "web", url: `https://history.state.gov${written}` };
    const [file = "", part = ""] = written.split("#", 2);
    const volume = file.replace(/^.*\//u, "").replace(/\.xml$/u, "");
    if (volume === "" || volume === this.#volume) {
      if (part === "" && volume !== "") return { kind: "web", url: addressOf(volume, "") };
      return this.#known.get(part) ?? { kind: "none", why: "nothing in the volume has this id" };
    }
    if (/^frus\d/u.test(volume)) return { kind: "web", url: addressOf(volume, publicPart(part)) };
    // A target that lacks its #.
    const own = part === "" ? this.#known.get(volume) : undefined;
    return own ?? { kind: "none", why: "it is no part of this volume or of another" };
  }
}

/** Where a part of a volume stands behind its address: a note behind its document. */
function publicPart(part: string): string {
  const note = /^(d\d+)fn\w+$/u.exec(part);
  return note ? `${note[1]}#${part}` : part;
}

/** The single targets in an attribute: several, or a range, stand in one. */
export function writtenTargets(element: XmlElement): readonly string[] {
  const written = (
    element.attributes.get("target") ??
    element.attributes.get("corresp") ??
    ""
  ).trim();
  const range = /^(.*?)#?range\(\s*#?([^,)]+?)\s*,\s*#?([^,)]+?)\s*\)$/u.exec(written);
  if (range) return [`${range[1]}#${range[2]}`, `${range[1]}#${range[3]}`];
  return written === "" ? [] : written.split(/\s+/u);
}
