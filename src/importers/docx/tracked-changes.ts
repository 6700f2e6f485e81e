import { Refusal } from "../refusal.ts";
import { type XmlElement, textWithin } from "../xml/xml-tree.ts";
import type { WordPart } from "./word-package.ts";
import { wordName } from "./word-names.ts";

/** Elements that say that words, paragraphs, rows or cells are new, gone or moved. Changes of form alone are none. */
const changes: ReadonlyMap<string, "inserted" | "deleted" | "moved"> = new Map([
  ["w:ins", "inserted"],
  ["w:del", "deleted"],
  ["w:moveFrom", "moved"],
  ["w:moveTo", "moved"],
  ["w:cellIns", "inserted"],
  ["w:cellDel", "deleted"],
  ["w:cellMerge", "moved"],
]);

/** Throws a `Refusal` where a file has tracked changes: which of two wordings is the text only its editor knows. */
export function refuseTrackedChanges(parts: readonly WordPart[]): void {
  let count = 0;
  let first: { readonly how: string; readonly words: string } | undefined;
  const look = (element: XmlElement): void => {
    const how = changes.get(wordName(element));
    if (how !== undefined) {
      count += 1;
      const words = textWithin(element).trim();
      if (!first || (first.words === "" && words !== "")) first = { how, words };
      return;
    }
    for (const child of element.children) if (child.type === "element") look(child);
  };
  for (const { root } of parts) look(root);
  if (!first) return;
  const { how, words } = first;
  const example =
    words === "" ? `a paragraph or a row is ${how}` : `"${shortened(words)}" is ${how}`;
  throw new Refusal(
    count === 1
      ? `it has a tracked change: ${example}`
      : `it has ${count} tracked changes, the first of them: ${example}`,
    "accept or reject the tracked changes in Word first, and save",
  );
}

function shortened(words: string): string {
  const plain = words.replaceAll(/\s+/gu, " ");
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}
