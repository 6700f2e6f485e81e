/** A piece of work that is asked for again and again and never runs twice at once. */
export interface LatestOnly {
  /** Asks for the work: now, or once more after what is running, however often it is asked for meanwhile. */
  readonly request: () => void;
  /** Waits until nothing is running or asked for. */
  readonly settled: () => Promise<void>;
}

/** Makes work that must see the latest state and cannot run side by side with itself. */
export function latestOnly(work: () => Promise<void>): LatestOnly {
  let running: Promise<void> | undefined;
  let wanted = false;
  const run = async (): Promise<void> => {
    // Not before `running` is set: the work itself may ask again at once.
    await Promise.resolve();
    while (wanted) {
      wanted = false;
      await work();
    }
    running = undefined;
  };
  return {
    request() {
      wanted = true;
      running ??= run();
    },
    async settled() {
      await running;
    },
  };
}
