import type { Inline } from "../../edition/text.ts";
import { isMenuLine } from "../reading/menu.ts";
import { cut, inserted, joined, knowing, passageOf } from "../reading/passage.ts";
import type { Passage } from "../reading/passage.ts";
import type { RawBlock } from "../reading/raw-blocks.ts";
import { type Line, isEmpty, passageOfLine, passageOfLines } from "./lines.ts";
import type { Wrapping } from "./wrapping.ts";

/** Makes blocks of a text's lines: paragraphs, verse, headings with a line of signs under them, rules, tables between tabs. */
export function blocksOfLines(
  lines: readonly Line[],
  wrapping: Wrapping,
  file: string,
): readonly RawBlock[] {
  return groupsOf(lines, wrapping).flatMap((group) => blocksOfGroup(group, wrapping, file));
}

/** Lines between empty ones; where there are no empty ones, lines from one that is set in to the next. */
function groupsOf(lines: readonly Line[], wrapping: Wrapping): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  const end = (): void => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  const filled = lines.filter((line) => !isEmpty(line));
  const hasEmpty = lines.some(
    (line, index) => isEmpty(line) && index > 0 && index < lines.length - 1,
  );
  const setIn = filled.filter(({ indent }) => indent >= 2).length;
  const byIndent = !hasEmpty && setIn > 0 && setIn < filled.length / 2;
  for (const line of lines) {
    if (isEmpty(line)) {
      if (line.beginsPage && group.length === 0) groups.push([line]);
      end();
      continue;
    }
    const previous = group.at(-1);
    const beginsAnother =
      previous !== undefined &&
      ((byIndent && line.indent >= 2) ||
        (!hasEmpty &&
          wrapping.isWrapped &&
          !byIndent &&
          previous.text.length < wrapping.width * 0.7));
    if (beginsAnother || line.beginsPage) end();
    group.push(line);
  }
  end();
  return groups;
}

const UNDERLINE = /^\s*(?:={3,}|-{3,}|~{3,}|_{3,}|\*{3,}|—{3,})\s*$/u;
const SIGNS = /^\s*(?:[*_=~•·#—–-]\s*){3,}$/u;

function blocksOfGroup(
  group: readonly Line[],
  wrapping: Wrapping,
  file: string,
): readonly RawBlock[] {
  const [first, second] = group;
  if (!first) return [];
  if (first.beginsPage) {
    const place = { file, line: first.number, column: 1 };
    const doubt: RawBlock = { type: "doubt", message: PAGE_BEGINS, place };
    const rest = blocksOfGroup(
      [{ ...first, beginsPage: false }, ...group.slice(1)],
      wrapping,
      file,
    );
    return [doubt, ...(isEmpty(first) ? [] : rest)];
  }
  if (SIGNS.test(first.text)) {
    const rest = blocksOfGroup(group.slice(1), wrapping, file);
    return [...ruleOf(first, file), ...rest];
  }
  if (
    second &&
    UNDERLINE.test(second.text) &&
    isTitleLike(first.text) &&
    second.text.trim().length >= 3
  )
    return [headingOf(first, second, file), ...blocksOfGroup(group.slice(2), wrapping, file)];
  return textOf(group, wrapping, file);
}

const PAGE_BEGINS = "a page of the input begins here; its number is not known";

function isTitleLike(text: string): boolean {
  return text.trim().length <= 120 && /[\p{L}\p{N}]/u.test(text);
}

function headingOf(line: Line, under: Line, file: string): RawBlock {
  const signs = passageOfLine(under, file);
  const underline = knowing(signs, [cut(0, signs.letters.length, "ornament")]);
  const level = under.text.trim().startsWith("=") ? 2 : 3;
  return { type: "heading", level, passage: joined([passageOfLine(line, file), underline]) };
}

/** A rule, and the signs that it was made of. */
function ruleOf(line: Line, file: string): readonly RawBlock[] {
  const signs = passageOfLine(line, file);
  const place = { file, line: line.number, column: 1 };
  return [
    { type: "rule", place },
    { type: "paragraph", passage: knowing(signs, [cut(0, signs.letters.length, "ornament")]) },
  ];
}

function textOf(group: readonly Line[], wrapping: Wrapping, file: string): readonly RawBlock[] {
  const [first] = group;
  if (!first) return [];
  if (group.length > 1) {
    const cells = group.map(({ text }) => text.trim().split("\t").length);
    if (cells.every((count) => count > 1 && count === cells[0])) return [tableOf(group, file)];
    if (isColumns(group)) return [keptLines(group, file, COLUMNS)];
    if (isVerse(group, wrapping)) return [keptLines(group, file)];
  }
  if (!wrapping.isWrapped)
    return group.map((line) => ({ type: "paragraph", passage: passageOfLine(line, file) }));
  return paragraphsOf(group).map((lines) => ({
    type: "paragraph",
    passage: passageOfLines(lines, file),
  }));
}

const COLUMNS = "a table, or lines set apart by spaces";

/** Lines of one group that begin paragraphs of their own: what is numbered, bulleted or a mark of a page. */
function paragraphsOf(group: readonly Line[]): readonly (readonly Line[])[] {
  const paragraphs: Line[][] = [];
  for (const line of group) {
    const begins = /^\s*(?:\d{1,3}[.)]\s|[-*•]\s|\[page \w+\]\s*$)/iu.test(line.text.slice(0, 60));
    const last = paragraphs.at(-1);
    if (!last || begins || isMenuLine(line.text)) paragraphs.push([line]);
    else last.push(line);
  }
  return paragraphs;
}

/** Several lines with wide gaps inside them. */
function isColumns(group: readonly Line[]): boolean {
  const gapped = group.filter(({ text }) =>
    /\S(?: {3,}|\t)\S|\S\s?\|\s?\S/u.test(text.slice(0, 400)),
  );
  return gapped.length >= 2 && gapped.length >= group.length * 0.6;
}

/** Lines that are set in, or all much shorter than the text is wide. */
function isVerse(group: readonly Line[], { isWrapped, width }: Wrapping): boolean {
  if (group.length < 2) return false;
  const allSetIn = group.every(({ indent }) => indent >= 2);
  if (!isWrapped) return allSetIn && group.every(({ text }) => text.length <= 90);
  const short = group.filter(({ text }) => text.length < width * 0.75).length;
  return (allSetIn && short >= group.length * 0.5) || short === group.length;
}

/** Lines as they are, each on its own. */
function keptLines(group: readonly Line[], file: string, doubt?: string): RawBlock {
  const passages = group.map((line, index): Passage => {
    const passage = passageOfLine(line, file);
    const isLast = index === group.length - 1;
    const ends = isLast
      ? []
      : [inserted(passage.letters.length, (place): Inline => ({ type: "line-break", place }))];
    return knowing(passage, ends);
  });
  const passage = joined(passages);
  const doubts =
    doubt === undefined
      ? []
      : [
          inserted(passage.letters.length, (place): Inline => ({
            type: "doubt",
            message: doubt,
            place,
          })),
        ];
  return { type: "paragraph", passage: knowing(passage, doubts), names: ["verse"] };
}

/** Lines with as many tabs each are a table without a head. */
function tableOf(group: readonly Line[], file: string): RawBlock {
  const rows = group.map((line) => {
    const whole = line.text.trimStart();
    let column = line.text.length - whole.length + 1;
    return whole.split("\t").map((cell) => {
      const passage = passageOf(cell, { file, line: line.number, column });
      column += cell.length + 1;
      return passage;
    });
  });
  const [first] = rows;
  const place = { file, line: group[0]?.number ?? 1, column: 1 };
  return { type: "table", head: (first ?? []).map(() => passageOf("", place)), rows, place };
}
