import type { Citation } from "../edition/text.ts";
import { element, escapeHtml } from "./element.ts";
import type { Writer } from "./writer.ts";

/** A citation of works, each leading to where the bibliography has it. */
export function citation(node: Citation, { works }: Writer): string {
  const written = works?.citations.get(node);
  if (!works || !written) return escapeHtml(node.written + (node.punctuation ?? ""));
  const words = written.pieces
    .map(({ html, key }) => {
      const href = key === undefined ? undefined : works.href(key);
      return href === undefined ? html : element("a", { class: "cited-work", href }, html);
    })
    .join("");
  return element("span", { class: "citation" }, words);
}
