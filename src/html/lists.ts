import type { Definitions, List, ListEntry } from "../edition/text.ts";
import { element, escapeHtml } from "./element.ts";
import { type Writer, block } from "./writer.ts";

/** A list. Its numbers are written out as the source has them: a transcription's must not be counted anew, and a page's end must not lose them. */
export function list(node: List, writer: Writer): string {
  const classes = ["list", ...(node.tight ? ["tight"] : [])].join(" ");
  const entries = node.entries.map((entry) => listEntry(entry, writer)).join("");
  // Browsers that see no list marks forget that it is a list, so its role is said.
  const role = writer.phrasing ? undefined : "list";
  return block(writer, node.ordered ? "ol" : "ul", { class: classes, role }, entries);
}

function listEntry(entry: ListEntry, writer: Writer): string {
  const marker = element(
    "span",
    { class: "marker", "aria-hidden": entry.marker === undefined ? "true" : undefined },
    escapeHtml(entry.marker ?? "•"),
  );
  return block(writer, "li", {}, marker + writer.blocks(entry.blocks, writer));
}

/** A list of words and what they mean. */
export function definitions(node: Definitions, writer: Writer): string {
  const rows = node.entries.map(({ terms, meanings }) => {
    const words = terms.map((term) => block(writer, "dt", {}, writer.inlines(term, writer)));
    const texts = meanings.map((meaning) =>
      block(writer, "dd", {}, writer.blocks(meaning, writer)),
    );
    return words.join("") + texts.join("");
  });
  return block(writer, "dl", { class: "definitions" }, rows.join(""));
}
