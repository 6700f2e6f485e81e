import { exitCodes } from "./exit-codes.ts";
import { describeFailure } from "./failure.ts";
import { listenForInterrupts } from "./interrupts.ts";
import { runProgram } from "./program.ts";
import { openTerminal } from "./terminal.ts";

/*
 * The command from beginning to end. Imported by main.ts once it knows that this Node can run it.
 */

// `scholium check | head`: a reader who has seen enough does not change what the command does.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });

const debug = (process.env.SCHOLIUM_DEBUG ?? "") !== "";
const terminal = openTerminal(process);

function giveUp(error: unknown): number {
  terminal.status("");
  terminal.news.say(describeFailure(error, debug));
  return exitCodes.failed;
}

// What is thrown where nobody waits for it, in a library's timer for example.
process.on("uncaughtException", (error) => process.exit(giveUp(error)));

listenForInterrupts(process);
const code = await runProgram(process.argv.slice(2), terminal).catch(giveUp);
// Everything must be out before the end; and libraries may hold on to the process.
await Promise.all(
  [process.stdout, process.stderr].map(
    async (stream) => new Promise((resolve) => stream.write("", resolve)),
  ),
);
process.exit(code);
