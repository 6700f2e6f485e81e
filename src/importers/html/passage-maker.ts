import type { Place } from "../../diagnostics/place.ts";
import {
  type Anchor,
  type Instead,
  type Passage,
  type Span,
  inserted,
  passageFrom,
} from "../reading/passage.ts";
import type { HtmlStyle } from "./html-styles.ts";

/** Gathers letters and what elements say of them into one passage after the other. */
export class PassageMaker {
  #letters = "";
  #anchors: Anchor[] = [];
  #spans: Span[] = [];
  /** Styles that are open, with where they began in the present passage. */
  readonly #open: { readonly style: HtmlStyle; from: number }[] = [];
  #firstPlace: Place | undefined;

  get length(): number {
    return this.#letters.length;
  }

  /** Whether nothing but space was gathered. */
  get isBlank(): boolean {
    return this.#letters.trim() === "" && this.#spans.every((span) => span.kind === "around");
  }

  add(text: string, place: Place): void {
    if (text === "") return;
    this.#firstPlace ??= place;
    this.#anchors.push({ at: this.#letters.length, place });
    this.#letters += text;
  }

  /** Something that stands in place of the letters added since. */
  replace(from: number, span: Pick<Instead, "nodes" | "cut">): void {
    this.#spans.push({ kind: "instead", from, to: this.#letters.length, ...span });
  }

  insert(node: Parameters<typeof inserted>[1], place: Place): void {
    this.#firstPlace ??= place;
    if (this.#anchors.length === 0) this.#anchors.push({ at: 0, place });
    this.#spans.push(inserted(this.#letters.length, node));
  }

  /** Begins a style; one that is open already says nothing new. */
  open(style: HtmlStyle): boolean {
    if (this.#open.some((open) => open.style.name === style.name)) return false;
    this.#open.push({ style, from: this.#letters.length });
    return true;
  }

  /** Ends the last style of this name. */
  close(style: HtmlStyle): void {
    const index = this.#open.findLastIndex((open) => open.style === style);
    const [open] = index < 0 ? [] : this.#open.splice(index, 1);
    if (open) this.#end(open);
  }

  /** The passage so far; open styles go on in the next. */
  take(): Passage | undefined {
    for (const open of this.#open) {
      this.#end(open);
      open.from = 0;
    }
    const place = this.#firstPlace;
    const isEmpty = this.isBlank;
    const anchors =
      this.#anchors[0]?.at === 0 || !place ? this.#anchors : [{ at: 0, place }, ...this.#anchors];
    const passage =
      place && !isEmpty ? passageFrom(this.#letters, anchors, this.#spans) : undefined;
    this.#letters = "";
    this.#anchors = [];
    this.#spans = [];
    this.#firstPlace = undefined;
    return passage;
  }

  #end({ style, from }: { readonly style: HtmlStyle; readonly from: number }): void {
    const to = this.#letters.length;
    if (to <= from) return;
    const { wrap, url } = style;
    const divisible = style.name !== "link" && style.name !== "del";
    this.#spans.push({
      kind: "around",
      from,
      to,
      wrap,
      divisible,
      ...(url === undefined ? {} : { url }),
    });
  }
}
