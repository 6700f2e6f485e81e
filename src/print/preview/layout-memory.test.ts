import { expect, it } from "vitest";
import type { KnownLayout } from "../layout/lay-out-chunks.ts";
import { PreviewMemory } from "./layout-memory.ts";

const layout = (key: string): KnownLayout => ({
  key,
  pages: [],
  html: () => Promise.resolve([]),
});

it("knows what the last time was in need of, and nothing older", () => {
  const memory = new PreviewMemory();
  memory.set("guessed", layout("guessed"));
  memory.set("final", layout("final"));
  memory.forgetOthers();
  expect([memory.get("guessed")?.key, memory.get("final")?.key]).toEqual(["guessed", "final"]);
  memory.set("final", layout("final"));
  memory.forgetOthers();
  expect([memory.get("guessed"), memory.get("final")?.key]).toEqual([undefined, "final"]);
});

it("keeps what was laid out on the way to a fault", () => {
  const memory = new PreviewMemory();
  memory.set("before", layout("before"));
  memory.forgetOthers();
  memory.set("since", layout("since"));
  expect([memory.get("before")?.key, memory.get("since")?.key]).toEqual(["before", "since"]);
});
