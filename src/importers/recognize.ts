import type { Importer } from "./importer.ts";
import type { Input } from "./input.ts";
import { Refusal } from "./refusal.ts";

/** The importer that most surely reads an input; of two equally sure ones the first. Nothing where none knows its form. */
export function recognize(input: Input, importers: readonly Importer[]): Importer | undefined {
  let best: Importer | undefined;
  let surest = 0;
  for (const importer of importers) {
    const sure = surenessOf(importer, input);
    if (sure > surest) {
      best = importer;
      surest = sure;
    }
  }
  return best;
}

/** Text that cannot be decoded is not of a form that is text. */
function surenessOf(importer: Importer, input: Input): number {
  try {
    return importer.recognizes(input);
  } catch (error) {
    if (error instanceof Refusal) return 0;
    throw error;
  }
}
