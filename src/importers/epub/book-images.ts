import type { ImageDraft } from "../importer.ts";
import { imageKind, largestImage } from "../reading/image-kinds.ts";
import { type XmlElement, visitElements } from "../xml/xml-tree.ts";
import type { XmlNode } from "../xml/xml-tree.ts";
import { type Book, type BookPage, resolvePath } from "./open-book.ts";

/** The pictures of a book. */
export interface BookImages {
  readonly drafts: readonly ImageDraft[];
  readonly pathOf: (image: XmlElement) => string | undefined;
}

/** Takes the pictures that stand in the given nodes, each once, named for the book and in order. */
export function takeImages(
  book: Book,
  nodes: readonly { readonly page: BookPage; readonly nodes: readonly XmlNode[] }[],
  folder: string,
  remark: (message: string) => void,
): BookImages {
  const drafts: ImageDraft[] = [];
  const paths = new Map<XmlElement, string>();
  const taken = new Map<string, string | undefined>();
  const take = (path: string): string | undefined => {
    const bytes = path === "" ? undefined : book.file(path);
    const kind = bytes && imageKind(bytes);
    if (!bytes || !kind || bytes.byteLength > largestImage) {
      remark(
        bytes
          ? "a picture that is too large or that not every browser shows safely is left behind"
          : "a picture that the book does not hold is left behind",
      );
      return undefined;
    }
    const name = `${folder}/${drafts.length + 1}.${kind}`;
    drafts.push({ path: name, bytes });
    return `images/${name}`;
  };
  for (const { page, nodes: inside } of nodes) {
    for (const node of inside) {
      if (node.type !== "element") continue;
      visitElements(node, (element) => {
        if (element.name !== "img") return;
        const source = element.attributes.get("src") ?? "";
        const { path } = /^[a-z][a-z0-9+.-]*:/iu.test(source)
          ? { path: "" }
          : resolvePath(page.path, source);
        if (!taken.has(path)) taken.set(path, take(path));
        const found = taken.get(path);
        if (found !== undefined) paths.set(element, found);
      });
    }
  }
  return { drafts, pathOf: (image) => paths.get(image) };
}
