import { hexadecimal } from "./objects.ts";
import type { ObjectFile } from "./object-file.ts";

/** As many as stand in one leaf: the fewer leaves, the sooner a program has read all names. */
const IN_A_LEAF = { Names: 256, Nums: 64 } as const;

/** As many nodes stand below one: a program looks at one after the other, and has to unpack each. */
const BELOW_A_NODE = 16;

/** Writes a tree of texts and what belongs to them, by which a program finds one among thousands; gives its text. */
export function writeNameTree(file: ObjectFile, entries: ReadonlyMap<string, string>): string {
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return writeTree(
    file,
    "Names",
    sorted.map(([name, value]) => [hexadecimal(name), value]),
  );
}

/** The same for numbers from 0 on. */
export function writeNumberTree(file: ObjectFile, values: readonly string[]): string {
  return writeTree(
    file,
    "Nums",
    values.map((value, number) => [String(number), value]),
  );
}

function writeTree(
  file: ObjectFile,
  kind: keyof typeof IN_A_LEAF,
  entries: readonly (readonly [key: string, value: string])[],
): string {
  if (entries.length === 0) return `<</${kind}[]>>`;
  let nodes: readonly TreeNode[] = inGroups(entries, IN_A_LEAF[kind]).map((some) => ({
    first: some[0]?.[0] ?? "",
    last: some.at(-1)?.[0] ?? "",
    content: `/${kind}[${some.map(([key, value]) => `${key} ${value}`).join(" ")}]`,
  }));
  while (nodes.length > BELOW_A_NODE) {
    nodes = inGroups(nodes, BELOW_A_NODE).map((some) => ({
      first: some[0]?.first ?? "",
      last: some.at(-1)?.last ?? "",
      content: writeKids(file, some),
    }));
  }
  return `<<${writeKids(file, nodes)}>>`;
}

/** A node of a tree, and the first and last key below it. */
interface TreeNode {
  readonly first: string;
  readonly last: string;
  readonly content: string;
}

/** Puts nodes into the file; gives what the one above them says of them. */
function writeKids(file: ObjectFile, nodes: readonly TreeNode[]): string {
  const references = nodes.map(({ first, last, content }) => {
    const number = file.reserve();
    file.put(number, `<</Limits[${first} ${last}]${content}>>`);
    return `${number} 0 R`;
  });
  return `/Kids[${references.join(" ")}]`;
}

function inGroups<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, at) =>
    items.slice(at * most, (at + 1) * most),
  );
}
