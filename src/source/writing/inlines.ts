import type { Image, Inline } from "../../edition/text.ts";
import { writeAttributes } from "./attributes.ts";
import { writeCode } from "./code.ts";
import { writeDestination } from "./destination.ts";
import { type Mark, firstClass, markFor, mayBeMarked } from "./emphasis.ts";
import { type SignClass, classOfLast } from "./signs.ts";
import { type Span, bracketOf } from "./spans.ts";
import { writeWords } from "./words.ts";

/** In what some inlines stand. */
export interface Setting {
  /** Whether they are the whole of a block, not of something in a line. */
  readonly isBlock: boolean;
  /** Whether they begin a line of the file. */
  readonly beginsLine: boolean;
  /** Whether their block has one line only, as headings and the cells of tables do. */
  readonly inOneLine: boolean;
  readonly inHeading: boolean;
  /** What stands directly before and behind them. */
  readonly before: SignClass;
  readonly behind: SignClass;
  /** The marks of the emphasis whose words they are, the innermost last. */
  readonly marks: readonly Mark[];
  /** Whether a bracket opens directly before them. */
  readonly inBracket: boolean;
}

/** The words of a paragraph. */
export const paragraphSetting: Setting = {
  isBlock: true,
  beginsLine: true,
  inOneLine: false,
  inHeading: false,
  before: "space",
  behind: "space",
  marks: [],
  inBracket: false,
};

/** A defined term. */
export const termSetting: Setting = { ...paragraphSetting, inOneLine: true };

/** The words of a heading. */
export const headingSetting: Setting = { ...termSetting, beginsLine: false, inHeading: true };

/** A cell of a table. */
export const cellSetting: Setting = { ...termSetting, beginsLine: false };

/** What has been written before a node, beside it. */
interface Written {
  readonly parts: string[];
  /** The mark that stands at the end, if emphasis has just been closed, or is being opened. */
  mark: Mark | undefined;
}

/** Inlines as Markdown. Spaces at which lines may be broken are soft, forced lines apart already. */
export function writeInlines(nodes: readonly Inline[], setting: Setting): string {
  const written: Written = { parts: [], mark: setting.marks.at(-1) };
  for (const index of nodes.keys()) {
    const part = writeNode(nodes, index, written, setting);
    const last = written.parts.at(-1);
    // `![x](y)` is an image, `^[x]` a note elsewhere.
    if (part.startsWith("[") && nodes[index - 1]?.type === "text" && last !== undefined) {
      const isImage = last.endsWith("!") && !/^\[\^|\}$/.test(part);
      if ((isImage || last.endsWith("^")) && !isEscaped(last))
        written.parts[written.parts.length - 1] = escapeLast(last);
    }
    written.parts.push(part);
  }
  return written.parts.join("");
}

/** Whether a backslash, itself none of the words, stands before the last sign. */
function isEscaped(words: string): boolean {
  let at = words.length - 2;
  while (words[at] === "\\") at -= 1;
  return (words.length - at) % 2 === 1;
}

function escapeLast(words: string): string {
  return `${words.slice(0, -1)}\\${words.slice(-1)}`;
}

function writeNode(
  nodes: readonly Inline[],
  index: number,
  written: Written,
  setting: Setting,
): string {
  const node = nodes[index];
  const last = written.parts.at(-1);
  const markBefore = index === 0 ? setting.marks.at(-1) : written.mark;
  written.mark = undefined;
  if (!node) return "";
  const next = nodes[index + 1];
  const before = last === undefined ? setting.before : classOfLast(last);
  const behind = next ? firstClass(next) : setting.behind;
  switch (node.type) {
    case "text": {
      const startsLine = last === undefined ? setting.beginsLine : last.endsWith("\n");
      const words = writeWords(node.value, {
        atLineStart: startsLine,
        atBlockStart: last === undefined && setting.isBlock,
        atBlockEnd: !next && setting.isBlock,
        hasBefore: last !== undefined,
        hasBehind: next !== undefined,
        atBracketStart: last === undefined && setting.inBracket,
        behindCall: nodes[index - 1]?.type === "note-call" && beginsLine(written.parts, setting),
        inHeading: setting.inHeading,
      });
      // `[@key](…)` would be a link, `[@key]{…}` a span, `[@key]:` at a line's start a definition.
      if (nodes[index - 1]?.type === "citation" && /^[({:]/.test(words)) return `\\${words}`;
      const makesImage = nodes[index - 1]?.type === "note-call" && words.startsWith("(");
      return makesImage && (written.parts.at(-2) ?? "").endsWith("!") ? `\\${words}` : words;
    }
    case "emphasis":
    case "strong": {
      const mark = markFor({ before, behind, markBefore, marksAround: setting.marks });
      if (mark === undefined || !mayBeMarked(node.children)) return writeSpan(node, setting);
      const words = writeInlines(node.children, {
        ...setting,
        isBlock: false,
        beginsLine: false,
        inBracket: false,
        before: "sign",
        behind: "sign",
        marks: [...setting.marks, mark],
      });
      written.mark = mark;
      const around = mark.repeat(node.type === "strong" ? 2 : 1);
      return around + words + around;
    }
    case "styled":
    case "foreign":
    case "anchor":
    case "act":
      return writeSpan(node, setting);
    case "link":
      return writeBracket(node.children, setting) + writeDestination(node.url);
    case "reference":
      return writeBracket(node.children, setting) + writeDestination(`#${node.target}`);
    case "note-call":
      return `[^${node.label}]`;
    case "citation":
      return node.written + (node.punctuation ?? "");
    case "code":
      return writeCode(node.value);
    case "page-break":
      return `[]${writeAttributes({ classes: ["pb"], pairs: [["n", node.page]] })}`;
    case "image":
      return writeImage(node);
    case "line-break": {
      const isEdge = setting.isBlock && (!next || last === undefined);
      return setting.inOneLine || isEdge ? "[]{.lb}" : "\\\n";
    }
    case "doubt":
      return `<!-- doubt: ${node.message} -->`;
  }
}

/** A picture, with a caption where it stands alone. */
export function writeImage(image: Image, caption = ""): string {
  const text = image.text.replaceAll(/[\\[\]`<]/g, "\\$&");
  return `![${text}]${writeDestination(encodedPath(image.source), caption)}`;
}

/** A per cent sign that would be taken for a sign's number is written as its own. */
function encodedPath(path: string): string {
  try {
    return decodeURIComponent(path) === path ? path : path.replaceAll("%", "%25");
  } catch {
    return path;
  }
}

function writeSpan(node: Span, setting: Setting): string {
  const { attributes, children } = bracketOf(node);
  return writeBracket(children, setting) + attributes;
}

/** Words in brackets, about which nothing of what stands outside matters. */
function writeBracket(children: readonly Inline[], setting: Setting): string {
  const words = writeInlines(children, {
    ...setting,
    isBlock: false,
    beginsLine: false,
    inBracket: true,
    before: "sign",
    behind: "space",
    marks: [],
  });
  return `[${words}]`;
}

/** Whether what was written last, a call, begins a line. */
function beginsLine(parts: readonly string[], setting: Setting): boolean {
  const before = parts.at(-2);
  return before === undefined ? setting.beginsLine : before.endsWith("\n");
}
