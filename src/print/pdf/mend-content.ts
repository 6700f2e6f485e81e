import { Artifacts } from "./artifacts.ts";
import { Operators, afterBlanks } from "./content-operators.ts";
import { MarkedContent } from "./marked-content.ts";
import { IDENTITY, type Matrix, matrixOf, product } from "./matrix.ts";
import { type FontsByName, TextLine } from "./text-line.ts";

/** What is written on a page, mended. */
export interface MendedContent {
  readonly content: string;
  /** Numbers of marked content that shows nothing but lines and fills: it is no part of the text any more. */
  readonly bare: ReadonlySet<number>;
}

/** What must be known of a page to mend what is written on it. */
export interface ContentPage {
  readonly height: number;
  readonly fonts: FontsByName;
  /** Numbers of marked content that belongs to figures, where lines and fills are what is to be seen. */
  readonly figures: ReadonlySet<number>;
}

const PAINTS_PATH: ReadonlySet<string> = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s"]);
const BEGINS_PATH: ReadonlySet<string> = new Set(["m", "re"]);

/**
 * Mends what Chromium writes on a page. Rows of single glyphs become one line each, all glyphs at their place
 * to a thousandth of their size; what is painted outside of the text is marked as an artifact; marked
 * content ends before the states are restored that were there when it began.
 */
export function mendContent(text: string, page: ContentPage): MendedContent {
  const out: string[] = [];
  const line = new TextLine(text, out, page.fonts);
  const marked = new MarkedContent(out, page.figures);
  const artifacts = new Artifacts(out, page.height);
  const states: Matrix[] = [];
  let matrix = IDENTITY;
  /** Where operands that are not written yet begin. */
  let from = 0;
  /** Where a path begins that is not painted yet. */
  let path: number | undefined;
  /** Pieces of text that have begun and say what their glyphs are, though the font says it as well. */
  let needless = 0;

  const scanner = new Operators(text);
  for (;;) {
    // Nearly all of a page is rows of glyphs.
    if (line.open && line.take(from)) {
      marked.show();
      from = line.taken;
      scanner.end = from;
    }
    const operator = scanner.next();
    if (operator === "") break;
    const { start, end } = scanner;
    const operands = text.slice(from, start);
    const whole = (): string => `${text.slice(from, end)}\n`;
    switch (operator) {
      case "Tj":
      case "TJ":
        marked.show();
        line.show(operands, operator);
        break;
      case "Td":
        line.move(operands);
        break;
      case "Tf":
        line.setFont(operands);
        break;
      case "Tm":
        line.place(operands);
        artifacts.placeText(() => product(matrixOf(operands), matrix)[5]);
        break;
      case "BT":
        if (!marked.any) artifacts.beginText();
        line.begin();
        break;
      case "ET":
        line.end();
        artifacts.endText();
        break;
      case "BDC":
      case "BMC":
        if (line.open && line.says(operands, end)) {
          needless += 1;
          break;
        }
        if (line.open) line.flush();
        marked.begin(whole(), operands, states.length);
        break;
      case "EMC":
        if (needless > 0) {
          needless -= 1;
          break;
        }
        if (line.open) line.flush();
        marked.end();
        break;
      case "q":
        states.push(matrix);
        out.push("q\n");
        break;
      case "Q":
        matrix = states.pop() ?? IDENTITY;
        marked.restore(states.length, out.push("Q\n") - 1);
        break;
      case "cm":
        matrix = product(matrixOf(operands), matrix);
        out.push(whole());
        break;
      case "Do":
      case "sh":
      case "EI": {
        const at = out.push(whole()) - 1;
        if (marked.any) marked.show();
        else artifacts.mark(at);
        break;
      }
      default: {
        if (line.open) line.other(operator);
        const at = out.push(whole()) - 1;
        if (BEGINS_PATH.has(operator)) path ??= at;
        else if (PAINTS_PATH.has(operator)) {
          if (marked.any) marked.paint();
          else artifacts.mark(path ?? at);
          path = undefined;
        } else if (operator === "n") path = undefined;
      }
    }
    from = afterBlanks(text, end);
  }
  marked.endAll();
  return { content: out.join(""), bare: marked.bare };
}
