import type { Place } from "../../diagnostics/place.ts";
import type { Inline } from "../../edition/text.ts";
import { type Around, type Instead, type Passage, placeIn } from "./passage.ts";

/** Makes text of a passage: letters and spans become nodes, spaces are tidied. Linear in both. */
export function inlinesOf(passage: Passage): readonly Inline[] {
  const shelf = new Shelf();
  const open: Around[] = [];
  const reopen = (spans: readonly Around[]): void => {
    for (const span of spans) {
      open.push(span);
      shelf.enter();
    }
  };
  const closeDownTo = (height: number, at: number): readonly Around[] => {
    const closed = open.splice(height);
    for (const span of closed.toReversed()) {
      const place = placeIn(passage, Math.min(span.from, at));
      shelf.leave((children) => span.wrap(children, place));
    }
    return closed;
  };

  let at = 0;
  const goTo = (position: number): void => {
    if (position > at) shelf.addText(passage.letters.slice(at, position), placeIn(passage, at));
    at = Math.max(at, position);
  };
  for (const { position, does, span } of stepsThrough(passage)) {
    // What lies within letters that were replaced comes to stand behind them.
    goTo(position);
    if (does === "replace") {
      const place = placeIn(passage, span.from);
      for (const node of span.nodes(place)) shelf.addNode(node, place);
      at = Math.max(at, span.to);
    } else if (does === "open") {
      const shorter = open.findLastIndex(({ to, divisible }) => to >= span.to || !divisible) + 1;
      const inside = closeDownTo(shorter, position);
      reopen([span, ...inside]);
    } else {
      const height = open.lastIndexOf(span);
      if (height >= 0) reopen(closeDownTo(height, position).slice(1));
    }
  }
  goTo(passage.letters.length);
  return shelf.nodes();
}

type Step =
  | { readonly position: number; readonly does: "close" | "open"; readonly span: Around }
  | { readonly position: number; readonly does: "replace"; readonly span: Instead };

/** Of what happens at one position: first ends, then what stands between letters, then beginnings, the longest first. */
const ORDER: Readonly<Record<Step["does"], number>> = { close: 0, replace: 1, open: 2 };

function stepsThrough(passage: Passage): readonly Step[] {
  const steps: Step[] = [];
  for (const span of passage.spans) {
    if (span.kind === "instead") steps.push({ position: span.from, does: "replace", span });
    else if (span.to > span.from)
      steps.push(
        { position: span.from, does: "open", span },
        { position: span.to, does: "close", span },
      );
  }
  return steps.sort(
    (a, b) =>
      a.position - b.position ||
      ORDER[a.does] - ORDER[b.does] ||
      (a.does === "close" ? 0 : b.span.to - a.span.to),
  );
}

/** Nodes in the making, with at most one space between any two words and none at the ends. */
class Shelf {
  private readonly levels: Inline[][] = [[]];
  /** A space was met and not yet set. */
  private space = false;
  /** No space may follow: at the beginning, behind a new line, behind a space. */
  private tight = true;

  /** Adds letters. */
  addText(letters: string, place: Place): void {
    const words = tidy(letters);
    const bare = words.trim();
    if (words === "") return;
    if (words.startsWith(" ")) this.space = true;
    if (bare === "") return;
    this.setSpace(place);
    this.append(bare, place, this.levels.length - 1);
    this.tight = false;
    this.space = words.endsWith(" ");
  }

  /** Adds a node. A note's call and a doubt stand at the word before them; a new line swallows the spaces about it. */
  addNode(node: Inline, place: Place): void {
    if (node.type === "line-break") {
      if (this.levels.every((nodes) => nodes.length === 0)) return;
      this.space = false;
      this.tight = true;
    } else if (node.type !== "note-call" && node.type !== "doubt") {
      this.setSpace(place);
      if (node.type !== "page-break") this.tight = false;
    }
    this.top().push(node);
  }

  /** What is added from now on stands inside a node. */
  enter(): void {
    this.levels.push([]);
  }

  /** Ends the node; without children there is none. */
  leave(wrap: (children: readonly Inline[]) => Inline): void {
    const children = this.levels.pop() ?? [];
    if (children.length > 0) this.top().push(wrap(children));
  }

  nodes(): readonly Inline[] {
    const nodes = this.top();
    while (nodes.at(-1)?.type === "line-break") nodes.pop();
    return nodes;
  }

  /** Sets the space that was met before the innermost node that has begun and has no letters yet. */
  private setSpace(place: Place): void {
    if (this.space && !this.tight) {
      let level = this.levels.length - 1;
      while (level > 0 && this.levels[level]?.length === 0) level -= 1;
      this.append(" ", place, level);
      this.tight = true;
    }
    this.space = false;
  }

  private append(value: string, place: Place, level: number): void {
    const nodes = this.levels[level];
    if (!nodes) throw new Error("no such level");
    const last = nodes.at(-1);
    if (last?.type === "text") nodes[nodes.length - 1] = { ...last, value: last.value + value };
    else nodes.push({ type: "text", value, place });
  }

  private top(): Inline[] {
    const nodes = this.levels.at(-1);
    if (!nodes) throw new Error("more nodes were ended than begun");
    return nodes;
  }
}

/** Letters as an editor would type them: one space for any, no soft hyphens and marks without width; hard spaces where a language wants them. */
function tidy(letters: string): string {
  return letters
    .replaceAll(/[\u00AD\u200B\u2060\uFEFF]/gu, "")
    .replaceAll(/\s+/gu, (space, at: number, whole: string) =>
      /^[\u00A0\u202F]$/u.test(space) &&
      (/[:;!?»%]/u.test(whole[at + 1] ?? "") || whole[at - 1] === "«")
        ? space
        : " ",
    );
}
