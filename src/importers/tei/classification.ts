import { childElements, type XmlNode } from "../xml/xml-tree.ts";
import { wordsOf } from "./letters.ts";

/** A classification, and nothing else. */
const CLASSIFICATION =
  /^\[?((?:top secret|secret|confidential|restricted|unclassified|limited official use|official use only|for official use only)(?:[;,/—–-]? *(?:eyes only|sensitive|nodis|exdis|limdis|priority|niact|immediate|urgent|operational immediate|u\.? ?s\.? urgent|personal))*)\]?\.?$/iu;

/** The classification that a document bears, where a line of its opener says nothing else. */
export function classificationOf(body: readonly XmlNode[]): string | undefined {
  for (const node of body) {
    if (node.type !== "element" || node.name !== "opener") continue;
    for (const line of childElements(node)) {
      const words = line.name === "seg" || line.name === "p" ? wordsOf(line) : "";
      const found = CLASSIFICATION.exec(words)?.[1];
      if (found !== undefined) return inCapitals(found);
    }
  }
  return undefined;
}

/** "top secret", set in small capitals, is written Top Secret. */
function inCapitals(words: string): string {
  return words.toLowerCase().replaceAll(/(?<![\p{L}’'])\p{L}/gu, (first) => first.toUpperCase());
}
