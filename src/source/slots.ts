import { suggest } from "../diagnostics/suggest.ts";
import type { RegisterName } from "../edition/edition.ts";

/** What a file of an edition is for. */
export type SlotName =
  | "settings"
  | "texts"
  | "essays"
  | "readers"
  | "images"
  | "volumes"
  | "works"
  | "styles"
  | "worksheets"
  | RegisterName;

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
  { name: "people", pattern: /^documents\/people(?:\/.+)?\.yaml$/ },
  { name: "places", pattern: /^documents\/places(?:\/.+)?\.yaml$/ },
  { name: "organizations", pattern: /^documents\/organizations(?:\/.+)?\.yaml$/ },
  { name: "terms", pattern: /^documents\/terms(?:\/.+)?\.yaml$/ },
  { name: "volumes", pattern: /^documents\/volumes(?:\/.+)?\.yaml$/ },
  { name: "works", pattern: /^documents\/works\.(?:bib|json)$/ },
  { name: "styles", pattern: /^documents\/[^/]+\.csl$/ },
  { name: "worksheets", pattern: /^documents\/worksheets\/[^/]+\.md$/ },
  { name: "images", pattern: /^documents\/images\/.+$/ },
];

/** Files that may lie anywhere and are not read. */
const IGNORED = /(?:^|\/)(?:README|LICENSE|LICENCE|COPYING|NOTICE)(?:\.\w+)?$/i;

/** What a file is for; nothing where it has no place in an edition. */
export function findSlot(file: string): SlotName | "ignored" | undefined {
  if (IGNORED.test(file)) return "ignored";
  return slots.find((slot) => slot.pattern.test(file))?.name;
}

/** Mappings from id to entry: one file, or any number in a folder of that name. */
const mappings = ["people", "places", "organizations", "terms", "volumes"];
const topFiles = ["edition", ...mappings];
const folders = ["texts", "essays", "readers", "worksheets", "images", ...mappings];
const YAML = /\.(?:yaml|yml)$/i;
const TEXT = /\.(?:md|markdown|mdown|mkd|txt)$/i;
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;

/** What the editor of a misplaced file most likely wanted. */
export function suggestPlace(file: string): string | undefined {
  const path = file.replace(/^documents\//, "");
  const [first = "", ...others] = path.split("/");
  if (PICTURE.test(path)) return "move it to documents/images/";
  if (/\.(?:bib|bibtex|biblatex)$/i.test(path)) return "put all works into documents/works.bib";
  if (/\.csl$/i.test(path)) return "move it to documents/, its name ending in .csl";
  if (others.length === 0) {
    if (/^works?\.\w+$/i.test(first)) return 'did you mean "works.bib" or "works.json"?';
    if (TEXT.test(first)) return "move it to documents/texts/";
    const near = suggest(first.replace(/\.\w+$/, ""), topFiles);
    return near === undefined ? undefined : `did you mean "${near}.yaml"?`;
  }
  const near = folders.includes(first) ? first : suggest(first, folders);
  const holdsYaml = near !== undefined && mappings.includes(near);
  const renamed = [near, ...others]
    .join("/")
    .replace(holdsYaml ? YAML : TEXT, holdsYaml ? ".yaml" : ".md");
  return near === undefined || renamed === path ? undefined : `did you mean "${renamed}"?`;
}
