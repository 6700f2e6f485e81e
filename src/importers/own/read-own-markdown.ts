import { type Diagnostic, byPlace, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Streams } from "../../edition/streams.ts";
import { markdownSource } from "../../source/markdown/markdown-source.ts";
import { type ReadText } from "../../source/markdown/read-markdown.ts";
import { type Voice, emptyPage } from "../../source/markdown/reading.ts";
import { readBody } from "../../source/read-body.ts";

/** Markdown that an importer of the editor's own gives, as a tree, and what is wrong with it. */
export interface OwnMarkdown extends ReadText {
  readonly remarks: readonly string[];
}

/** Reads Markdown as if it stood in a file of the edition. */
export function readOwnMarkdown(
  markdown: string,
  name: string,
  voice: Voice,
  streams: Streams,
): OwnMarkdown {
  const lines = markdown
    .split(/\r?\n/)
    .map((text, index) => ({ text, line: index + 1, column: 1 }));
  const found: Diagnostic[] = [];
  const page = emptyPage(new Set(), (...said) => found.push(diagnose(...said)), streams);
  const text = readBody(markdownSource(name, lines), voice, page);
  // Whether there is a picture can be known only where the file is written.
  const wrong = found.filter(({ rule }) => rule !== "image-missing").sort(byPlace);
  return {
    ...text,
    remarks: wrong.map(
      ({ place, message, mend }) =>
        `${name}, line ${place.line} of its Markdown: ${message}; ${mend}`,
    ),
  };
}
