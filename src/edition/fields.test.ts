import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type ZodType } from "zod";
import { edtfDate, id, language, webAddress, wordList, words } from "./fields.ts";

/** What a field makes of a value, or what it says against it. */
function read(field: ZodType, value: unknown): unknown {
  const result = field.safeParse(value);
  return result.success ? result.data : result.error.issues[0]?.message;
}

describe("an id", () => {
  it.each(["protocol-61", "b", "cpsu", "notes-24-may-1962", "pb1"])("may be %s", (value) => {
    expect(read(id(), value)).toBe(value);
  });

  it.each(["Protocol", "61", "a--b", "a-", "-a", "a_b", "протокол", "a b", ""])(
    "may not be “%s”",
    (value) => {
      expect(read(id(), value)).toBe(
        "must be small letters, digits and hyphens, beginning with a letter",
      );
    },
  );

  it.each(["p3", "n2", "tr1", "tx4", "s1", "o9", "in1"])(
    "may not be the coordinate %s",
    (value) => {
      expect(read(id(), value)).toBe("must not look like a paragraph’s or a note’s coordinate");
    },
  );

  it.each(["index", "page-2", "by-title", "by-title-2", "by-date-descending-10"])(
    "may not be %s, which is a page of the website",
    (value) => {
      expect(read(id(), value)).toBe("is the name of one of the website’s own pages");
    },
  );

  it.each(["by-titles", "page", "page-two", "index-card"])("may be %s, which is not", (value) => {
    expect(read(id(), value)).toBe(value);
  });
});

describe("words", () => {
  it("are taken as written, numbers too", () => {
    expect(read(words(), "Box 5")).toBe("Box 5");
    expect(read(words(), 394)).toBe("394");
  });

  it("must be there", () => {
    expect(read(words(), " ")).toBe("must not be empty");
    expect(read(words(), ["a"])).toBe("must be text");
    expect(read(words(), null)).toBe("must be text");
  });
});

describe("a list of words", () => {
  it("may be one word alone, or left out", () => {
    expect(read(wordList(), "ivanov")).toEqual(["ivanov"]);
    expect(read(wordList(), ["ivanov", 3])).toEqual(["ivanov", "3"]);
    expect(read(wordList(), undefined)).toEqual([]);
  });

  it("is nothing else", () => {
    expect(read(wordList(), { a: 1 })).toBe("must be a list");
  });
});

describe("a date", () => {
  it("is read", () => {
    expect(read(edtfDate(), "1962-10-22/1962-10-28")).toMatchObject({
      shown: "22–28 October 1962",
    });
  });

  it("may be a year, which YAML takes for a number", () => {
    expect(read(edtfDate(), 1962)).toMatchObject({ shown: "1962" });
  });

  it("may stand in EDTF’s brackets, which YAML takes for a list", () => {
    const oneOf = parse("[1962-10-22, 1962-10-28]");
    expect(read(edtfDate(), oneOf)).toMatchObject({
      edtf: "[1962-10-22,1962-10-28]",
      shown: "22 or 28 October 1962",
    });
    expect(read(edtfDate(), parse("[..1962]"))).toMatchObject({ shown: "1962 or earlier" });
    expect(read(edtfDate(), parse("[May, June]"))).toBe('"[May,June]" is not a date in EDTF');
    expect(read(edtfDate(), parse("{from: 1962}"))).toBe("must be a date in EDTF");
  });

  it("is said to be none where it is none", () => {
    expect(read(edtfDate(), "May 1962")).toBe('"May 1962" is not a date in EDTF');
  });
});

describe("an address on the web", () => {
  it.each([
    ["https://example.org/a?b=c", "https://example.org/a?b=c"],
    ["ftp://example.org", "must be an address that begins with https:// or http://"],
    ["javascript:alert(1)", "must be an address that begins with https:// or http://"],
    ["example.org", "must be an address that begins with https:// or http://"],
  ])("%s", (written, expected) => {
    expect(read(webAddress(), written)).toBe(expected);
  });
});

describe("a language", () => {
  it.each(["en", "ru", "zh-Hant", "sr-Cyrl-RS"])("may be %s", (tag) => {
    expect(read(language(), tag)).toBe(tag);
  });

  it.each(["English", "EN", "e", "en_US"])("may not be %s", (tag) => {
    expect(read(language(), tag)).toBe("must be a language tag such as en, ru or zh-Hant");
  });
});
