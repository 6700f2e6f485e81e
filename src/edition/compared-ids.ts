import type { Division } from "./text.ts";

/** The ids of the documents that a comparison sets side by side, each once; spaces or commas part them. */
export function comparedIds({ options }: Division): readonly string[] {
  const written = options?.get("of")?.value ?? "";
  return [...new Set(written.split(/[\s,]+/u).filter((id) => id !== ""))];
}
