import type { Place } from "../../diagnostics/place.ts";
import type { Block, Inline, PageBreak, Paragraph } from "../../edition/text.ts";
import { joinInlines } from "./join-inlines.ts";

/** What stands around some words: emphasis, a reference, an editorial act. */
export interface Wrapping {
  /** Two wrappings of one key are one where they touch, and the inner one is nothing within the outer. */
  readonly key: string;
  /** A link can hold no other link, and no call of a note. */
  readonly link: boolean;
  readonly wrap: (children: readonly Inline[]) => Inline;
}

/** A wrapping that is open, and what it holds so far. */
interface Frame {
  readonly wrapping: Wrapping | undefined;
  children: Inline[];
}

/** What has no width: it belongs to the words that it stands at. */
type Mark = Exclude<Inline, { readonly children: readonly Inline[] }>;

/**
 * Blocks in the making. TEI nests blocks and words as it likes, Markdown does not: words are poured in as
 * they come, and a block that stands among them ends the paragraph, closes what is open around it, and
 * opens it again behind. Spaces are made one, and stand outside of emphasis; a call of a note stands at
 * the word before it, and a page's beginning is never a paragraph of its own.
 */
export class TextFlow {
  readonly #blocks: Block[] = [];
  /** Marks that wait for words to stand at. */
  #carried: Mark[] = [];
  #frames: Frame[] = [{ wrapping: undefined, children: [] }];
  #gap: "none" | "space" | "break" = "none";
  #gapPlace: Place | undefined;
  #behindLink: Mark[] = [];
  /** Whether the paragraph has any letters yet, and where it began. */
  #inked = false;
  #start: Place | undefined;
  readonly #settle: (inlines: readonly Inline[]) => readonly Inline[];

  /** `settle` has the last word about a paragraph's inlines. */
  constructor(settle: (inlines: readonly Inline[]) => readonly Inline[]) {
    this.#settle = settle;
  }

  /** Letters as the input has them, with its line ends and indents. */
  text(value: string, place: Place): void {
    const words = value.replaceAll(/[ \t\r\n]+/gu, " ");
    const inner = words.slice(words.startsWith(" ") ? 1 : 0, words.endsWith(" ") ? -1 : undefined);
    if (words.startsWith(" ")) this.#space();
    if (inner === "") return;
    this.#begin(place);
    this.#push({ type: "text", value: inner, place }, this.#top());
    if (words.endsWith(" ")) this.#space();
  }

  #space(): void {
    if (this.#gap === "none" && this.#inked) this.#gap = "space";
  }

  /** Something that takes room in a line: an image. */
  ink(inline: Inline): void {
    this.#begin(inline.place);
    this.#push(inline, this.#top());
  }

  lineBreak(place: Place): void {
    if (!this.#inked) return;
    this.#gap = "break";
    this.#gapPlace = place;
  }

  pageBreak(inline: PageBreak): void {
    if (!this.#inked) {
      this.#carried.push(inline);
      return;
    }
    this.#fillGap(inline.place);
    this.#push(inline, this.#anchor());
  }

  /** A call of a note, or a doubt: it stands at the letters before it; a doubt behind the link that they are in. */
  mark(inline: Mark): void {
    if (inline.type === "doubt" && this.#frames.some(({ wrapping }) => wrapping?.link)) {
      this.#behindLink.push(inline);
    } else if (this.#inked) this.#outsideLinks(() => this.#push(inline, this.#anchor()));
    else this.#carried.push(inline);
  }

  /** Pours words that something stands around. Says whether it could be told: no link in a link. */
  within(wrapping: Wrapping, fill: () => void): boolean {
    const open = this.#frames.some(
      ({ wrapping: other }) =>
        other && (other.key === wrapping.key || (other.link && wrapping.link)),
    );
    if (open) {
      fill();
      return false;
    }
    this.#frames.push({ wrapping, children: [] });
    fill();
    this.#close();
    if (wrapping.link) this.#setBehindLink();
    return true;
  }

  #setBehindLink(): void {
    const marks = this.#behindLink;
    this.#behindLink = [];
    for (const mark of marks) this.mark(mark);
  }

  /** Ends the paragraph, if there is one. */
  endParagraph(): void {
    const open = this.#frames.slice(1).map(({ wrapping }) => wrapping);
    while (this.#frames.length > 1) this.#close();
    const base = this.#top();
    if (base.children.length > 0) {
      const children = this.#settle(base.children);
      const place = this.#start ?? children[0]?.place;
      if (place) this.#blocks.push({ type: "paragraph", children, place });
    }
    this.#frames = [{ wrapping: undefined, children: [] }];
    for (const wrapping of open) this.#frames.push({ wrapping, children: [] });
    this.#gap = "none";
    this.#inked = false;
    this.#start = undefined;
  }

  /** Adds a block. */
  block(block: Block): void {
    this.endParagraph();
    this.#blocks.push(block);
  }

  /** Fills blocks that will stand in a block of this flow; marks that wait go in, and come back out. */
  inner(fill: (flow: TextFlow) => void): readonly Block[] {
    this.endParagraph();
    const flow = new TextFlow(this.#settle);
    flow.#carried = this.#carried;
    fill(flow);
    flow.endParagraph();
    this.#carried = flow.#carried;
    return flow.#blocks;
  }

  /** Fills one line. Marks that no letters came for wait again. */
  line(fill: (flow: TextFlow) => void, breaks: "kept" | "as spaces"): readonly Inline[] {
    return joinInlines(this.inner(fill), breaks);
  }

  /** All blocks; what still waits stands behind the last words, or alone where there are none. */
  finish(): readonly Block[] {
    this.endParagraph();
    const [first] = this.#carried;
    if (!first) return this.#blocks;
    const carried = this.#carried;
    this.#carried = [];
    const last = this.#blocks.at(-1);
    if (last?.type === "paragraph") {
      const grown: Paragraph = { ...last, children: [...last.children, ...carried] };
      return [...this.#blocks.slice(0, -1), grown];
    }
    return [...this.#blocks, { type: "paragraph", children: carried, place: first.place }];
  }

  #top(): Frame {
    const top = this.#frames.at(-1);
    if (!top) throw new Error("a flow without a frame");
    return top;
  }

  /** The innermost frame that holds something: what stands at letters stands where they do. */
  #anchor(): Frame {
    return this.#frames.findLast(({ children }) => children.length > 0) ?? this.#top();
  }

  #begin(place: Place): void {
    if (this.#inked) return this.#fillGap(place);
    this.#inked = true;
    this.#start = place;
    const base = this.#frames[0];
    if (base) for (const mark of this.#carried) this.#push(mark, base);
    this.#carried = [];
  }

  #fillGap(place: Place): void {
    if (this.#gap === "space") this.#push({ type: "text", value: " ", place }, this.#anchor());
    if (this.#gap === "break") {
      // Emphasis that ends with a new line is none in Markdown: it stands outside, too.
      this.#push({ type: "line-break", place: this.#gapPlace ?? place }, this.#anchor());
    }
    this.#gap = "none";
  }

  #close(): void {
    const frame = this.#frames.pop();
    if (!frame?.wrapping || frame.children.length === 0) return;
    const { key } = frame.wrapping;
    const { children } = this.#top();
    const before = children.at(-1);
    const joined = before && this.#keys.get(before) === key ? childrenOf(before) : undefined;
    if (joined) children.pop();
    const made = frame.wrapping.wrap(joined ? appended(joined, frame.children) : frame.children);
    this.#keys.set(made, key);
    children.push(made);
  }

  readonly #keys = new WeakMap<Inline, string>();

  #push(inline: Inline, frame: Frame): void {
    const last = frame.children.at(-1);
    if (last?.type === "text" && inline.type === "text") {
      frame.children[frame.children.length - 1] = { ...last, value: last.value + inline.value };
    } else {
      frame.children.push(inline);
    }
  }

  /** Does something outside of the link that may be open, which goes on behind it. */
  #outsideLinks(act: () => void): void {
    const link = this.#frames.findIndex(({ wrapping }) => wrapping?.link);
    if (link < 0) return act();
    const reopened = this.#frames.slice(link).map(({ wrapping }) => wrapping);
    while (this.#frames.length > link) this.#close();
    act();
    for (const wrapping of reopened) this.#frames.push({ wrapping, children: [] });
  }
}

function childrenOf(inline: Inline): readonly Inline[] | undefined {
  return "children" in inline ? inline.children : undefined;
}

/** Inlines behind others, runs of letters joined. */
function appended(before: readonly Inline[], behind: readonly Inline[]): readonly Inline[] {
  const [last, first] = [before.at(-1), behind[0]];
  if (last?.type !== "text" || first?.type !== "text") return [...before, ...behind];
  return [...before.slice(0, -1), { ...last, value: last.value + first.value }, ...behind.slice(1)];
}
