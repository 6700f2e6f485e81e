/*
 * From saving a file to the new page: copies the specimen, serves it, edits a document again and
 * again, and waits as an open page does until it is sent its new text.
 *
 *     npm run compile && npx tsx scripts/bench-serve.ts [EDITS]
 */
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { WebSocket } from "ws";
import { withServing } from "../src/cli/testing/serving.ts";

const edits = Number(process.argv[2] ?? 20);
const specimen = fileURLToPath(new URL("../documents", import.meta.url));
const DOCUMENT = "notes-24-may-1962";

const folder = await mkdtemp(path.join(tmpdir(), "scholium-bench-"));
try {
  await cp(specimen, path.join(folder, "documents"), { recursive: true });
  const file = path.join(folder, "documents", "texts", `${DOCUMENT}.md`);
  const source = await readFile(file, "utf8");
  const times: number[] = [];
  await withServing(folder, async ({ address }) => {
    const socket = new WebSocket(address.replace("http", "ws"));
    await once(socket, "open");
    for (let edit = 1; edit <= edits; edit += 1) {
      const words = `This is edit ${edit} of the bench.`;
      const began = performance.now();
      await writeFile(
        file,
        source.replace("The sheet repays an hour", `${words} The sheet repays an hour`),
      );
      for (let shown = false; !shown;) {
        const [message] = await once(socket, "message");
        shown = String(message).includes(words);
      }
      times.push(performance.now() - began);
    }
    socket.close();
  });
  times.sort((a, b) => a - b);
  const at = (share: number): string =>
    `${Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0)} ms`;
  console.log(
    `${edits} edits, from saving to the new page: median ${at(0.5)}, nine in ten within ${at(0.9)}, worst ${at(1)}`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
