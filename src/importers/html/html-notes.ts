import {
  type HtmlElement,
  type HtmlTree,
  BLOCKS,
  elementAt,
  elementsIn,
  holds,
  namesOf,
  textBetween,
} from "./html-tree.ts";
import type { MainPart } from "./page-parts.ts";

/** A note of a page. */
export interface HtmlNote {
  readonly label: string;
  /** Its nodes, from one index to another. */
  readonly from: number;
  readonly to: number;
  /** The mark by which it is called: `1`, `*`. */
  readonly mark: string;
}

/** Notes of a page, and what calls them or leads back from them. */
export interface HtmlNotes {
  readonly notes: readonly HtmlNote[];
  /** By the element that holds a call's mark and nothing else, the label; a second call of a note is none. */
  readonly calls: ReadonlyMap<number, string>;
  /** By the element that calls a note once more, its label. */
  readonly again: ReadonlyMap<number, string>;
  /** Elements within notes that lead back to the text. */
  readonly backlinks: ReadonlySet<number>;
}

const MARK =
  /^[[(]?\s*(?:(?:note|n|fn)\.?\s?)?(\d{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶#]{1,4})\s*[\])]?[.:]?$/iu;
const BACK =
  /^[[(]?\s*(?:↩\u{FE0E}?|⏎|↵|↑|⇑|⤴|\^|«|back|return|jump (?:up|back).{0,30}|\d{1,4}\.\d{1,3}|[a-z])\s*[\])]?$/iu;
const CALLS =
  /(?:^|[-_])(?:noteref|footnote-?ref|footnote-?anchor|note-?ref|note-?call|footnote|endnote|note|fn|reference|fnref)s?(?:[-_]|$)/u;

/** Longer than this no note is. */
const LONGEST = 40_000;

/** Finds notes by their links: a short mark in the text that leads to a small part of the page further down. */
export function findNotes(tree: HtmlTree, part: MainPart): HtmlNotes {
  const elements = elementsIn(tree).filter(({ order }) => order >= part.from && order < part.to);
  const targets = new Map<string, HtmlElement>();
  for (const element of elements)
    for (const id of [
      element.attributes["id"],
      element.name === "a" ? element.attributes["name"] : undefined,
    ])
      if (id !== undefined && id !== "" && !targets.has(id)) targets.set(id, element);
  const links = elements.flatMap((link) => {
    const target = link.name === "a" ? targets.get(fragmentOf(link)) : undefined;
    return target ? [{ link, target }] : [];
  });

  const found = new Map<number, { target: HtmlElement; mark: string; calls: HtmlElement[] }>();
  for (const { link, target } of links) {
    if (target.order < link.end || holds(link, target.order)) continue;
    const text = textBetween(tree, link.order, link.end, 40).trim();
    const mark = MARK.exec(text)?.[1];
    const known = found.get(target.order);
    if (
      mark === undefined &&
      !namesOf(link).some((name) => name === "noteref" || name === "doc-noteref")
    )
      continue;
    if (known) known.calls.push(link);
    else if (isNote(tree, link, target))
      found.set(target.order, { target, mark: mark ?? text, calls: [link] });
  }
  const inNotes = [...found.values()].toSorted((a, b) => a.target.order - b.target.order);
  const ranges = rangesOf(
    tree,
    inNotes.map(({ target }) => target),
  );
  const labels = labelsOf(
    tree,
    inNotes.map(({ mark }) => mark),
    ranges,
  );
  const calls = new Map<number, string>();
  const again = new Map<number, string>();
  for (const [index, { calls: links_ }] of inNotes.entries()) {
    const [first, ...others] = links_.toSorted((a, b) => a.order - b.order);
    const label = labels[index];
    if (!first || label === undefined) continue;
    calls.set(wrapperOf(tree, first).order, label);
    for (const other of others) again.set(other.order, label);
  }
  return {
    notes: inNotes.map(({ mark }, index) => ({
      label: labels[index] ?? "",
      mark,
      from: ranges[index]?.from ?? 0,
      to: ranges[index]?.to ?? 0,
    })),
    calls,
    again,
    backlinks: backlinksIn(tree, links, ranges),
  };
}

function fragmentOf({ attributes }: HtmlElement): string {
  const fragment = /^[^#]{0,300}#(.+)$/u.exec(attributes["href"] ?? "")?.[1] ?? "";
  const isElsewhere = /^(?:[a-z]+:|\/\/|\/|\?)/iu.test(attributes["href"] ?? "");
  if (isElsewhere) return "";
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Whether what a mark leads to is a note: a small block that begins there, and is no heading. */
function isNote(tree: HtmlTree, link: HtmlElement, target: HtmlElement): boolean {
  const block = blockOf(tree, target);
  if (!block || /^h\d$/u.test(block.name) || holds(block, link.order)) return false;
  const before = textBetween(tree, block.order, target.order, 40).trim();
  if (before.length > 6) return false;
  const text = textBetween(tree, block.order, block.end, LONGEST + 1);
  if (text.length > LONGEST || text.trim() === "") return false;
  if (["body", "main", "article", "section"].includes(block.name) && !hasName(block)) return false;
  return (
    hasName(link) ||
    hasName(block) ||
    hasName(target) ||
    elementAt(tree, link.parent)?.name === "sup" ||
    /^[[(*†‡§¶]/u.test(textBetween(tree, link.order, link.end, 10).trim())
  );
}

function hasName(element: HtmlElement): boolean {
  const id = element.attributes["id"] ?? element.attributes["name"] ?? "";
  return [...namesOf(element), id.toLowerCase()].some(
    (name) =>
      CALLS.test(name) ||
      /(?:foot|end)?notes?|^_?e?d?n?ftn|fn[-_:.]?\d|cite_note|^_edn/u.test(name),
  );
}

/** Elements about a mark are few on any page that was made to be read. */
const HIGHEST = 50;

/** The block in which an element stands, or which it is. */
function blockOf(tree: HtmlTree, element: HtmlElement): HtmlElement | undefined {
  let at: HtmlElement | undefined = element;
  for (let height = 0; at && height < HIGHEST; height += 1) {
    if (BLOCKS.has(at.name) && at.name !== "br") return at;
    at = elementAt(tree, at.parent);
  }
  return undefined;
}

/** What of the page each note is: its block, as far as the next note; paragraphs between two notes are the first one's. */
function rangesOf(tree: HtmlTree, targets: readonly HtmlElement[]): readonly MainPart[] {
  const blocks = targets.map((target, index) => largestOf(tree, target, targets, index));
  return targets.map((target, index) => {
    const block = blocks[index];
    const next = blocks[index + 1];
    const nextTarget = targets[index + 1];
    if (!block) return { from: target.order, to: target.end };
    const isShared = blocks[index - 1] === block;
    const from = isShared ? target.order : block.order;
    if (next === block && nextTarget) return { from, to: nextTarget.order };
    const goesOn =
      next &&
      block.name === "p" &&
      next.parent === block.parent &&
      isAllParagraphs(tree, block.end, next.order);
    return { from, to: goesOn ? next.order : block.end };
  });
}

/** The block of a target, or what is about it where that is a note's as a whole and no other's. */
function largestOf(
  tree: HtmlTree,
  target: HtmlElement,
  targets: readonly HtmlElement[],
  index: number,
): HtmlElement | undefined {
  const block = blockOf(tree, target);
  const parent = block && elementAt(tree, block.parent);
  if (!block || !parent || !["li", "div", "aside", "dd"].includes(parent.name) || !hasName(parent))
    return block;
  const holdsOthers = [targets[index - 1], targets[index + 1]].some(
    (other) => other && holds(parent, other.order),
  );
  const before = textBetween(tree, parent.order, block.order, 10).trim();
  return holdsOthers || before !== "" ? block : parent;
}

function isAllParagraphs(tree: HtmlTree, from: number, to: number): boolean {
  for (let order = from; order < to;) {
    const node = tree.nodes[order];
    if (node?.kind === "text" && node.text.trim() === "") order += 1;
    else if (node?.kind === "element" && ["p", "blockquote", "br"].includes(node.name))
      order = node.end;
    else return false;
  }
  return true;
}

/** Notes are labeled with their numbers; with their order where these are none, or one is there twice. */
function labelsOf(
  tree: HtmlTree,
  marks: readonly string[],
  ranges: readonly MainPart[],
): readonly string[] {
  const isSource = (index: number): boolean => {
    const { from, to } = ranges[index] ?? { from: 0, to: 0 };
    return index === 0 && /^\W*\d*\W*sources?\s*:/iu.test(textBetween(tree, from, to, 60));
  };
  const first = isSource(0) ? 1 : 0;
  const own = marks.slice(first);
  const areNumbers = own.every((mark) => /^\d+$/u.test(mark)) && new Set(own).size === own.length;
  return marks.map((mark, index) => {
    if (index < first) return "src";
    return areNumbers ? String(Number(mark)) : String(index + 1 - first);
  });
}

/** The outermost element that holds a call's mark and nothing else but brackets. */
function wrapperOf(tree: HtmlTree, link: HtmlElement): HtmlElement {
  const mark = bare(textBetween(tree, link.order, link.end));
  let wrapper = link;
  for (;;) {
    const parent = elementAt(tree, wrapper.parent);
    if (!parent || BLOCKS.has(parent.name)) return wrapper;
    if (parent.end - parent.order > 40) return wrapper;
    if (bare(textBetween(tree, parent.order, parent.end)) !== mark) return wrapper;
    wrapper = parent;
  }
}

function bare(text: string): string {
  return text.replaceAll(/[\s[\]()]/gu, "");
}

function backlinksIn(
  tree: HtmlTree,
  links: readonly { readonly link: HtmlElement; readonly target: HtmlElement }[],
  ranges: readonly MainPart[],
): ReadonlySet<number> {
  const backlinks = new Set<number>();
  let index = 0;
  const sorted = ranges.toSorted((a, b) => a.from - b.from);
  for (const { link, target } of links) {
    while (index < sorted.length && (sorted[index]?.to ?? 0) <= link.order) index += 1;
    const note = sorted[index];
    if (!note || link.order < note.from || target.order >= note.from) continue;
    const text = textBetween(tree, link.order, link.end, 60).trim();
    if (
      MARK.test(text) ||
      BACK.test(text) ||
      text === "" ||
      namesOf(link).some((name) => /back/u.test(name))
    )
      backlinks.add(wrapperOf(tree, link).order);
  }
  return backlinks;
}
