import type { Block, DefinitionEntry, Inline, ListEntry } from "../../edition/text.ts";
import type { XmlElement, XmlNode } from "../xml/xml-tree.ts";
import { type Convert, pour, pourInto } from "./convert.ts";
import { strong } from "./inline-forms.ts";
import { hasOwnText, isBlank } from "./letters.ts";
import type { TextFlow } from "./text-flow.ts";
import type { Work } from "./work.ts";

/** A list: with its heading, its entries, and words and meanings where it has labels. */
export const listForm: Convert = (element, flow, work) => {
  flow.endParagraph();
  let run: XmlNode[] = [];
  const end = (): void => {
    if (run.length > 0) pourEntries(run, element, flow, { ...work, transcription: false });
    run = [];
  };
  for (const child of element.children) {
    const isHead =
      child.type === "element" &&
      (child.name === "head" || child.name === "headLabel" || child.name === "headItem");
    if (!isHead) {
      run.push(child);
      continue;
    }
    end();
    flow.endParagraph();
    flow.within(strong(child), () => pourInto(child, flow, work));
    flow.endParagraph();
  }
  end();
};

/** One entry in the making: its labels, and its items. */
interface Gathered {
  readonly labels: XmlElement[];
  readonly items: XmlElement[];
}

function pourEntries(
  nodes: readonly XmlNode[],
  list: XmlElement,
  flow: TextFlow,
  work: Work,
): void {
  const gathered = gather(nodes, list);
  const words = gathered.every(({ labels, items }) => labels.length > 0 && items.length > 0);
  if (words) definitions(gathered, list, flow, work);
  else plainList(gathered, list, flow, work);
}

/** Items with their labels; what stands between them (pages, stray words) goes into the next item, or into one of its own. */
function gather(nodes: readonly XmlNode[], list: XmlElement): readonly Gathered[] {
  const made: Gathered[] = [];
  let loose: XmlNode[] = [];
  for (const node of nodes) {
    if (node.type === "text" && isBlank(node)) continue;
    const isEntry = node.type === "element" && (node.name === "item" || node.name === "label");
    if (!isEntry) {
      loose.push(node);
      continue;
    }
    const whole = pagesOnly(loose) ? { ...node, children: [...loose, ...node.children] } : node;
    if (!pagesOnly(loose)) made.push({ labels: [], items: [asItem(loose, list)] });
    loose = [];
    const last = made.at(-1);
    if (node.name === "item") {
      if (last && last.labels.length > 0) last.items.push(whole);
      else made.push({ labels: [], items: [whole] });
    } else if (last && last.labels.length > 0 && last.items.length === 0) last.labels.push(whole);
    else made.push({ labels: [whole], items: [] });
  }
  if (loose.length > 0) {
    const last = made.at(-1)?.items;
    const item = last?.pop();
    if (pagesOnly(loose) && item) last?.push({ ...item, children: [...item.children, ...loose] });
    else {
      if (item) last?.push(item);
      made.push({ labels: [], items: [asItem(loose, list)] });
    }
  }
  return made;
}

function pagesOnly(nodes: readonly XmlNode[]): boolean {
  return nodes.every(
    (node) => node.type === "element" && (node.name === "pb" || node.name.startsWith("#")),
  );
}

function asItem(nodes: readonly XmlNode[], list: XmlElement): XmlElement {
  return { ...list, name: "item", children: nodes, place: nodes[0]?.place ?? list.place };
}

function itemBlocks(item: XmlElement, flow: TextFlow, work: Work): readonly Block[] {
  return flow.inner((inner) => pour(item.children, inner, work, hasOwnText(item)));
}

function plainList(
  gathered: readonly Gathered[],
  list: XmlElement,
  flow: TextFlow,
  work: Work,
): void {
  const items = gathered.flatMap(({ labels, items: inside }) => {
    // A label whose item is missing, or the other way round: one entry, the label first.
    const [first, ...others] = inside;
    const children = [
      ...labels.flatMap((label) => [...label.children, space(label)]),
      ...(first?.children ?? []),
    ];
    const place = labels[0]?.place ?? first?.place ?? list.place;
    return [{ ...list, name: "item", children, place }, ...others];
  });
  const made = items
    .map((item): ListEntry => ({ blocks: itemBlocks(item, flow, work), place: item.place }))
    .filter(({ blocks }) => blocks.length > 0);
  if (made.length === 0) return;
  const numbered = withMarkers(made);
  flow.block({
    type: "list",
    ordered: numbered !== undefined,
    tight: made.every(
      ({ blocks }) => blocks.length === 1 || blocks.slice(1).every(({ type }) => type === "list"),
    ),
    entries: numbered ?? made,
    place: list.place,
  });
}

function space({ place }: XmlElement): XmlNode {
  return { type: "text", value: " ", place };
}

/** Entries that all begin with a number: the list numbers them as they are. */
function withMarkers(entries: readonly ListEntry[]): readonly ListEntry[] | undefined {
  const numbered: ListEntry[] = [];
  for (const [at, entry] of entries.entries()) {
    const found = markerOf(entry);
    const first = markerOf(entries[0] ?? entry);
    // Markdown reads a list's numbers on from its first, and one kind of sign behind them.
    if (!found || !first || found.number !== first.number + at || found.sign !== first.sign)
      return undefined;
    numbered.push({ ...entry, marker: `${found.number}${found.sign}`, blocks: found.blocks });
  }
  return numbered;
}

function markerOf({
  blocks,
}: ListEntry):
  | { readonly number: number; readonly sign: string; readonly blocks: readonly Block[] }
  | undefined {
  const [first, ...rest] = blocks;
  if (first?.type !== "paragraph") return undefined;
  const [text, ...others] = first.children;
  if (text?.type !== "text") return undefined;
  const [whole, number, sign = ""] = /^(\d{1,6})([.)]) +(?=\S|$)/u.exec(text.value) ?? [];
  if (whole === undefined || String(Number(number)) !== number) return undefined;
  const value = text.value.slice(whole.length);
  const children: readonly Inline[] = value === "" ? others : [{ ...text, value }, ...others];
  if (children.length === 0) return undefined;
  return { number: Number(number), sign, blocks: [{ ...first, children }, ...rest] };
}

function definitions(
  gathered: readonly Gathered[],
  list: XmlElement,
  flow: TextFlow,
  work: Work,
): void {
  const made = gathered.map(({ labels, items }): DefinitionEntry => ({
    terms: labels
      .map((label) => flow.line((line) => pourInto(label, line, work), "as spaces"))
      .filter((term) => term.length > 0),
    meanings: items.map((item) => itemBlocks(item, flow, work)).filter(({ length }) => length > 0),
  }));
  if (made.every(({ terms, meanings }) => terms.length > 0 && meanings.length > 0)) {
    flow.block({ type: "definitions", entries: made, place: list.place });
    return;
  }
  // A word without a meaning, or the other way round: paragraphs, one after the other.
  for (const { terms, meanings } of made) {
    for (const children of terms) flow.block({ type: "paragraph", children, place: list.place });
    for (const block of meanings.flat()) flow.block(block);
  }
}
