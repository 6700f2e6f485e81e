import type { Block, Inline } from "../../edition/text.ts";

/** Text in few signs, to be read in a test. */
export function shown(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.type) {
      case "paragraph":
        return [shownInlines(block.children)];
      case "heading":
        return [`${"#".repeat(block.level)} ${shownInlines(block.children)}`];
      case "list":
        return block.entries.flatMap(({ marker = "-", blocks: inner }) =>
          shown(inner).map((line, index) => `${index === 0 ? marker : "  "} ${line}`),
        );
      case "quotation":
        return shown(block.blocks).map((line) => `> ${line}`);
      case "division":
        return shown(block.blocks).map((line) => `${block.name}: ${line}`);
      case "table":
        return [block.head, ...block.rows].map((row) => row.map(shownInlines).join(" | "));
      case "figure":
        return [`figure ${block.image.source} ${block.image.text}`];
      case "doubt":
        return [`doubt: ${block.message}`];
      case "rule":
        return ["---"];
      case "definitions":
      case "code-block":
      case "omission":
        return [block.type];
    }
  });
}

function shownInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline): string => {
      const inner = "children" in inline ? shownInlines(inline.children) : "";
      switch (inline.type) {
        case "text":
          return inline.value;
        case "emphasis":
          return `*${inner}*`;
        case "strong":
          return `**${inner}**`;
        case "styled":
          return `[${inner}].${inline.style}`;
        case "act":
          return `[${inner}].${inline.act}`;
        case "link":
          return `[${inner}](${inline.url})`;
        case "reference":
          return `[${inner}](#${inline.target})`;
        case "anchor":
          return `[${inner}]#${inline.id}`;
        case "note-call":
          return `[^${inline.label}]`;
        case "citation":
          return inline.written;
        case "page-break":
          return `[]pb=${inline.page}`;
        case "line-break":
          return "/";
        case "doubt":
          return `<!-- ${inline.message} -->`;
        case "image":
          return `![${inline.text}](${inline.source})`;
        case "foreign":
          return `[${inner}].${inline.language}`;
        case "code":
          return inline.value;
      }
    })
    .join("");
}
