import { suggest } from "../diagnostics/suggest.ts";
import type { RegisterName } from "../edition/edition.ts";

/** What a file of an edition is for. */
export type SlotName = "settings" | "texts" | "essays" | "readers" | "images" | RegisterName;

/** One row: which files, as paths from the edition's folder, are for what. */
interface Slot {
  readonly name: SlotName;
  readonly pattern: RegExp;
}

const slots: readonly Slot[] = [
  { name: "settings", pattern: /^documents\/edition\.yaml$/ },
  { name: "texts", pattern: /^documents\/texts\/.+\.md$/ },
  { name: "essays", pattern: /^documents\/essays\/.+\.md$/ },
  { name: "readers", pattern: /^documents\/readers\/.+\.md$/ },
  { name: "people", pattern: /^documents\/people\.yaml$/ },
  { name: "places", pattern: /^documents\/places\.yaml$/ },
  { name: "organizations", pattern: /^documents\/organizations\.yaml$/ },
  { name: "terms", pattern: /^documents\/terms\.yaml$/ },
  { name: "images", pattern: /^documents\/images\/.+$/ },
];

/** Files that may lie anywhere and are not read: works are cited in a later release. */
const IGNORED =
  /(?:^|\/)(?:README|LICENSE|LICENCE|COPYING|NOTICE)(?:\.\w+)?$|^documents\/works\.(?:bib|json)$/i;

/** What a file is for; nothing where it has no place in an edition. */
export function findSlot(file: string): SlotName | "ignored" | undefined {
  if (IGNORED.test(file)) return "ignored";
  return slots.find((slot) => slot.pattern.test(file))?.name;
}

const topFiles = ["edition.yaml", "people.yaml", "places.yaml", "organizations.yaml", "terms.yaml"];
const folders = ["texts", "essays", "readers", "images"];

/** What the editor of a misplaced file most likely wanted. */
export function suggestPlace(file: string): string | undefined {
  const path = file.replace(/^documents\//, "");
  const [first = "", ...others] = path.split("/");
  if (others.length === 0) {
    if (/\.(?:md|markdown|mdown|mkd|txt)$/i.test(first)) return `move it to documents/texts/`;
    if (/\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(first)) return `move it to documents/images/`;
    const near = suggest(first, topFiles);
    return near === undefined ? undefined : `did you mean "${near}"?`;
  }
  if (["texts", "essays", "readers"].includes(first)) {
    const renamed = path.replace(/\.(?:markdown|mdown|mkd|txt|MD)$/, ".md");
    return renamed === path ? undefined : `did you mean "${renamed}"?`;
  }
  const near = suggest(first, folders);
  return near === undefined ? undefined : `did you mean "${[near, ...others].join("/")}"?`;
}
