/** How an artifact begins that is nothing in particular. */
export const PLAIN = "/Artifact BMC\n";

/** So far from the upper and lower edge stand running heads and folios, as a part of the page's height. */
const EDGE = 0.1;

/** Marks what is painted outside of the text as artifacts. */
export class Artifacts {
  private readonly out: string[];
  /** The height of the page. */
  private readonly page: number;
  /** Where the beginning of an artifact stands that is text. */
  private text: number | undefined;

  constructor(out: string[], page: number) {
    this.out = out;
    this.page = page;
  }

  beginText(): void {
    this.text = this.out.push("") - 1;
  }

  /** Heads and folios are told from other things by where they stand: at so high a place, known only behind the beginning. */
  placeText(height: () => number): void {
    const { out, page, text } = this;
    if (text !== undefined && out[text] === "") out[text] = beginningAt(height() / page);
  }

  endText(): void {
    const { out, text } = this;
    if (text === undefined) return;
    if (out[text] === "") out[text] = PLAIN;
    out.push("EMC\n");
    this.text = undefined;
  }

  /** Marks all that was written from a place on. */
  mark(first: number): void {
    this.out[first] = `${PLAIN}${this.out[first] ?? ""}`;
    this.out.push("EMC\n");
  }
}

function beginningAt(height: number): string {
  if (height > 1 - EDGE) return "/Artifact <</Type/Pagination/Subtype/Header>>BDC\n";
  if (height < EDGE) return "/Artifact <</Type/Pagination/Subtype/Footer>>BDC\n";
  return PLAIN;
}
