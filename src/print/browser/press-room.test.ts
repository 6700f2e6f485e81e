import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BrowserEnded, Unanswered } from "./patience.ts";
import { type Browsers, type Press, withBrowsers } from "./press-room.ts";

const ready = (): Promise<void> => Promise.resolve();
let browsers: Browsers;
let close: () => void;
let closed: Promise<void>;

beforeAll(async () => {
  await new Promise<void>((opened) => {
    closed = withBrowsers({}, async (leased) => {
      browsers = leased;
      await new Promise<void>((resolve) => {
        close = resolve;
        opened();
      });
    });
  });
});

afterAll(async () => {
  close();
  await closed;
});

/** Works for ever, and answers nothing. */
async function hang({ page }: Press): Promise<unknown> {
  return page.evaluate("while (true);");
}

describe("presses", () => {
  it("work at the same time, each at one work", async () => {
    const most = await browsers.withPresses(2, ready, async (room) => {
      const counts: number[] = [];
      let working = 0;
      let both = (): void => undefined;
      const together = new Promise<void>((resolve) => {
        both = resolve;
      });
      await Promise.all(
        [1, 2, 3, 4].map(async (one) =>
          room.run(`work ${one}`, async ({ page }) => {
            working += 1;
            counts.push(working);
            if (working === 2) both();
            await together;
            await page.evaluate("1");
            working -= 1;
          }),
        ),
      );
      return Math.max(...counts);
    });
    expect(most).toBe(2);
  });

  it("are set up once each, and again where one is replaced", async () => {
    let setUps = 0;
    const setUp = async ({ page }: Press): Promise<void> => {
      setUps += 1;
      await page.evaluate(`globalThis.number = ${setUps}`);
    };
    const numbers = await browsers.withPresses(1, setUp, async (room) => {
      const first = await room.run("asking", async ({ page }) => page.evaluate("number"));
      let tries = 0;
      const second = await room.run(
        "hanging once",
        async (press) => ((tries += 1) === 1 ? hang(press) : press.page.evaluate("number")),
        300,
      );
      return [first, second];
    });
    expect(numbers).toEqual([1, 2]);
  });

  it("try a work again for which the browser crashed, in another browser", async () => {
    let tries = 0;
    const answer = await browsers.withPresses(2, ready, async (room) =>
      room.run("crashing once", async ({ page }) => {
        tries += 1;
        if (tries === 1) page.browser().process()?.kill("SIGKILL");
        return page.evaluate("40 + 2");
      }),
    );
    expect(answer).toBe(42);
  });

  it("give up a work that never answers, with its name, and go on with the next", async () => {
    await browsers.withPresses(1, ready, async (room) => {
      const hung = room.run("laying out “protocol-61”", hang, 300);
      await expect(hung).rejects.toThrow(Unanswered);
      await expect(hung).rejects.toThrow("the browser did not finish laying out “protocol-61”");
      expect(await room.run("next", async ({ page }) => page.evaluate("1"))).toBe(1);
    });
  });

  it("wait as long as a work gives signs", async () => {
    const answer = await browsers.withPresses(1, ready, async (room) =>
      room.run(
        "slow work",
        async (press) => {
          for (let sign = 0; sign < 8; sign += 1) {
            await new Promise((resolve) => setTimeout(resolve, 100));
            press.onSign();
          }
          return "done";
        },
        400,
      ),
    );
    expect(answer).toBe("done");
  });

  it("give up a work for which every browser crashes", async () => {
    await browsers.withPresses(1, ready, async (room) => {
      const work = room.run("crashing", async ({ page }) => {
        page.browser().process()?.kill("SIGKILL");
        return page.evaluate("1");
      });
      await expect(work).rejects.toThrow(BrowserEnded);
    });
  });

  it("pass on what a work itself throws, at once", async () => {
    let tries = 0;
    await browsers.withPresses(1, ready, async (room) => {
      const work = room.run("failing", async ({ page }) => {
        tries += 1;
        return page.evaluate("throw new Error('no room')");
      });
      await expect(work).rejects.toThrow("the browser failed at failing: no room");
    });
    expect(tries).toBe(1);
  });
});

describe("lasting presses", () => {
  const done: string[] = [];
  const noting =
    (what: string) =>
    async ({ page }: Press): Promise<void> => {
      done.push(what);
      await page.evaluate(`globalThis.done = [...(globalThis.done ?? []), "${what}"]`);
    };
  const print = async (key: string, file: string): Promise<unknown> =>
    browsers.withLastingPresses(
      1,
      { key, setUp: noting(`set up ${key}`), adapt: noting(`adapt to ${file}`) },
      async (room) => {
        await room.run("the first work", async ({ page }) => page.evaluate("1"));
        return room.run("asking", async ({ page }) => page.evaluate("done"));
      },
    );

  it("are set up once for files that are set alike, and made ready for each once", async () => {
    await print("letter", "one");
    expect(await print("letter", "two")).toEqual(["set up letter", "adapt to one", "adapt to two"]);
    expect(done).toEqual(["set up letter", "adapt to one", "adapt to two"]);
  });

  it("give way to those of another kind", async () => {
    expect(await print("a4", "three")).toEqual(["set up a4", "adapt to three"]);
    expect(await print("letter", "four")).toEqual(["set up letter", "adapt to four"]);
  });

  it("are not used again where something went wrong in them", async () => {
    const failing = browsers.withLastingPresses(
      1,
      { key: "letter", setUp: ready, adapt: noting("adapt to five") },
      async (room) => room.run("failing", async ({ page }) => page.evaluate("no.such.thing")),
    );
    await expect(failing).rejects.toThrow("the browser failed at failing");
    expect(await print("letter", "six")).toEqual(["set up letter", "adapt to six"]);
  });

  it("are set up and made ready again where one is replaced", async () => {
    const answer = await browsers.withLastingPresses(
      1,
      { key: "letter", setUp: noting("set up anew"), adapt: noting("adapt to seven") },
      async (room) => {
        let tries = 0;
        return room.run(
          "hanging once",
          async (press) => ((tries += 1) === 1 ? hang(press) : press.page.evaluate("done")),
          300,
        );
      },
    );
    expect(answer).toEqual(["set up anew", "adapt to seven"]);
  });
});
