import { describe, expect, test } from "vitest";
import { type Known, type Surrounding, askDocument } from "./ask-document.ts";
import type { NewDocument } from "./new-document.ts";

const nothing: Known = {
  id: undefined,
  number: undefined,
  title: undefined,
  isCalendared: false,
  fields: new Map(),
};

const surrounding: Surrounding = {
  isTaken: (id) => id === "letter-castro",
  volumes: [],
  nextNumber: () => 5,
  numberProblem: (number) => (number === 4 ? "4 is taken; choose another" : undefined),
};

/** What comes of a talk in which the editor gives these answers, and what was said in it. */
async function talk(
  answers: readonly string[],
  known: Known = nothing,
): Promise<{ readonly document: NewDocument | undefined; readonly said: readonly string[] }> {
  const said: string[] = [];
  const left = [...answers];
  const document = await askDocument(known, surrounding, {
    ask: async (question) => {
      said.push(question);
      return left.shift();
    },
    tell: (words) => void said.push(`! ${words}`),
  });
  return { document, said };
}

const ENTERS = Array.from({ length: 20 }, () => "");

describe("an editor is asked", () => {
  test("for a title, and with Enter for everything else gets what is suggested", async () => {
    const { document, said } = await talk(["Letter to Castro", ...ENTERS]);
    expect(document).toEqual({
      title: "Letter to Castro",
      id: "letter-castro-2",
      number: 5,
      isCalendared: false,
      fields: new Map(),
    });
    expect(said.slice(0, 7)).toEqual([
      "! Enter alone leaves a field out; Ctrl-C writes nothing.",
      "Title: ",
      "Id [letter-castro-2]: ",
      "Kind (letter): ",
      "Date (1962-05-24): ",
      "Place (Moscow): ",
      "Authors (Nikita Khrushchev; …): ",
    ]);
    expect(said.at(-1)).toBe("Number [5]: ");
  });

  test("again where an answer cannot be, in the reader's words", async () => {
    const { document, said } = await talk([
      "",
      "Letter",
      "Not an id",
      "letter-castro",
      "letter",
      "",
      "24 May 1962",
      "1962-05-24",
      ...ENTERS.slice(0, 12),
      "4",
      "x",
      "9",
    ]);
    expect(said.slice(1).filter((line) => line.startsWith("!"))).toEqual([
      '! "title" must not be empty; give a value, or delete the line',
      '! "Not an id" cannot be an id: it must be small letters, digits and hyphens, beginning with a letter; write "not-an-id"',
      '! the id "letter-castro" is taken; choose another',
      '! "24 May 1962" is not a date in EDTF; write 1962-05-24, 1964-10, 1962-05~ or 1962-10-22/1962-10-28',
      "! 4 is taken; choose another",
      '! "number" must be a whole number; give a value of the right kind',
    ]);
    expect(document).toMatchObject({ id: "letter", number: 9 });
    expect(document?.fields.get("date")).toBe("1962-05-24");
  });

  test("for several names with semicolons between them, and not for what is known", async () => {
    const known = {
      ...nothing,
      title: "Letter",
      id: "letter",
      number: 2,
      fields: new Map([["kind", "letter"]]),
    };
    const { document, said } = await talk(["", "", "Ivanov, Semyon; B", ...ENTERS], known);
    expect(document?.fields.get("authors")).toEqual(["Ivanov, Semyon", "B"]);
    expect(said[1]).toMatch(/^Date/);
  });

  test("and whoever goes away in the middle leaves nothing", async () => {
    expect((await talk([])).document).toBeUndefined();
    expect((await talk(["Letter", "letter", "letter"])).document).toBeUndefined();
  });
});
