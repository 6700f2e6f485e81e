import { shorten } from "../shorten.ts";
import { type Words, placeIn } from "./words.ts";

const steps = {
  // Not a note, which has its own form.
  label: /\[(?!\^)((?:\\.|[^[\]\\])+)\]:/y,
  space: /[ \t]*\n?/y,
  indentation: /[ \t]*/y,
  target: /<[^<>\n]*>|[^\s<]\S*/y,
  title: /"[^"]*"|'[^']*'|\([^()]*\)/y,
  lineEnd: /[ \t]*(?:\n|$)/y,
} as const;

/**
 * `[signed]: Ivanov` at the beginning of a paragraph: a link definition to every other reader of
 * Markdown, which takes it off the page. Says so, and gives the places of the brackets of which it has spoken.
 */
export function checkLinkDefinitions(words: Words): ReadonlySet<number> {
  const judged = new Set<number>();
  const { content } = words;
  let at = 0;
  for (;;) {
    const definition = readDefinition(content, at);
    if (!definition) return judged;
    const { label, target, end } = definition;
    words.reading.report(
      "trap-link-definition",
      placeIn(words, at),
      `[${shorten(label)}]: is a link definition in Markdown and vanishes from the page`,
      /^<?https?:/.test(target)
        ? `write the address where the link is: [${label}](${target.replaceAll(/[<>]/g, "")})`
        : `write \\[${label}\\]: or [${label}]{.remark}:`,
    );
    judged.add(at);
    at = end;
  }
}

function readDefinition(
  content: string,
  from: number,
): { label: string; target: string; end: number } | undefined {
  let at = from;
  const take = (step: keyof typeof steps): string | undefined => {
    const pattern = steps[step];
    pattern.lastIndex = at;
    const match = pattern.exec(content);
    if (match) at = pattern.lastIndex;
    return match?.[1] ?? match?.[0];
  };
  const label = take("label");
  if (label === undefined) return undefined;
  take("space");
  take("indentation");
  const target = take("target");
  if (target === undefined) return undefined;
  const afterTarget = at;
  take("space");
  take("indentation");
  if (at > afterTarget && take("title") !== undefined && take("lineEnd") !== undefined)
    return { label, target, end: at };
  // What looked like a title may be none: then the definition ends with its first line.
  at = afterTarget;
  if (take("lineEnd") === undefined) return undefined;
  return { label, target, end: at };
}
