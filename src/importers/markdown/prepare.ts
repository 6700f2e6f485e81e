import type { LeftBehind } from "../ledger.ts";

/** Markdown as any parser reads it, and what was taken out of it. */
export interface Prepared {
  /** As many lines as the input has. */
  readonly lines: readonly string[];
  /** Notes: their labels, the lines of their text, and the line on which they begin, from 1. */
  readonly notes: readonly NoteSource[];
  readonly left: readonly LeftBehind[];
}

/** A note as the source defines it. */
export interface NoteSource {
  readonly label: string;
  readonly lines: readonly string[];
  readonly line: number;
}

const DEFINITION = /^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*)$/u;
const CONTINUES = /^(?: {4}|\t)/u;

/** Takes notes, marks for a site's program, and the bullets of verse out of Markdown. */
export function prepare(lines: readonly string[], file: string, layout: string): Prepared {
  const taken = new Map<string, { readonly texts: string[]; readonly line: number }>();
  const take = (what: string, text: string, line: number): void => {
    const known = taken.get(what);
    if (known) known.texts.push(text);
    else taken.set(what, { texts: [text], line });
  };
  const fenced = fencesIn(lines);
  const verse = versesIn(lines, layout);
  const plain = lines.map((line, index) =>
    fenced.has(index) ? line : withoutMarks(line, index, verse, take),
  );
  const { body, notes } = withoutNotes(plain, fenced);
  return {
    lines: body,
    notes,
    left: [...taken].map(([what, { texts, line }]) => ({
      what,
      why: "only the program that made the site reads them",
      text: texts.join(" "),
      place: { file, line, column: 1 },
    })),
  };
}

/** Lines of fenced code. */
function fencesIn(lines: readonly string[]): ReadonlySet<number> {
  const fenced = new Set<number>();
  let fence = "";
  for (const [index, line] of lines.entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1] ?? "";
    if (fence !== "") {
      fenced.add(index);
      if (mark.startsWith(fence) && line.trim() === mark) fence = "";
    } else if (mark !== "") {
      fence = mark;
      fenced.add(index);
    }
  }
  return fenced;
}

const BULLET = /^((?:[ \t]*>)*[ \t]*)[-*+][ \t]+(?=\S)/u;
const STYLED = /^((?:[ \t]*>)*[ \t]*)\{:[ \t]*[^}\n]{0,200}\}[ \t]*$/u;

/** Which lines are verse, and whether another line of the stanza follows. */
function versesIn(lines: readonly string[], layout: string): ReadonlyMap<number, boolean> {
  const verse = new Map<number, boolean>();
  const isPoem = /poem|poetry|verse/iu.test(layout);
  const named = namedVerses(lines);
  for (let start = 0; start < lines.length;) {
    let end = start;
    while (BULLET.test(lines[end] ?? "")) end += 1;
    const group = lines.slice(start, end);
    if (
      end - start > 1 &&
      (isPoem || named.has(start) || group.some((line) => INDENTED.test(line)))
    )
      for (let line = start; line < end; line += 1) verse.set(line, line < end - 1);
    start = Math.max(end, start + 1);
  }
  return verse;
}

const INDENTED = /^(?:[ \t]*>)*[ \t]*[-*+][ \t]+\{:[^}]*indent/u;

/** Lines of blocks under which a line of attributes says that they are verse. */
function namedVerses(lines: readonly string[]): ReadonlySet<number> {
  const named = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (!STYLED.test(line) || !/poe|verse|stanza/iu.test(line)) continue;
    for (let above = index - 1; above >= 0 && lines[above]?.trim() !== ""; above -= 1)
      named.add(above);
  }
  return named;
}

function withoutMarks(
  line: string,
  index: number,
  verse: ReadonlyMap<number, boolean>,
  take: (what: string, text: string, line: number) => void,
): string {
  const breaks = verse.get(index);
  let plain = line;
  if (breaks !== undefined) {
    plain = plain.replace(BULLET, "$1");
    if (breaks) plain = `${plain.trimEnd().replace(/\\$/u, "")}\\`;
  }
  if (plain.includes("{:"))
    plain = plain.replaceAll(/\{:[^}\n]{0,200}\}/gu, (mark) => {
      take("attributes of elements", mark, index + 1);
      return "";
    });
  if (plain.includes("{%") || plain.includes("{{"))
    plain = plain.replaceAll(/\{%[^\n]{0,500}?%\}|\{\{[^\n]{0,500}?\}\}/gu, (mark) => {
      take("tags of templates", mark, index + 1);
      return "";
    });
  const end = /^((?:[ \t]*>)*[ \t]*)\^[ \t]*$/u.exec(plain);
  if (end) {
    take("ends of blocks", "^", index + 1);
    plain = end[1] ?? "";
  }
  // A line such as "[signed]: Ivanov" is no link's address.
  return plain.replace(
    /^( {0,3})\[(?!\^)(?=[^\]\n]{1,100}\]:[ \t]*(?![ \t])(?!<|https?:|mailto:|\/|#|\.|[\w-]+\.\w))/u,
    "$1\\[",
  );
}

function withoutNotes(
  lines: readonly string[],
  fenced: ReadonlySet<number>,
): { readonly body: readonly string[]; readonly notes: readonly NoteSource[] } {
  const body: string[] = [];
  const notes: NoteSource[] = [];
  for (let index = 0; index < lines.length;) {
    const line = lines[index] ?? "";
    const definition = fenced.has(index) ? null : DEFINITION.exec(line);
    if (!definition) {
      body.push(line);
      index += 1;
      continue;
    }
    const [, label = "", first = ""] = definition;
    const own = [first];
    let end = index + 1;
    for (; end < lines.length; end += 1) {
      const next = lines[end] ?? "";
      const isLazy =
        next.trim() !== "" && (lines[end - 1] ?? "").trim() !== "" && !DEFINITION.test(next);
      if (next.trim() !== "" && !CONTINUES.test(next) && !isLazy) break;
      own.push(next.replace(CONTINUES, ""));
    }
    while (own.at(-1)?.trim() === "") own.pop();
    notes.push({ label, lines: own, line: index + 1 });
    for (; index < end; index += 1) body.push("");
  }
  return { body, notes };
}
