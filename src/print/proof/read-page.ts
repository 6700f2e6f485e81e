import type { PDFPageProxy } from "pdfjs-dist";
import type { StructTreeContent, StructTreeNode } from "pdfjs-dist/types/src/display/api.js";
import type { ReadLink, ReadPdfPage, ReadRun, TaggedRun } from "./read-pdf.ts";

/** Structure elements that stand within a line, or say nothing of what they hold. */
const WITHIN_LINES: ReadonlySet<string> = new Set(
  "NonStruct Span Link Em Strong Quote Code Lbl Reference Annot Private Sub".split(" "),
);

/** What pdf.js puts before the number of an annotation where an element holds nothing else. */
const ANNOTATION = /^pdfjs_internal_id_/;

/** Reads a page: its text in the order of the tags, what is painted outside of them, and its links. */
export async function readPage(page: PDFPageProxy): Promise<ReadPdfPage> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const painted = await readPainted(page, { left, top });
  const addresses = new Map<string, string>();
  // To be shown, pdf.js would read the page once more for the words beneath each link.
  for (const annotation of await page.getAnnotations({ intent: "print" })) {
    const { id, dest }: { id?: unknown; dest?: unknown } = annotation;
    if (typeof dest === "string") addresses.set(String(id), dest);
  }

  const tagged: TaggedRun[] = [];
  const links: ReadLink[] = [];
  const notes = { count: 0 };
  const unread = new Set(painted.tagged.keys());
  const visit = (node: StructTreeNode | StructTreeContent, within: Within): void => {
    if (!("role" in node)) {
      for (const run of painted.tagged.get(node.id) ?? []) {
        tagged.push({ ...run, ...within });
      }
      unread.delete(node.id);
      return;
    }
    const { role } = node;
    let inside = WITHIN_LINES.has(role) ? within : { ...within, block: role };
    if (role === "Note") inside = { ...inside, note: (notes.count += 1) - 1 };
    const before = tagged.length;
    for (const child of node.children) visit(child, inside);
    if (role !== "Link") return;
    const words = textOf(tagged.slice(before));
    // One that goes on on the next line is two annotations.
    const names = new Set<string>();
    for (const child of node.children) {
      if ("role" in child) continue;
      const id = child.id.replace(ANNOTATION, "");
      const name = addresses.get(id);
      if (name !== undefined) names.add(name);
      addresses.delete(id);
    }
    for (const name of names) links.push({ name, words });
  };
  const tree: StructTreeNode | null = await page.getStructTree();
  if (tree) visit(tree, { block: "" });
  for (const name of addresses.values()) links.push({ name });
  const { artifacts } = painted;
  const untagged = [
    ...painted.untagged,
    ...[...unread].flatMap((id) => painted.tagged.get(id) ?? []),
  ];
  page.cleanup();
  return {
    text: textOf([...tagged, ...artifacts, ...untagged]),
    width: right - left,
    height: top - bottom,
    tagged,
    artifacts,
    untagged,
    links,
  };
}

function textOf(runs: readonly ReadRun[]): string {
  return runs.map(({ text }) => text).join(" ");
}

/** The element that text stands in: its kind, and which of the page's notes it is part of. */
interface Within {
  readonly block: string;
  readonly note?: number;
}

/** What is painted on a page, by the number under which the tags know it. */
interface Painted {
  readonly tagged: ReadonlyMap<string, readonly ReadRun[]>;
  readonly artifacts: readonly ReadRun[];
  readonly untagged: readonly ReadRun[];
}

async function readPainted(
  page: PDFPageProxy,
  corner: { readonly left: number; readonly top: number },
): Promise<Painted> {
  const tagged = new Map<string, ReadRun[]>();
  const artifacts: ReadRun[] = [];
  const untagged: ReadRun[] = [];
  // Marked content may stand within marked content, such as what tells how a ligature is spoken.
  const around: ReadRun[][] = [];
  let current = untagged;
  const { items } = await page.getTextContent({
    includeMarkedContent: true,
    disableNormalization: true,
  });
  for (const item of items) {
    if ("str" in item) {
      if (!/\S/.test(item.str)) continue;
      const [, , , , x = 0, y = 0]: readonly number[] = item.transform;
      current.push({
        text: item.str,
        left: tenth(x - corner.left),
        right: tenth(x - corner.left + item.width),
        base: tenth(corner.top - y),
        size: tenth(item.height),
      });
    } else if (item.type === "endMarkedContent") {
      current = around.pop() ?? untagged;
    } else {
      around.push(current);
      // Which its types do not know.
      if ("tag" in item && item.tag === "Artifact") current = artifacts;
      else if (item.id) {
        const known = tagged.get(item.id) ?? [];
        tagged.set(item.id, known);
        current = known;
      }
    }
  }
  return { tagged, artifacts, untagged };
}

function tenth(points: number): number {
  return Math.round(points * 10) / 10;
}
