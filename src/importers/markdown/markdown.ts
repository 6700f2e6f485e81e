import MarkdownIt, { type Token } from "markdown-it";
import { type ReadPage, readHtmlPart } from "../html/read-page.ts";
import { withoutNotesHeading } from "../html/notes-heading.ts";
import type { ImportedWork, Importer } from "../importer.ts";
import { documentOfArticle } from "../reading/article.ts";
import type { RawBlock } from "../reading/raw-blocks.ts";
import { Refusal } from "../refusal.ts";
import { readFrontMatter } from "./front-matter.ts";
import { type Prepared, prepare } from "./prepare.ts";

/** Markdown as sites of editions have it: front matter, notes, kramdown's attributes, HTML where Markdown does not reach. */
export const markdown: Importer = {
  name: "markdown",
  label: "A text in Markdown with front matter and notes, as Jekyll's editions have it",
  recognizes: ({ name, text }) => {
    if (/\.(?:md|markdown|mkd|mdown|kramdown)$/iu.test(name)) return 0.5;
    const beginning = text().slice(0, 3000);
    return /^---\r?\n[\s\S]*?\n---\r?\n/u.test(beginning) && /^[\w-]+:\s/mu.test(beginning)
      ? 0.45
      : 0;
  },
  read: async (input) => readMarkdownText(input.text(), input.name),
};

const parser = new MarkdownIt({ html: true, linkify: false, typographer: false });
// Where blocks begin is told to the reader of HTML.
parser.core.ruler.push("lines", ({ tokens, env }) => {
  const from = lineIn(env);
  for (const token of tokens)
    if (token.map && token.nesting >= 0) token.attrSet("data-line", String(token.map[0] + from));
});
parser.inline.ruler.before("link", "note_call", (state, silent) => {
  const call = /^\[\^([^\]\s]{1,60})\]/u.exec(state.src.slice(state.pos, state.pos + 70));
  if (!call) return false;
  if (!silent) {
    const label = parser.utils.escapeHtml(call[1] ?? "");
    const token: Token = state.push("html_inline", "", 0);
    token.content = `<a role="doc-noteref" class="footnote-ref" href="#fn:${encodeURIComponent(call[1] ?? "")}">${label}</a>`;
  }
  state.pos += call[0].length;
  return true;
});

function lineIn(env: unknown): number {
  const line: unknown = typeof env === "object" && env !== null && "line" in env ? env.line : 1;
  return typeof line === "number" ? line : 1;
}

/** Reads Markdown as one document. */
export function readMarkdownText(text: string, file: string): ImportedWork {
  const front = readFrontMatter(text, file);
  const lines = text.replaceAll("\u0000", "\uFFFD").split(/\r\n?|\n/u);
  const prepared = prepare(
    lines.with(0, lines[0]?.replace(/^\uFEFF/u, "") ?? "").fill("", 0, front.lines),
    file,
    front.layout,
  );
  const page: ReadPage = readHtmlPart(htmlOf(prepared), file);
  const first = page.blocks.findIndex(({ type }) => type === "heading");
  const heading = front.title ? undefined : page.blocks[first];
  const titled = heading?.type === "heading" ? heading : undefined;
  const rest = titled ? page.blocks.toSpliced(first, 1) : page.blocks;
  const { blocks, left } = withoutNotesHeading(rest, page.notes.length > 0);
  if (page.text.trim() === "" && front.text === "")
    throw new Refusal("the file has no text", "import another");
  return documentOfArticle({
    file,
    text: [front.text, page.text, ...prepared.left.map((taken) => taken.text)].join("\n"),
    title: front.title ?? titled?.passage,
    blocks: withoutEdgeRules(blocks).map((block) => atLevel(block, titled?.level ?? 1)),
    notes: page.notes,
    matter: front.matter,
    doubts: front.doubts,
    originals: front.originals,
    left: [...front.left, ...prepared.left, ...page.left, ...left],
    remarks: page.remarks,
    references: page.links,
  });
}

function htmlOf({ lines, notes }: Prepared): string {
  const told = notes.map(
    ({ label, lines: own, line }) =>
      `<div class="footnote" data-line="${line}" id="fn:${parser.utils.escapeHtml(label)}">${rendered(own, line)}</div>`,
  );
  return `${rendered(lines, 1)}\n${told.join("\n")}`;
}

/** HTML of lines of which the first has a number. An anchor that is closed in its own tag is closed as HTML does it. */
function rendered(lines: readonly string[], line: number): string {
  return parser
    .render(lines.join("\n"), { line })
    .replaceAll(/<(a\b[^<>]{0,500}?)\s*\/>/gu, "<$1></a>");
}

function atLevel(block: RawBlock, title: number): RawBlock {
  if (block.type !== "heading") return block;
  return { ...block, level: Math.min(6, Math.max(2, block.level - title + 1)) };
}

/** Rules before and behind a text part it from a site's own matter. */
function withoutEdgeRules(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const from = blocks.findIndex(({ type }) => type !== "rule");
  const to = blocks.findLastIndex(({ type }) => type !== "rule");
  return blocks.slice(Math.max(0, from), to + 1);
}
