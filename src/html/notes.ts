import type { NumberedNote } from "../apparatus/apparatus.ts";
import type { Stream } from "../edition/streams.ts";
import type { Block, NoteCall } from "../edition/text.ts";
import { walk } from "../edition/walk.ts";
import { element, escapeHtml } from "./element.ts";
import { type Writer, block, localId } from "./writer.ts";

/** The call of a note. On screen a link to the note; in print the note follows at once, and the layout moves it to the foot of the page. */
export function noteCall(node: NoteCall, writer: Writer): string {
  const numbered = writer.apparatus.calls.get(node);
  if (!numbered) return "";
  const { id, mark, stream } = numbered;
  const attributes = {
    class: classOf("call", stream),
    id: localId(writer, `${id}-call`),
    href: `#${localId(writer, id)}`,
  };
  if (writer.medium === "print") {
    return element("a", attributes, escapeHtml(mark)) + note(numbered, writer);
  }
  const label = `${stream.label} ${mark}`;
  return element(
    "a",
    { ...attributes, role: "doc-noteref", "aria-label": label },
    escapeHtml(mark),
  );
}

/** A note of a document's head: it stands where it is, and no call leads to it. */
export function headNote(numbered: NumberedNote, writer: Writer): string {
  const { id, mark, stream } = numbered;
  const lead = `${element("span", { class: "note-mark" }, escapeHtml(mark))} ${streamLabel(numbered)}`;
  // In print the class would send it to the foot of the page.
  const name = writer.medium === "print" ? "" : `${classOf("note", stream)} `;
  const attributes = { class: `${name}head-note`, id: localId(writer, id) };
  return element("div", { ...attributes, role: "note" }, noteText(numbered, lead, writer));
}

/** A note with its mark, its stream's label and its text. */
export function note(numbered: NumberedNote, writer: Writer): string {
  const { id, stream } = numbered;
  const print = writer.medium === "print";
  const inside: Writer = {
    ...writer,
    phrasing: print,
    voice: stream.voice === "document" ? "document" : "edition",
  };
  const lead = backLink(numbered, inside) + streamLabel(numbered);
  const text = noteText(numbered, lead, inside);
  const lang = stream.voice === "document" ? undefined : writer.editorsLanguage;
  const attributes = { class: classOf("note", stream), id: localId(writer, id), lang };
  return print
    ? element("span", { ...attributes, "data-ref": localId(writer, id) }, text)
    : element("div", { ...attributes, role: "doc-footnote" }, text);
}

/** A note's text behind its mark and label, which stand on the line on which it begins. */
function noteText({ note: { blocks: all } }: NumberedNote, lead: string, writer: Writer): string {
  const blocks = all.filter(({ type }) => type !== "doubt");
  const [first, ...rest] = blocks;
  return first?.type === "paragraph"
    ? block(writer, "p", {}, lead + writer.inlines(first.children, writer)) +
        writer.blocks(rest, writer)
    : block(writer, "p", {}, lead) + writer.blocks(blocks, writer);
}

/** `note note-translator`; a stream of the edition's own is told from the six by one class more. */
function classOf(part: "call" | "note", { name, own }: Stream): string {
  return `${part} ${part}-${name}${own ? ` ${part}-own` : ""}`;
}

/** The note's mark, which leads back to the call. */
function backLink({ id, mark, stream }: NumberedNote, writer: Writer): string {
  const attributes = { class: "note-mark", href: `#${localId(writer, `${id}-call`)}` };
  // In print the role would hide from a screen reader that it is a link.
  const spoken =
    writer.medium === "print"
      ? {}
      : { role: "doc-backlink", "aria-label": `${stream.label} ${mark}, back to the text` };
  return `${element("a", { ...attributes, ...spoken }, escapeHtml(mark))} `;
}

/** Who speaks. The editor's own notes are the rule and go without; on screen their mark's link says it. */
function streamLabel({ stream }: NumberedNote): string {
  if (stream.name === "editor") return "";
  return `${element("span", { class: "note-label" }, escapeHtml(stream.label))} `;
}

/** The notes that are called in some blocks, in the order of their calls. */
export function notesCalledIn(blocks: readonly Block[], writer: Writer): readonly NumberedNote[] {
  const called: NumberedNote[] = [];
  for (const node of walk(blocks)) {
    if (node.type !== "note-call") continue;
    const numbered = writer.apparatus.calls.get(node);
    if (numbered) called.push(numbered);
  }
  return called;
}
