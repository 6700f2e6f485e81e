import { type PackedFile, storeArchive } from "../zip/store-archive.ts";
import { type Preparation, preparePart } from "./prepare-part.ts";
import type { WordPackage, WordPart } from "./word-package.ts";

const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The file that the library is to read: the parts with text, prepared, at their usual places, and the pictures. */
export function libraryArchive(word: WordPackage, preparation: Preparation): Uint8Array {
  const files: PackedFile[] = [];
  const encoder = new TextEncoder();
  const add = (path: string, text: string): void => {
    files.push([path, encoder.encode(text)]);
  };
  const types = word.files.get("[Content_Types].xml");
  if (types) files.push(["[Content_Types].xml", types]);
  const parts: readonly (readonly [name: string, part: WordPart | undefined])[] = [
    ["document", word.document],
    ["footnotes", word.footnotes],
    ["endnotes", word.endnotes],
    ["comments", word.comments],
  ];
  for (const [name, part] of parts) {
    if (!part) continue;
    add(`word/${name}.xml`, preparePart(part, preparation));
    add(`word/_rels/${name}.xml.rels`, relationsFile(part));
  }
  for (const [path, bytes] of word.files) if (/\/media\//iu.test(path)) files.push([path, bytes]);
  return storeArchive(files);
}

/** Only links and pictures: no part but those above is to be found. */
function relationsFile({ relations }: WordPart): string {
  const rows = relations
    .filter(({ kind }) => kind === "hyperlink" || kind === "image")
    .map(({ id, kind, target, external }) => {
      const leads = external ? target : `/${target}`;
      return `<Relationship Id="${escaped(id)}" Type="${KINDS}/${kind}" Target="${escaped(leads)}"/>`;
    });
  return `<Relationships xmlns="${RELATIONS}">${rows.join("")}</Relationships>`;
}

function escaped(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
