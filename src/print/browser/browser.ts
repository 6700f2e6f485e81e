import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, launch } from "puppeteer-core";
import { type FoundBrowser, findBrowser } from "./find-browser.ts";
import { librariesBeside } from "./pinned-browser.ts";
import { NoBrowser } from "../print-failure.ts";

/** How a browser is leased. */
export interface BrowserOptions {
  /** Path of the browser that the editor names; the environment's, the pinned or an installed one where left out. */
  readonly browser?: string | undefined;
  /** How long the browser may take to start, in milliseconds. */
  readonly startTimeout?: number;
}

/** Quiet, repeatable, and without any errand of the browser's own on the network. */
const FLAGS = [
  "--headless",
  "--disable-background-networking",
  "--disable-breakpad",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-gpu",
  "--disable-sync",
  // A press may have swept away what it has left behind: see page/lay-out.ts.
  "--js-flags=--expose-gc",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  "--metrics-recording-only",
  "--mute-audio",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-proxy-server",
  "--password-store=basic",
  "--use-mock-keychain",
];

/** A browser that is ours until it is given back. */
export interface LeasedBrowser {
  readonly browser: Browser;
  /** Closes it, or ends its process where it does not answer, and removes its profile. */
  readonly giveBack: () => Promise<void>;
}

/** Starts a browser. Without one, or when it does not start, NoBrowser. */
export async function leaseBrowser(options: BrowserOptions): Promise<LeasedBrowser> {
  const search = await findBrowser(options.browser);
  if (!("found" in search)) throw new NoBrowser(search.message, search.mend);
  const profile = await mkdtemp(join(tmpdir(), "scholium-browser-"));
  const removeAtOnce = (): void => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  const remove = async (): Promise<void> =>
    rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    const browser = await start(search.found, profile, options.startTimeout ?? 60_000);
    // For an interrupt: after puppeteer's own, which has ended the browser by then.
    process.once("exit", removeAtOnce);
    return {
      browser,
      async giveBack() {
        await close(browser);
        process.off("exit", removeAtOnce);
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Leases a browser for some use: it is closed and its profile removed whatever happens. */
export async function withBrowser<Result>(
  options: BrowserOptions,
  use: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  const { browser, giveBack } = await leaseBrowser(options);
  try {
    return await use(browser);
  } finally {
    await giveBack();
  }
}

async function start(found: FoundBrowser, profile: string, timeout: number): Promise<Browser> {
  let refusal: unknown;
  for (const { sandbox, environment } of attempts(found)) {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), timeout);
    try {
      return await launch({
        executablePath: found.path,
        headless: "shell",
        userDataDir: profile,
        env: environment,
        timeout,
        // On a pipe the limit is not kept otherwise.
        signal: late.signal,
        // How long an answer may take is ours to say: see patience.ts.
        protocolTimeout: 0,
        // Books go through this line: a pipe has less to do with each letter than a socket of the web.
        pipe: true,
        // Signals are the command's business: it closes what it leased.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
        ignoreDefaultArgs: ["--enable-automation"],
        args: [...FLAGS, ...sandbox],
      });
    } catch (error) {
      const seconds = Math.round(timeout / 1000);
      refusal = late.signal.aborted ? `it gave no answer in ${seconds} seconds` : error;
    } finally {
      clearTimeout(timer);
    }
  }
  const [said = ""] = String(refusal instanceof Error ? refusal.message : refusal).split("\n");
  const why = /target closed|protocol error/i.test(said)
    ? "it ended at once, perhaps for want of memory, or of room in the temporary folder"
    : said;
  throw new NoBrowser(
    `the browser ${found.path} did not start: ${why}`,
    "name another with --browser or SCHOLIUM_BROWSER; --no-pdf builds the website alone",
  );
}

/** The pinned browser carries no sandbox helper, and root may not use one: there the sandbox is tried first, then done without. */
function sandboxes(found: FoundBrowser): readonly (readonly string[])[] {
  const root = process.getuid?.() === 0;
  if (root) return [["--no-sandbox"]];
  return found.origin === "pinned" ? [[], ["--no-sandbox"]] : [[]];
}

/** How to try to start a browser, one after the other. The pinned one brings libraries that a small Linux may lack; where they are not needed, the system's own are better. */
function attempts(found: FoundBrowser): readonly {
  readonly sandbox: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}[] {
  const libraries = { ...process.env, LD_LIBRARY_PATH: librariesBeside(found.path) };
  const environments = found.origin === "pinned" ? [process.env, libraries] : [process.env];
  return environments.flatMap((environment) =>
    sandboxes(found).map((sandbox) => ({ sandbox, environment })),
  );
}

/** Closes a browser, and ends its process when it does not answer. */
async function close(browser: Browser): Promise<void> {
  const child = browser.process();
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), 5_000);
  });
  const answer = await Promise.race([browser.close().catch(() => "late" as const), patience]);
  clearTimeout(timer);
  if (answer === "late") child?.kill("SIGKILL");
}
