import type { KnownLayout, LayoutMemory } from "../layout/lay-out-chunks.ts";

/** Layouts of a reader that is laid out again and again: those that it was in need of the last time, also on the way to its numbers. */
export class PreviewMemory implements LayoutMemory {
  #last = new Map<string, KnownLayout>();
  #now = new Map<string, KnownLayout>();

  get(key: string): KnownLayout | undefined {
    return this.#now.get(key) ?? this.#last.get(key);
  }

  set(key: string, layout: KnownLayout): void {
    this.#now.set(key, layout);
  }

  /** Forgets what was not set since this was last called, or a day of writing would fill the memory. */
  forgetOthers(): void {
    this.#last = this.#now;
    this.#now = new Map();
  }
}
