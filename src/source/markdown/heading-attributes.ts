import type { StateCore, Token } from "markdown-it";
import { type Attributes, readAttributes } from "./attributes.ts";
import { type BlockMeta, blockMeta } from "./placed-states.ts";

interface HeadingMeta extends BlockMeta {
  /** Their offsets count from the beginning of the heading's words. */
  readonly attributes?: Attributes;
}

/** `## Words {#id}`: takes the attributes off before the words are read. */
export function headingAttributes(state: StateCore): void {
  for (const [index, open] of state.tokens.entries()) {
    const words = state.tokens[index + 1];
    if (open.type !== "heading_open" || !words) continue;
    const at = /(?:^|[ \t])(\{[^{}]*\})$/.exec(words.content);
    const brace = at ? at.index + at[0].length - (at[1] ?? "").length : -1;
    const attributes = brace < 0 ? undefined : readAttributes(words.content, brace);
    if (!attributes || attributes.end !== words.content.length) continue;
    words.content = words.content.slice(0, brace).trimEnd();
    const meta: HeadingMeta = { ...blockMeta(open), attributes };
    open.meta = meta;
  }
}

/** The attributes of a heading, from its opening token. */
export function attributesOfHeading(token: Token): Attributes | undefined {
  const meta: HeadingMeta = token.meta;
  return meta.attributes;
}
