import { expect, it } from "vitest";
import { byKind } from "./order-of-files.ts";

it("puts files of one look and paper in a row, and leaves their order otherwise", () => {
  const file = (name: string, look: "standard" | "duplex", paper: "letter" | "a4") => ({
    name,
    look,
    paper,
  });
  const files = [
    file("one", "standard", "letter"),
    file("one-a4", "standard", "a4"),
    file("one-duplex", "duplex", "letter"),
    file("two", "standard", "letter"),
    file("two-a4", "standard", "a4"),
  ];
  expect(byKind(files).map(({ name }) => name)).toEqual([
    "one",
    "two",
    "one-a4",
    "two-a4",
    "one-duplex",
  ]);
});
