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
  /** Told of every address that the page is refused. */
  onRefusal: (address: string) => void;
}

/** How a press is made ready in a new tab. */
export type SetUpPress = (press: Press) => Promise<void>;

/** Presses that serve one file after the other, as long as these are set alike. */
export interface LastingPresses {
  /** What they are set up for: of the same key, they need not be set up again. */
  readonly key: string;
  readonly setUp: SetUpPress;
  /** Makes one that is set up ready for what is printed now. */
  readonly adapt: SetUpPress;
}

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
  /** The same, of presses that stay open for the next who asks for such. */
  readonly withLastingPresses: <Result>(
    presses: number,
    lasting: LastingPresses,
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
  const lasting = new IdleStands();
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
      async withPresses(presses, setUp, work) {
        const stands = Array.from({ length: presses }, () => new Stand(setUp, current));
        try {
          return await work(roomOf(stands));
        } finally {
          await closeAll(stands);
        }
      },
      async withLastingPresses(presses, { key, setUp, adapt }, work) {
        const stands = await lasting.take(key, presses);
        while (stands.length < presses) stands.push(new Stand(setUp, current));
        for (const stand of stands) stand.lend(setUp, adapt);
        try {
          const result = await work(roomOf(stands));
          await lasting.keep(key, stands);
          return result;
        } catch (error) {
          // They may be in the middle of something.
          await closeAll(stands);
          throw error;
        }
      },
    });
  } finally {
    await (await leased?.catch(() => undefined))?.giveBack();
  }
}

/** A room of some stands, each of which does one work at a time. */
function roomOf(stands: readonly Stand[]): PressRoom {
  const free = [...stands];
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
  return {
    presses: stands.length,
    async run(doing, work, patience) {
      const stand = await take();
      try {
        return await stand.run(doing, work, patience);
      } finally {
        put(stand);
      }
    },
  };
}

async function closeAll(stands: readonly Stand[]): Promise<void> {
  await Promise.all(stands.map(async (stand) => stand.close()));
}

/** Stands that nobody uses now; only those of one kind are kept, as a tab takes its memory. */
class IdleStands {
  #key = "";
  #stands: Stand[] = [];

  /** Takes as many of a kind as there are, at most so many. */
  async take(key: string, most: number): Promise<Stand[]> {
    if (key !== this.#key) await this.#clear();
    return this.#stands.splice(0, most);
  }

  /** Keeps stands of a kind for the next. */
  async keep(key: string, stands: readonly Stand[]): Promise<void> {
    if (key !== this.#key) await this.#clear();
    this.#key = key;
    const kept = stands.slice(0, Math.max(0, stands.length - this.#stands.length));
    this.#stands.push(...kept);
    await closeAll(stands.slice(kept.length));
  }

  async #clear(): Promise<void> {
    await closeAll(this.#stands.splice(0));
  }
}

interface OpenPress extends Press {
  /** Fails when the tab crashes or its browser ends. */
  readonly ended: Promise<never>;
}

/** Where a press stands, and the next one when it is broken. */
class Stand {
  #setUp: SetUpPress;
  readonly #lease: () => Promise<LeasedBrowser>;
  #press: OpenPress | undefined;
  #adapt: SetUpPress | undefined;
  /** The press that was made ready for what is printed now. */
  #adapted: OpenPress | undefined;

  constructor(setUp: SetUpPress, lease: () => Promise<LeasedBrowser>) {
    this.#setUp = setUp;
    this.#lease = lease;
  }

  /** What is done to a press before its next work, and how one that takes its place is set up. */
  lend(setUp: SetUpPress, adapt: SetUpPress): void {
    this.#setUp = setUp;
    this.#adapt = adapt;
    this.#adapted = undefined;
  }

  async run<Result>(
    doing: string,
    work: (press: Press) => Promise<Result>,
    patience?: number,
  ): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        const press = await this.#ready();
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

  async #ready(): Promise<OpenPress> {
    const press = (this.#press ??= await this.#open());
    if (this.#adapt && this.#adapted !== press) {
      await settingUp(press, this.#adapt);
      this.#adapted = press;
    }
    return press;
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
    const press = { page, ended, onSign: nothing, onPage: nothing, onRefusal: nothing };
    try {
      await settingUp(press, this.#setUp);
    } catch (error) {
      await closeTab(page);
      throw error;
    }
    return press;
  }
}

async function settingUp(press: OpenPress, setUp: SetUpPress): Promise<void> {
  await patiently(() => Promise.race([setUp(press), press.ended]), "setting up the page");
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
