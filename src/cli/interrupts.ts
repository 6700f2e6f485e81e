/*
 * Ctrl-C and a polite kill. What is half done is taken away at once and without waiting,
 * since the process may have no more time than that.
 */

/** Signals that end a command, with the exit codes that shells expect. */
const signals = [
  { name: "SIGINT", code: 130 },
  { name: "SIGTERM", code: 143 },
  { name: "SIGHUP", code: 129 },
] as const;

const cleanups = new Set<() => void>();
let orderlyEnd: (() => void) | undefined;

/** Listens for signals: ends the process, after cleaning up, or hands over to `untilInterrupted`. */
export function listenForInterrupts(process: NodeJS.Process): void {
  for (const { name, code } of signals) {
    process.on(name, () => {
      if (orderlyEnd) {
        const end = orderlyEnd;
        // A second signal means that the orderly end takes too long.
        orderlyEnd = undefined;
        end();
        return;
      }
      process.exit(code);
    });
  }
  // Whatever ends the process, what is half done goes first.
  process.on("exit", () => {
    for (const cleanup of [...cleanups].reverse()) cleanup();
  });
}

/** Runs `cleanup` if the process ends while `use` runs. It must not throw and must not wait. */
export async function cleaningUp<Result>(
  cleanup: () => void,
  use: () => Promise<Result>,
): Promise<Result> {
  cleanups.add(cleanup);
  try {
    return await use();
  } finally {
    cleanups.delete(cleanup);
  }
}

/** Waits for the first signal, for commands that run until they are stopped and then end in good order. */
export async function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    orderlyEnd = resolve;
  });
}
