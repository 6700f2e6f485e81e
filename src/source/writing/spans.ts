import { actNamed } from "../../edition/acts.ts";
import type {
  Anchor,
  EditorialAct,
  Emphasis,
  Foreign,
  Inline,
  Strong,
  Styled,
} from "../../edition/text.ts";
import { writeAttributes } from "./attributes.ts";

/** What is written as `[words]{…}`. Emphasis is where no mark would be read. */
export type Span = Anchor | EditorialAct | Foreign | Styled | Emphasis | Strong;

type Pair = readonly [key: string, value: string];

/** What a bracket says, the outermost first, and the words that it is about. */
interface Bracket {
  readonly attributes: string;
  readonly children: readonly Inline[];
}

/**
 * The attributes of a span, with those of spans that hold nothing but one another: `{#id .del .unclear lang=ru}`.
 * The reader takes them apart in this order, so that only what stands in it can be put into one bracket.
 */
export function bracketOf(outermost: Span): Bracket {
  const chain: Span[] = [outermost];
  for (;;) {
    const innermost = chain.at(-1) ?? outermost;
    const [only, second] = innermost.children;
    if (!only || second || !isSpan(only) || !mayFollow(chain, only)) {
      return { attributes: attributesOf(chain), children: innermost.children };
    }
    chain.push(only);
  }
}

function isSpan(node: Inline): node is Anchor | EditorialAct | Foreign | Styled {
  return ["anchor", "act", "foreign", "styled"].includes(node.type);
}

/** An anchor is outermost, a language innermost, and no act takes an attribute that is another's. */
function mayFollow(chain: readonly Span[], inner: Span): boolean {
  if (inner.type === "anchor" || chain.at(-1)?.type === "foreign") return false;
  const all = [...chain, inner];
  const pairs = new Map(all.flatMap(pairsOf));
  return all.every(
    (span) =>
      pairsOf(span).every(([key, value]) => pairs.get(key) === value) &&
      (span.type !== "act" ||
        (actNamed(span.act)?.attributes ?? []).every(
          (key) => pairs.get(key) === span.attributes[key],
        )),
  );
}

function attributesOf(chain: readonly Span[]): string {
  const anchor = chain.find((span) => span.type === "anchor");
  return writeAttributes({
    classes: chain.flatMap(classOf),
    id: anchor?.id,
    pairs: [...new Map(chain.flatMap(pairsOf))],
  });
}

function classOf(span: Span): readonly string[] {
  switch (span.type) {
    case "act":
      return [span.act];
    case "styled":
      return [span.style];
    case "emphasis":
    case "strong":
      return [span.type];
    case "anchor":
    case "foreign":
      return [];
  }
}

function pairsOf(span: Span): readonly Pair[] {
  if (span.type === "foreign") return [["lang", span.language]];
  if (span.type !== "act") return [];
  return (actNamed(span.act)?.attributes ?? []).flatMap((key): readonly Pair[] => {
    const value = span.attributes[key];
    return value === undefined ? [] : [[key, value]];
  });
}
