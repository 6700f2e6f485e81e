import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { importers } from "./importers.ts";

it("the manual tells of every form that can be imported, and of no other", () => {
  const manual = readFileSync("documents/essays/manual.md", "utf8");
  const [, section = ""] = /^### Files of other forms$([^]*?)^## /mu.exec(manual) ?? [];
  const told = [...section.matchAll(/^\| `([a-z-]+)` \|/gmu)].map(([, name]) => name);
  expect(new Set(told)).toEqual(new Set(importers.map(({ name }) => name)));
});
