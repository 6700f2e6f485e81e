import { expect, test } from "vitest";
import { somewhere } from "../testing/text-trees.ts";
import { comparedIds } from "./compared-ids.ts";
import type { Division } from "./text.ts";

test.each([
  ["letter reply", ["letter", "reply"]],
  [" letter,  reply,third ", ["letter", "reply", "third"]],
  ["letter letter", ["letter"]],
  ["", []],
])("a comparison of “%s” is of each document once", (value, ids) => {
  const options = new Map([["of", { value, place: somewhere }] as const]);
  const comparison: Division = {
    type: "division",
    name: "comparison",
    options,
    blocks: [],
    place: somewhere,
  };
  expect(comparedIds(comparison)).toEqual(ids);
});
