import { expect, it } from "vitest";
import { inTurns } from "./in-turns.ts";

/** A work that goes on until it is told to end. */
class Work {
  begun = false;
  end: () => void = () => undefined;
  fail: (error: Error) => void = () => undefined;
  readonly #ended = new Promise<string>((resolve, reject) => {
    this.end = () => resolve("done");
    this.fail = reject;
  });

  readonly go = async (): Promise<string> => {
    this.begun = true;
    return this.#ended;
  };
}

it("lets two works of three go on at once, and the third when one is done", async () => {
  const turn = inTurns(2);
  const works = [new Work(), new Work(), new Work()];
  const results = works.map(({ go }) => turn(go));
  await Promise.resolve();
  expect(works.map(({ begun }) => begun)).toEqual([true, true, false]);
  works[1]?.end();
  await results[1];
  await Promise.resolve();
  expect(works[2]?.begun).toBe(true);
  works[0]?.end();
  works[2]?.end();
  expect(await Promise.all(results)).toEqual(["done", "done", "done"]);
});

it("begins nothing more when one has failed", async () => {
  const turn = inTurns(1);
  const [first, second] = [new Work(), new Work()];
  const results = [turn(first.go), turn(second.go)];
  first.fail(new Error("no paper"));
  const outcomes = await Promise.allSettled(results);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(second.begun).toBe(false);
});
