import { describe, expect, test } from "vitest";
import { describeFailure } from "./failure.ts";
import { nodeIsTooOld } from "./node-version.ts";
import { describeStep, noProgress, showProgress } from "./progress.ts";
import { openTerminal } from "./terminal.ts";
import { usageLine } from "./usage.ts";

/** A terminal whose two streams are kept as text. */
function listen(options: { isTTY: boolean; env?: Record<string, string> }) {
  const written = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof written) => ({
    isTTY: options.isTTY,
    columns: 40,
    write(text: string | Uint8Array) {
      written[name] += String(text);
      return true;
    },
  });
  const terminal = openTerminal({
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    env: options.env ?? {},
  });
  return { terminal, written };
}

describe("progress where nobody watches", () => {
  test("is a plain line for each stage, without colours or control characters", () => {
    const { terminal, written } = listen({ isTTY: false });
    const stage = showProgress(terminal).begin("Reading");
    stage.step({ done: 1, total: 3, of: "pages" });
    stage.done("11 documents");
    expect(written).toEqual({ stdout: "", stderr: "Reading         11 documents\n" });
  });

  test("gives a sign of life from a long stage every other second", () => {
    const { terminal, written } = listen({ isTTY: false });
    let now = 0;
    const stage = showProgress(terminal, () => now).begin("Printing");
    for (let page = 1; page <= 50; page += 1) {
      now += 100;
      stage.step({ done: page, of: "pages", now: "Whole edition" });
    }
    stage.done("50 pages");
    expect(written.stderr.split("\n")).toEqual([
      "Printing        20 pages, Whole edition",
      "Printing        40 pages, Whole edition",
      "Printing        50 pages",
      "",
    ]);
  });
});

describe("progress on a terminal", () => {
  test("is one line that is written over, cut to the width, and stays with its summary", () => {
    const { terminal, written } = listen({ isTTY: true, env: { NO_COLOR: "1" } });
    const stage = showProgress(terminal).begin("Reading back");
    stage.step({ done: 34, total: 61, of: "pages", now: "documents/protocol-61.html" });
    stage.done("61 pages");
    const shown = written.stderr.split("\r\u001B[K");
    expect(shown).toEqual([
      "",
      "Reading back    …",
      "Reading back    34 of 61 pages, documen",
      "Reading back    61 pages\n",
    ]);
    expect(Math.max(...shown.map((line) => line.length))).toBeLessThan(40);
  });

  test("makes room for a message and comes back below it", () => {
    const { terminal, written } = listen({ isTTY: true, env: { NO_COLOR: "1" } });
    terminal.status("working");
    terminal.result.say("a message");
    expect(written.stdout).toBe("a message\n");
    expect(written.stderr).toBe("\r\u001B[Kworking\r\u001B[K\r\u001B[Kworking");
  });
});

test("a line on a terminal is not rewritten faster than an eye can follow", () => {
  const { terminal, written } = listen({ isTTY: true, env: { NO_COLOR: "1" } });
  let now = 1000;
  const stage = showProgress(terminal, () => now).begin("Writing");
  for (let done = 1; done <= 100; done += 1) {
    now += 1;
    stage.step({ done, of: "pages" });
  }
  expect(written.stderr.match(/Writing +\d+ pages/g)).toEqual([
    "Writing         1 pages",
    "Writing         41 pages",
    "Writing         81 pages",
  ]);
});

test("colours are for terminals that want them", () => {
  const ink = (options: Parameters<typeof listen>[0]): string =>
    listen(options).terminal.result.ink("red", "error");
  expect(ink({ isTTY: true })).toBe("\u001B[31merror\u001B[39m");
  expect(ink({ isTTY: false })).toBe("error");
  expect(ink({ isTTY: true, env: { NO_COLOR: "1" } })).toBe("error");
  expect(ink({ isTTY: true, env: { NO_COLOR: "" } })).toBe("\u001B[31merror\u001B[39m");
  expect(ink({ isTTY: true, env: { TERM: "dumb" } })).toBe("error");
});

test("quiet progress says nothing and takes everything", () => {
  const stage = noProgress.begin("Reading");
  expect(stage.step({ done: 1, of: "pages" })).toBeUndefined();
  expect(stage.done("1 page")).toBeUndefined();
});

test("a step says how far it is", () => {
  expect(describeStep({ done: 34, total: 61, of: "pages" })).toBe("34 of 61 pages");
  expect(describeStep({ done: 12, of: "pages" })).toBe("12 pages");
  expect(describeStep({ done: 1, total: 2, of: "readers", now: "whole" })).toBe(
    "1 of 2 readers, whole",
  );
});

describe("an unforeseen end", () => {
  test("is told calmly, in the first line of its reason, without a stack", () => {
    const said = describeFailure(new TypeError("x is not a function\n    at y"), false);
    expect(said).toBe(
      [
        "This is a fault of Scholium, not of your edition: x is not a function",
        "Nothing half-written is left; what the last build made is untouched. Please report it; with SCHOLIUM_DEBUG=1 set, the command shows details.",
      ].join("\n"),
    );
  });

  test("shows details to those who ask", () => {
    expect(describeFailure(new TypeError("x"), true)).toContain("    at ");
    expect(describeFailure("thrown words", true)).toBe("thrown words");
  });

  test("that the machine causes is not called a fault of ours", () => {
    const error = Object.assign(new Error("ENOSPC: no space left on device, write"), {
      code: "ENOSPC",
      path: "/edition/_site",
    });
    expect(describeFailure(error, false)).toBe(
      "scholium: /edition/_site: the disk is full. Nothing half-written is left; what the last build made is untouched.",
    );
  });
});

test.each([
  ["18.20.4", "scholium: needs Node.js 20.19 or later; this is 18.20.4"],
  ["20.18.1", "scholium: needs Node.js 20.19 or later; this is 20.18.1"],
  ["20.19.0", undefined],
  ["22.0.0", undefined],
])("Node %s", (version, message) => {
  expect(nodeIsTooOld(version)).toBe(message);
});

test("a failure that a library has wrapped is told by its cause", () => {
  const full = Object.assign(new Error("ENOSPC"), {
    code: "ENOSPC",
    path: "a.woff2",
    dest: "b.woff2",
  });
  const wrapped = Object.assign(new Error("Having trouble writing"), { originalError: full });
  expect(describeFailure(new Error("outer", { cause: wrapped }), false)).toBe(
    "scholium: b.woff2: the disk is full. Nothing half-written is left; what the last build made is untouched.",
  );
});

describe("wrong usage fits on one line", () => {
  test.each([
    [
      "error: unknown option '--jsno'\n(Did you mean --json?)\n",
      "unknown option '--jsno'; did you mean --json?",
    ],
    [
      "error: too many arguments for 'check'. Expected 1 argument but got 2.\n",
      "too many arguments for 'check'. Expected 1 argument but got 2; see scholium --help",
    ],
  ])("%j", (written, line) => {
    expect(usageLine(written)).toBe(line);
  });
});
