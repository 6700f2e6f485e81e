import type { Omission } from "../edition/text.ts";
import { element, escapeHtml } from "./element.ts";
import { type Writer, block } from "./writer.ts";

/**
 * What an excerpt leaves out: an editor's ellipsis with its extent, which leads to the whole where this output knows
 * where that is. Brackets about the points say that they are not the document's: Chicago Manual of Style, 18th edition, on ellipses.
 */
export function omission(node: Omission, writer: Writer): string {
  const many = node.to > node.from;
  const extent = many ? `¶¶ ${node.from}–${node.to}` : `¶ ${node.from}`;
  const whole = writer.apparatus.byId.get(node.of);
  const href = whole && writer.href(whole, { kind: "paragraph", number: node.from });
  const words = escapeHtml(extent);
  const linked = href === undefined ? words : element("a", { class: "omitted", href }, words);
  const page = node.page ? writer.inlines([node.page], writer) : "";
  return block(
    writer,
    "p",
    { class: "omission", lang: writer.editorsLanguage },
    // In a text from right to left too it is read from the left.
    `${page}<bdi>[… ${linked} omitted …]</bdi>`,
  );
}
