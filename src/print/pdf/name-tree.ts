import { hexadecimal } from "./objects.ts";
import type { ObjectFile } from "./object-file.ts";

/** As many as stand in one leaf. */
const IN_A_LEAF = 64;

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
  kind: "Names" | "Nums",
  entries: readonly (readonly [key: string, value: string])[],
): string {
  const leaves: string[] = [];
  for (let at = 0; at < entries.length; at += IN_A_LEAF) {
    const some = entries.slice(at, at + IN_A_LEAF);
    const leaf = file.reserve();
    const limits = `/Limits[${some[0]?.[0] ?? ""} ${some.at(-1)?.[0] ?? ""}]`;
    const pairs = some.map(([key, value]) => `${key} ${value}`).join(" ");
    file.put(leaf, `<<${limits}/${kind}[${pairs}]>>`);
    leaves.push(`${leaf} 0 R`);
  }
  return leaves.length === 0 ? `<</${kind}[]>>` : `<</Kids[${leaves.join(" ")}]>>`;
}
