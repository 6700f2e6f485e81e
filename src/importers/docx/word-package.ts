import { posix } from "node:path";
import type { Input } from "../input.ts";
import { inputOf } from "../input.ts";
import { Refusal } from "../refusal.ts";
import { readXml } from "../xml/read-xml.ts";
import { type XmlElement, childElements } from "../xml/xml-tree.ts";
import { type Archive, readArchive } from "../zip/archive.ts";

/** One part of a Word file: its path within it, its tree, and what its relations lead to. */
export interface WordPart {
  readonly path: string;
  readonly root: XmlElement;
  readonly relations: readonly Relation[];
}

/** A relation of a part: a picture, a link, another part. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `footnotes`, `hyperlink`, `image`. */
  readonly kind: string;
  readonly target: string;
  readonly external: boolean;
}

/** What a Word file holds. */
export interface WordPackage {
  readonly document: WordPart;
  readonly footnotes: WordPart | undefined;
  readonly endnotes: WordPart | undefined;
  readonly comments: WordPart | undefined;
  readonly numbering: WordPart | undefined;
  readonly styles: WordPart | undefined;
  /** Running heads and feet. */
  readonly margins: readonly WordPart[];
  /** Title and author as Word's own window shows them. */
  readonly properties: XmlElement | undefined;
  readonly files: Archive;
}

/** What is needed of a Word file: its XML and its pictures. */
const WANTED = /\.(?:xml|rels)$|\/media\//iu;

/** Opens a Word file. Throws a `Refusal` where it is none. */
export async function readWordPackage(input: Input): Promise<WordPackage> {
  const files = await readArchive(input, { wants: (path) => WANTED.test(path) });
  const parts = new Map<string, WordPart | undefined>();
  const partAt = (path: string): WordPart | undefined => {
    if (!parts.has(path)) parts.set(path, readPart(input.name, files, path));
    return parts.get(path);
  };
  const base = relationsOf(input.name, files, "");
  const main = base.find(({ kind }) => kind === "officeDocument")?.target ?? "word/document.xml";
  const document = partAt(main);
  if (!document || document.root.name !== "document") throw notWord(files);
  const related = (kind: string): readonly WordPart[] =>
    document.relations
      .filter((relation) => relation.kind === kind && !relation.external)
      .flatMap(({ target }) => partAt(target) ?? []);
  const core = base.find(({ kind }) => kind === "core-properties")?.target;
  return {
    document,
    footnotes: related("footnotes")[0],
    endnotes: related("endnotes")[0],
    comments: related("comments")[0],
    numbering: related("numbering")[0],
    styles: related("styles")[0],
    margins: [...related("header"), ...related("footer")],
    properties: core === undefined ? undefined : partAt(core)?.root,
    files,
  };
}

function notWord(files: Archive): Refusal {
  const kinds: readonly (readonly [path: RegExp, what: string])[] = [
    [/^xl\//u, "an Excel workbook"],
    [/^ppt\//u, "a PowerPoint presentation"],
    [/^content\.xml$/u, "an OpenDocument file"],
  ];
  const paths = [...files.keys()];
  const found = kinds.find(([path]) => paths.some((name) => path.test(name)));
  return new Refusal(
    found ? `it is ${found[1]}` : "it is an archive, but holds neither a Word document nor an EPUB",
    found ? "save its text as a Word document (.docx)" : "unpack it and import the files in it",
  );
}

function readPart(name: string, files: Archive, path: string): WordPart | undefined {
  const bytes = files.get(path);
  if (!bytes) return undefined;
  return {
    path,
    root: readXml(inputOf(`${name}/${path}`, bytes)),
    relations: relationsOf(name, files, path),
  };
}

/** What a part's relations lead to; those of the whole package for the empty path. */
function relationsOf(name: string, files: Archive, path: string): readonly Relation[] {
  const folder = path === "" ? "" : posix.dirname(path);
  const file = posix.join(folder, "_rels", `${posix.basename(path)}.rels`);
  const bytes = files.get(file);
  if (!bytes) return [];
  return childElements(readXml(inputOf(`${name}/${file}`, bytes))).map(({ attributes }) => {
    const target = attributes.get("Target") ?? "";
    const external = attributes.get("TargetMode") === "External";
    return {
      id: attributes.get("Id") ?? "",
      kind: (attributes.get("Type") ?? "").split("/").at(-1) ?? "",
      target: external ? target : posix.join("/", folder, target).slice(1),
      external,
    };
  });
}
