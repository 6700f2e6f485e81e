import { describe, expect, it } from "vitest";
import { camelKeys } from "./camel-keys.ts";

describe("camelKeys", () => {
  it("renames keys through objects and lists, and leaves values alone", () => {
    expect(
      camelKeys({
        "title-supplied": true,
        source: { "record-id": "a-b", "contributed-by": null },
        history: [{ "date-note": "c-d" }, "e-f"],
      }),
    ).toEqual({
      titleSupplied: true,
      source: { recordId: "a-b", contributedBy: null },
      history: [{ dateNote: "c-d" }, "e-f"],
    });
  });
});
