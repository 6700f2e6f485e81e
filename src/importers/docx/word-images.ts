import type { ImageDraft } from "../importer.ts";
import { type LibraryNode, bytesOf } from "./library-tree.ts";
import { imageKind, largestImage } from "../reading/image-kinds.ts";

/** The pictures of a file. */
export interface WordImages {
  readonly drafts: readonly ImageDraft[];
  /** The path from `documents/` of a picture that was taken. */
  readonly pathOf: (node: LibraryNode) => string | undefined;
  readonly remarks: readonly string[];
}

/** Takes the pictures of a file whose kind a browser shows; they are named for the document, in order. */
export async function readImages(
  nodes: readonly LibraryNode[],
  folder: string,
): Promise<WordImages> {
  const drafts: ImageDraft[] = [];
  const remarks: string[] = [];
  const paths = new Map<LibraryNode, string>();
  for (const node of imagesIn(nodes)) {
    const bytes = await bytesOf(node);
    const kind = bytes && imageKind(bytes);
    if (!bytes || !kind || bytes.byteLength > largestImage) {
      remarks.push(
        bytes && bytes.byteLength > largestImage
          ? "a picture of more than 20 MB is left behind"
          : "a picture that browsers do not show is left behind: save it as PNG",
      );
      continue;
    }
    const path = `${folder}/${drafts.length + 1}.${kind}`;
    drafts.push({ path, bytes });
    paths.set(node, `images/${path}`);
  }
  return { drafts, pathOf: (node) => paths.get(node), remarks };
}

function imagesIn(nodes: readonly LibraryNode[]): readonly LibraryNode[] {
  return nodes.flatMap((node) => (node.type === "image" ? [node] : imagesIn(node.children)));
}
