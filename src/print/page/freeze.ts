/// <reference lib="dom" />

/**
 * Runs in the page before any other script: stops chance and the clock, so that two runs
 * give the same page, and takes away `ResizeObserver`, which Paged.js would set up for each
 * page though in 0.4.3 its check can never fire.
 */
export function freeze(): void {
  let seed = 1;
  Math.random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const moment = Date.UTC(2000, 0, 1);
  Date.now = () => moment;
  performance.now = () => 0;
  Object.defineProperty(globalThis, "ResizeObserver", { value: undefined });
}
