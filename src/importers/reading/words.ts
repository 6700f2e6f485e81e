import { inlinesOf } from "./inlines-of.ts";
import { plainText } from "../../edition/walk.ts";
import type { Passage } from "./passage.ts";

/** The words of a passage on one line, as a field has them. */
export function wordsOf(passage: Passage): string {
  return plainText(inlinesOf(passage)).trim();
}
