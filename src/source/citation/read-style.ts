import { SaxesParser } from "saxes";
import { type CslNode, child } from "../../edition/csl-node.ts";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../diagnostics/place.ts";

/** An element whose children are still being read. */
interface OpenNode extends CslNode {
  readonly children: (CslNode | string)[];
}

/** Reads a style of the Citation Style Language; what is wrong with it is said with its place. */
export function readStyle(
  file: string,
  text: string,
): { readonly csl: CslNode } | { readonly problem: Diagnostic } {
  const parser = new SaxesParser({ position: true });
  const open: OpenNode[] = [];
  let root: OpenNode | undefined;
  const here = (): Place => ({ file, line: parser.line, column: Math.max(1, parser.column) });
  let problem: Diagnostic | undefined;
  const wrong = (message: string, place = here()): void => {
    problem ??= diagnose("style-invalid", place, message);
  };
  parser.on("error", ({ message }) => wrong(`not well-formed XML: ${withoutPlace(message)}`));
  parser.on("opentag", ({ name, attributes }) => {
    const node: OpenNode = { name, attrs: plainAttributes(attributes), children: [] };
    open.at(-1)?.children.push(node);
    if (!root) {
      root = node;
      if (name !== "style") wrong(`the file is no style: its outermost element is <${name}>`);
    }
    open.push(node);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (words) => {
    // Between elements there is nothing to print.
    if (/\S/u.test(words)) open.at(-1)?.children.push(words);
  });
  parser.write(text.replace(/^\u{FEFF}/u, "")).close();
  if (!problem && root) {
    const start: Place = { file, line: 1, column: 1 };
    const parent = parentOf(root);
    if (parent !== undefined) wrong(`it says only that it is like another style: ${parent}`, start);
    else if (!child(root, "citation")) wrong("it has no <citation>", start);
  }
  if (problem) return { problem };
  return root ? { csl: root } : { problem: diagnose("style-invalid", here(), "the file is empty") };
}

/** saxes puts line and column before its words. */
function withoutPlace(message: string): string {
  return message.replace(/^(?:[^:]*:)?\d+:\d+: /u, "").replace(/\.$/u, "");
}

function plainAttributes(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, String(value)]),
  );
}

/** The style that a dependent one stands for, which has nothing of its own. */
function parentOf(style: CslNode): string | undefined {
  const links = child(style, "info")?.children ?? [];
  const parent = links.find(
    (node): node is CslNode =>
      typeof node !== "string" && node.attrs["rel"] === "independent-parent",
  );
  return parent?.attrs["href"];
}
