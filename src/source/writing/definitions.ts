import type { Definitions } from "../../edition/text.ts";
import { behindMark, writeBlocks } from "./blocks.ts";
import { termSetting, writeInlines } from "./inlines.ts";
import { inOneLine } from "./wrap.ts";

/** A word on a line, and `: what it means` on the next; an empty line between two words. */
export function writeDefinitions({ entries }: Definitions, width: number): readonly string[] {
  return entries.flatMap(({ terms, meanings }, index) => [
    ...(index === 0 ? [] : [""]),
    ...terms.map((term) => inOneLine(writeInlines(term, termSetting))),
    ...meanings.flatMap((meaning) => behindMark(": ", writeBlocks(meaning, width - 2))),
  ]);
}
