import { createInterface } from "node:readline/promises";
import type { Editor } from "./ask-document.ts";

/** Lends somebody at a terminal. Ctrl-C and the end of input mean that they have gone. */
export async function withTerminalEditor<Result>(
  use: (editor: Editor) => Promise<Result>,
): Promise<Result> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  let hasGone = false;
  const gone = new Promise<undefined>((resolve) => {
    const leave = (): void => {
      hasGone = true;
      resolve(undefined);
    };
    lines.on("SIGINT", leave);
    lines.on("close", leave);
  });
  try {
    return await use({
      ask: async (question) =>
        hasGone ? undefined : Promise.race([lines.question(question), gone]),
      tell: (words) => void process.stderr.write(`  ${words}\n`),
    });
  } finally {
    lines.close();
  }
}
