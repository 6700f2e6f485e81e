import type { Inline } from "../../edition/text.ts";
import type { XmlElement, XmlNode } from "../xml/xml-tree.ts";
import { hasOwnText } from "./letters.ts";
import { TextFlow } from "./text-flow.ts";
import { settleBrackets } from "./brackets.ts";
import { type Spot, type Work, doubtOf } from "./work.ts";

/** How an element is converted: it pours its words into the flow. */
export type Convert = (element: XmlElement, flow: TextFlow, work: Work, spot: Spot) => void;

/** A flow whose paragraphs have their brackets settled. */
export function newFlow(): TextFlow {
  return new TextFlow((inlines: readonly Inline[]) => settleBrackets(inlines));
}

/** Pours some nodes into a flow. */
export function pour(
  nodes: readonly XmlNode[],
  flow: TextFlow,
  work: Work,
  amongWords: boolean,
  within = "",
): void {
  let before = "";
  for (const node of nodes) {
    if (node.type === "text") {
      flow.text(node.value, node.place);
      before = `${before}${node.value}`.slice(-80);
      continue;
    }
    const made = doubtOf(node);
    if (made) flow.mark(made);
    else convertElement(node, flow, work, { amongWords, within, before });
  }
}

/** Pours what an element holds. */
export function pourInto(element: XmlElement, flow: TextFlow, work: Work): void {
  pour(element.children, flow, work, hasOwnText(element), element.name);
}

function convertElement(element: XmlElement, flow: TextFlow, work: Work, spot: Spot): void {
  const convert = work.forms.get(element.name);
  if (convert) return convert(element, flow, work, spot);
  work.volume.remarks.add(
    `the element <${element.prefix === "" ? "" : `${element.prefix}:`}${element.name}> is not known to the importer; its words are kept ({times})`,
    element.place,
  );
  if (!spot.amongWords) flow.endParagraph();
  pourInto(element, flow, work);
  if (!spot.amongWords) flow.endParagraph();
}
