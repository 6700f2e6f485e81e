import { describe, expect, it } from "vitest";
import { readExamples } from "../source/testing/examples.ts";
import { messagesOf } from "./testing/edition-of.ts";

const examples = readExamples(new URL("fixtures/messages.txt", import.meta.url));

describe("what is wrong across an edition", () => {
  it.each(examples)("$title (line $line)", ({ source, expected }) => {
    expect(messagesOf(`${source}\n`).join("\n")).toBe(expected);
  });
});
