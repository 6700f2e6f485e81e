import * as fc from "fast-check";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { relativeAddress, rootFrom } from "./addresses.ts";

describe("a link from one page to another", () => {
  it.each([
    ["index.html", "documents/a.html", "documents/a.html"],
    ["documents/a.html", "documents/b.html", "b.html"],
    ["documents/a.html", "people/b.html", "../people/b.html"],
    ["documents/a.html", "index.html", "../index.html"],
    ["documents/a.html", "assets/scholium.css", "../assets/scholium.css"],
    ["index.html", "chronology.html", "chronology.html"],
    ["readers/a.html", "readers/a/b.html", "a/b.html"],
    ["readers/a/b.html", "readers/a.html", "../a.html"],
    ["readers/a/b.html", "documents/b.html", "../../documents/b.html"],
  ])("from %s to %s is %s", (from, to, link) => {
    expect(relativeAddress(from, to)).toBe(link);
  });

  it("leads there from any page", () => {
    const name = fc.stringMatching(/^[a-z]{1,4}$/);
    const address = fc
      .array(name, { minLength: 1, maxLength: 3 })
      .map((names) => `${names.join("/")}.html`);
    fc.assert(
      fc.property(address, address, (from, to) => {
        const link = relativeAddress(from, to);
        expect(path.posix.join(path.posix.dirname(from), link)).toBe(to);
        expect(path.posix.join(path.posix.dirname(from), rootFrom(from), "x")).toBe("x");
      }),
    );
  });
});
