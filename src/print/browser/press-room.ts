import type { Page } from "puppeteer-core";
import type { PrintingBrowser } from "../cache/engine-fingerprint.ts";
import { type BrowserOptions, type LeasedBrowser, leaseBrowser } from "./browser.ts";
import { findBrowser } from "./find-browser.ts";
import { BrowserEnded, Unanswered, browserEnded, patiently } from "./patience.ts";

/** A tab of the browser in which chunks are laid out and segments printed, one after the other. */
export interface Press {
  readonly page: Page;
  /** Tells that work goes on: waiting for its end begins anew. */
  onSign: () => void;
  /** Called for each page that is laid out. */
  onPage: () => void;
}

/** How a press is made ready in a new tab. */
export type SetUpPress = (press: Press) => Promise<void>;

/** Presses that work at the same time. Where one crashes or does not answer, another takes its place and its work. */
export interface PressRoom {
  /** How many work at the same time. */
  readonly presses: number;
  /** Runs some work in the next press that is free. `doing` says in a message what it was: `laying out “protocol-61”`. */
  readonly run: <Result>(
    doing: string,
    work: (press: Press) => Promise<Result>,
    patience?: number,
  ) => Promise<Result>;
}

/** A browser whose presses can be set up for one reader after the other. */
export interface Browsers {
  /** Which browser it is. The pinned one is known without being started. */
  readonly describe: () => Promise<PrintingBrowser>;
  /** Starts it if it is not there, without waiting: it will be needed. */
  readonly start: () => void;
  /** Opens presses, set up alike, for as long as they are used. */
  readonly withPresses: <Result>(
    presses: number,
    setUp: SetUpPress,
    use: (room: PressRoom) => Promise<Result>,
  ) => Promise<Result>;
}

/** As often as a work may be tried that gets no answer. */
const MOST_TRIES = 2;

/** As often as a work may be tried when the browser ends in the middle of it, which may be another work's fault. */
const MOST_TRIES_OF_ENDED = 3;

/** Leases a browser, when it is first needed, for as long as it is used; a browser that ends is replaced. */
export async function withBrowsers<Result>(
  options: BrowserOptions,
  use: (browsers: Browsers) => Promise<Result>,
): Promise<Result> {
  let leased: Promise<LeasedBrowser> | undefined;
  const current = async (): Promise<LeasedBrowser> => {
    const before = leased;
    const known = await before?.catch(() => undefined);
    if (known?.browser.connected) return known;
    // Of several that notice its end at once, one leases the next.
    if (leased === undefined || leased === before) leased = replace(known);
    return leased;
  };
  const replace = async (ended: LeasedBrowser | undefined): Promise<LeasedBrowser> => {
    await ended?.giveBack();
    return leaseBrowser(options);
  };
  try {
    return await use({
      async describe() {
        const search = await findBrowser(options.browser);
        const pinned = "found" in search && search.found.origin === "pinned";
        if (!pinned) return (await current()).browser;
        return {
          version: () => Promise.resolve("pinned"),
          process: () => ({ spawnfile: search.found.path }),
        };
      },
      start() {
        // Who needs it is told why there is none.
        current().catch(() => undefined);
      },
      withPresses: async (presses, setUp, work) => withPresses(presses, setUp, current, work),
    });
  } finally {
    await (await leased?.catch(() => undefined))?.giveBack();
  }
}

async function withPresses<Result>(
  presses: number,
  setUp: SetUpPress,
  lease: () => Promise<LeasedBrowser>,
  use: (room: PressRoom) => Promise<Result>,
): Promise<Result> {
  const free: Stand[] = Array.from({ length: presses }, () => new Stand(setUp, lease));
  const stands = [...free];
  const waiting: ((stand: Stand) => void)[] = [];
  const take = async (): Promise<Stand> => {
    const stand = free.pop();
    return stand ?? new Promise((resolve) => waiting.push(resolve));
  };
  const put = (stand: Stand): void => {
    const next = waiting.shift();
    if (next) next(stand);
    else free.push(stand);
  };
  try {
    return await use({
      presses,
      async run(doing, work, patience) {
        const stand = await take();
        try {
          return await stand.run(doing, work, patience);
        } finally {
          put(stand);
        }
      },
    });
  } finally {
    await Promise.all(stands.map(async (stand) => stand.close()));
  }
}

interface OpenPress extends Press {
  /** Fails when the tab crashes or its browser ends. */
  readonly ended: Promise<never>;
}

/** Where a press stands, and the next one when it is broken. */
class Stand {
  readonly #setUp: SetUpPress;
  readonly #lease: () => Promise<LeasedBrowser>;
  #press: OpenPress | undefined;

  constructor(setUp: SetUpPress, lease: () => Promise<LeasedBrowser>) {
    this.#setUp = setUp;
    this.#lease = lease;
  }

  async run<Result>(
    doing: string,
    work: (press: Press) => Promise<Result>,
    patience?: number,
  ): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        const press = (this.#press ??= await this.#open());
        return await patiently(
          (sign) => {
            press.onSign = sign;
            return Promise.race([work(press), press.ended]);
          },
          doing,
          patience,
        );
      } catch (error) {
        if (!(error instanceof BrowserEnded || error instanceof Unanswered)) throw error;
        await this.close();
        const most = error instanceof BrowserEnded ? MOST_TRIES_OF_ENDED : MOST_TRIES;
        if (tries >= most) throw error;
      }
    }
  }

  async close(): Promise<void> {
    const press = this.#press;
    this.#press = undefined;
    if (press) await closeTab(press.page);
  }

  async #open(): Promise<OpenPress> {
    const { browser } = await this.#lease();
    const page = await browser.newPage().catch(() => {
      throw browserEnded();
    });
    const ended = new Promise<never>((_, reject) => {
      page.once("error", () => reject(browserEnded()));
      browser.once("disconnected", () => reject(browserEnded()));
    });
    ended.catch(() => undefined);
    const press = { page, ended, onSign: nothing, onPage: nothing };
    try {
      await patiently(() => Promise.race([this.#setUp(press), ended]), "setting up the page");
    } catch (error) {
      await closeTab(page);
      throw error;
    }
    return press;
  }
}

function nothing(): void {
  // Nobody wants to know.
}

/** How long a tab may take to close, in milliseconds. */
const LONGEST_CLOSING = 5_000;

/** Closes a tab; where it does not even close, the browser is ended, and the next that needs one starts another. */
async function closeTab(page: Page): Promise<void> {
  if (page.isClosed()) return;
  const browser = page.browser();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), LONGEST_CLOSING);
  });
  const closed = await Promise.race([page.close().catch(() => undefined), late]);
  clearTimeout(timer);
  if (closed === "late") browser.process()?.kill("SIGKILL");
}
