import type { Block, Cite, Inline, Note } from "../../edition/text.ts";

/*
 * The tree of a text in few words, for fixtures: a block a line, what it holds indented below it,
 * and of everything its line and column.
 *
 *   3:1 paragraph: 3:1“Some ” 3:6*3:7“words”*
 */

/** The tree of some blocks and the notes that were defined in them. */
export function showText(blocks: readonly Block[], notes: readonly Note[] = []): string {
  const lines = [
    ...blocks.flatMap((block) => showBlock(block)),
    ...notes.flatMap((note) => [
      `${at(note)} note ${note.label} (${note.stream})`,
      ...indent(note.blocks.flatMap((block) => showBlock(block))),
    ]),
  ];
  return lines.join("\n");
}

function showBlock(block: Block): readonly string[] {
  const here = at(block);
  switch (block.type) {
    case "paragraph": {
      const number = block.number === undefined ? "" : ` ¶${block.number}`;
      return [`${here} paragraph${number}: ${showInlines(block.children)}`];
    }
    case "heading":
      return [`${here} heading ${block.level}${id(block.id)}: ${showInlines(block.children)}`];
    case "list":
      return [
        `${here} ${block.tight ? "tight" : "loose"} ${block.ordered ? "numbered " : ""}list`,
        ...block.entries.flatMap((entry) => [
          `  ${at(entry)} ${entry.marker ?? "-"}`,
          ...indent(indent(entry.blocks.flatMap(showBlock))),
        ]),
      ];
    case "quotation":
      return [`${here} quotation`, ...indent(block.blocks.flatMap(showBlock))];
    case "table":
      return [
        `${here} table ${block.alignments.join(" ")}`,
        `  head ${block.head.map((cell) => `[${showInlines(cell)}]`).join(" ")}`,
        ...block.rows.map(
          (row) => `  row ${row.map((cell) => `[${showInlines(cell)}]`).join(" ")}`,
        ),
      ];
    case "figure":
      return [`${here} figure ${block.image.source} “${block.image.text}” “${block.caption}”`];
    case "rule":
      return [`${here} rule`];
    case "omission":
      return [`${here} omission ${block.of} ¶${block.from}–${block.to}`];
    case "doubt":
      return [`${here} doubt “${block.message}”`];
    case "division": {
      const date = block.date ? ` date=${block.date.edtf}` : "";
      const title = block.title === undefined ? "" : ` title=“${block.title}”`;
      const options = [...(block.options ?? [])]
        .map(([name, { value }]) => ` ${name}=“${value}”`)
        .join("");
      return [
        `${here} division ${block.name}${id(block.id)}${date}${title}${options}`,
        ...indent(block.blocks.flatMap(showBlock)),
      ];
    }
    case "definitions":
      return [
        `${here} definitions`,
        ...block.entries.flatMap((entry) => [
          ...entry.terms.map((term) => `  ${showInlines(term)}`),
          ...entry.meanings.flatMap((meaning) => indent(indent(meaning.flatMap(showBlock)))),
        ]),
      ];
    case "code-block":
      return [`${here} code (${block.language})`, ...indent(block.value.trimEnd().split("\n"))];
  }
}

function showInlines(nodes: readonly Inline[]): string {
  return nodes.map(showInline).join(" ");
}

function showInline(node: Inline): string {
  const here = at(node);
  switch (node.type) {
    case "text":
      return `${here}“${node.value}”`;
    case "emphasis":
      return `${here}*${showInlines(node.children)}*`;
    case "strong":
      return `${here}**${showInlines(node.children)}**`;
    case "styled":
      return `${here}${node.style}{${showInlines(node.children)}}`;
    case "foreign":
      return `${here}${node.language}{${showInlines(node.children)}}`;
    case "anchor":
      return `${here}#${node.id}{${showInlines(node.children)}}`;
    case "code":
      return `${here}\`${node.value}\``;
    case "link":
      return `${here}<${node.url}>{${showInlines(node.children)}}`;
    case "reference":
      return `${here}→${node.target}{${showInlines(node.children)}}`;
    case "note-call":
      return `${here}^${node.label}`;
    case "citation":
      return `${here}${node.inSentence ? "@" : ""}[${node.cites.map(showCite).join("; ")}]`;
    case "act": {
      const given = Object.entries(node.attributes).map(([key, value]) => ` ${key}=${value}`);
      return `${here}.${node.act}${given.join("")}{${showInlines(node.children)}}`;
    }
    case "page-break":
      return `${here}page ${node.page}`;
    case "image":
      return `${here}image ${node.source} “${node.text}”`;
    case "line-break":
      return `${here}⏎`;
    case "doubt":
      return `${here}?“${node.message}”`;
  }
}

function showCite({ prefix, key, locator, suffix, withoutAuthor, place }: Cite): string {
  const where = locator === undefined ? "" : ` (${locator.label} ${locator.value})`;
  const words = [prefix, suffix].map((said) => (said === "" ? "" : `“${said}”`));
  return `${words[0]}${at({ place })}${withoutAuthor ? "-" : ""}@${key}${where}${words[1]}`;
}

function at({ place }: { place: Block["place"] }): string {
  return `${place.line}:${place.column}`;
}

function id(written: string | undefined): string {
  return written === undefined ? "" : ` #${written}`;
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
