import type { ChildProcess } from "node:child_process";
import { startScholium } from "./run-scholium.ts";

/** A running `scholium serve`, as somebody who uses it meets it. */
export interface Serving {
  readonly address: string;
  readonly said: () => string;
  /** The page as the browser would get it. */
  readonly page: (path: string) => Promise<string>;
  /** Asks for a page until it shows something; the page that did. */
  readonly until: (path: string, shows: (html: string) => boolean) => Promise<string>;
  /** Ends it as Ctrl-C does, and gives its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** How long a test waits for something that must come. */
const PATIENCE = 30_000;

/** Runs `scholium serve` on a folder for as long as `use` needs it. */
export async function withServing<Result>(
  folder: string,
  use: (serving: Serving) => Promise<Result>,
  options: { readonly env?: Record<string, string> } = {},
): Promise<Result> {
  const port = 20_000 + (process.pid % 20_000);
  const child = startScholium(["serve", folder, "--port", String(port)], options);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => (said += text));
  const end = exitOf(child);
  try {
    const address = await eventually(async () => /http:\/\/localhost:\d+\//.exec(said)?.[0]);
    const page = async (path: string): Promise<string> =>
      (await fetch(new URL(path, address))).text();
    return await use({
      address,
      said: () => said,
      page,
      until: async (path, shows) =>
        eventually(async () => {
          const html = await page(path);
          return shows(html) ? html : undefined;
        }),
      async stop() {
        child.kill("SIGINT");
        return end;
      },
    });
  } finally {
    child.kill("SIGINT");
    const late = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    await end;
    clearTimeout(late);
  }
}

/** Tries until there is something, every few milliseconds. */
export async function eventually<Result>(
  attempt: () => Promise<Result | undefined>,
): Promise<Result> {
  const late = Date.now() + PATIENCE;
  for (;;) {
    const result = await attempt();
    if (result !== undefined) return result;
    if (Date.now() > late) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on("close", resolve));
}
