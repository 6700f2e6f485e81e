import { checkHeadings } from "./check-headings.ts";
import { checkListNumbers } from "./check-list-numbers.ts";
import { type CheckedText, checkNotes } from "./check-notes.ts";
import type { MarkdownSource } from "./markdown/markdown-source.ts";
import { readMarkdown } from "./markdown/read-markdown.ts";
import type { Page, Voice } from "./markdown/reading.ts";

/** Reads what stands below a file's front matter, and checks it as a whole. A document has a head, to which source notes may belong. */
export function readBody(
  body: MarkdownSource,
  voice: Voice,
  page: Page,
  hasHead = false,
): CheckedText {
  const text = checkNotes(readMarkdown(body, voice, page), page, hasHead);
  checkHeadings(text.blocks, page.report);
  checkListNumbers(text.blocks, voice, page.report);
  for (const note of text.notes) checkListNumbers(note.blocks, "commentary", page.report);
  return text;
}
