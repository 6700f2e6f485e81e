import type { Place } from "../../diagnostics/place.ts";
import type { Remark } from "../importer.ts";
import type { LeftBehind } from "../ledger.ts";

/** Sentences about the input; what is found often is said once, with its number and the place of the first. Beside them, what is left without a word of its own. */
export class Remarks {
  readonly #left: LeftBehind[] = [];
  readonly #found = new Map<string, { count: number; readonly place: Place }>();

  /** Takes down that something was found. `{times}` in the sentence becomes "once", "2 times". */
  add(sentence: string, place: Place): void {
    const known = this.#found.get(sentence);
    if (known) known.count += 1;
    else this.#found.set(sentence, { count: 1, place });
  }

  /** Takes down that something was left behind that has no words, or whose words are kept. */
  leave(left: Omit<LeftBehind, "text">): void {
    this.#left.push({ ...left, text: "" });
  }

  left(): readonly LeftBehind[] {
    return this.#left;
  }

  all(): readonly Remark[] {
    return [...this.#found].map(([sentence, { count, place }]) => ({
      place,
      message: sentence.replaceAll("{times}", count === 1 ? "once" : `${count} times`),
    }));
  }
}
