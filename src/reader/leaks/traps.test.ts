import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Secret } from "./secrets.ts";
import { layTraps, secretsIn } from "./traps.ts";

function secret(text: string, address = false): Secret {
  return { text, address, place: { file: "documents/texts/a.md", line: 1, column: 1 } };
}

/** What a text gives away of some secrets, where students read some texts anyway. */
function found(
  text: string,
  secrets: readonly string[],
  said: readonly string[] = [],
): readonly string[] {
  const traps = layTraps(
    secrets.map((words) => secret(words)),
    said,
  );
  return [...secretsIn(text, traps)].map((one) => one.text);
}

const LESSON = "Ask them which of the two drafts came first, and wait until somebody objects.";

describe("a sentence is found", () => {
  test.each([
    ["as it is written", LESSON],
    ["in the midst of others", `Before. ${LESSON} Behind.`],
    ["in capitals", LESSON.toUpperCase()],
    ["divided at lines' ends", "which of the two dra-\nfts came fi-\r\nrst, and wait un\u00ADtil"],
    ["with letters set apart", "w h i c h  o f  t h e  t w o  d r a f t s  c a m e  f i r s t"],
    ["half of it", "… and wait until somebody objects"],
    ["with other signs", "which *of* the “two” drafts—came first"],
    ["with another's marks of notes", "1Ask them which of the two drafts2 came first"],
  ])("%s", (_, text) => expect(found(text, [LESSON])).toEqual([LESSON]));

  test("with other accents, ligatures and capitals", () => {
    const words = "Élève, la ﬁn du récit: Straße und ΛΟΓΟΣ am Ende";
    expect(found("E\u0301LEVE, LA FIN DU RECIT: STRASSE UND λόγος AM ENDE", [words])).toEqual([
      words,
    ]);
  });

  test("in scripts that set no spaces", () => {
    const words = "先生だけが読む秘密の文です";
    expect(found("これは読む秘密の文です。", [words])).toEqual([words]);
    expect(found("これは文です。", [words])).toEqual([]);
  });
});

describe("nothing is found", () => {
  test("where students read the same anyway", () => {
    expect(found(LESSON, [LESSON], [`He said: ${LESSON}`])).toEqual([]);
  });

  test("of what only begins alike", () => {
    expect(found("Ask them which of them left.", [LESSON])).toEqual([]);
  });

  test("of an answer whose words are everybody's", () => {
    expect(found("Yes. In 1962.", ["Yes.", "1962", "12", ""], ["Is it so? Yes, in 1962"])).toEqual(
      [],
    );
    expect(found("Doc. 5, p. 3", ["Doc. 5, p. 3"], ["See Doc. 7, p. 1"])).toEqual([]);
  });

  test("in the midst of a word", () => {
    expect(found("the eyes", ["Yes"])).toEqual([]);
    expect(found("Blackbirds", ["Black birdsong"])).toEqual([]);
  });
});

test("nothing is found of what only goes on with the same letters", () => {
  const name = "the National Security Archive";
  expect(found(`${name}. Copyright`, [`Ask what ${name} could show.`], [name])).toEqual([]);
  expect(found(`${name} could`, [`Ask what ${name} could show.`], [name])).toHaveLength(1);
});

test("nothing is found of names in a row, however they are ordered", () => {
  const names = ["Sergei Biryuzov", "Semyon Ivanov", "US", "Andrei Gromyko"];
  const row = "Andrei Gromyko, US, Semyon Ivanov, Sergei Biryuzov";
  const given = (words: string, text: string): number =>
    secretsIn(text, layTraps([secret(words)], names, names)).size;
  expect(given(`${row}.`, row)).toBe(0);
  expect(given("Gromyko, US, Semyon Ivanov, Ser", "Gromyko, US, Semyon Ivanov, Sergei")).toBe(0);
  expect(given("Gromyko wrote, Semyon Ivanov signed", "Gromyko wrote, Semyon Ivanov")).toBe(1);
});

describe("a few words are found", () => {
  test("where one of them is nobody else's", () => {
    expect(found("He wrote: Rumpelstiltskin!", ["Rumpelstiltskin."], ["He wrote"])).toHaveLength(1);
    expect(found("Room 40712", ["40712"])).toHaveLength(1);
  });

  test("as a whole where there are more than three", () => {
    const said = ["it was he and not the other who wrote"];
    expect(found("it was not he who wrote", ["It was not he who wrote."], said)).toHaveLength(1);
    expect(found("it was not he", ["It was not he who wrote."], said)).toEqual([]);
  });

  test("in an address, however ordinary they are", () => {
    const traps = layTraps([secret("essays/notes", true)], ["essays on notes"]);
    expect(secretsIn("../essays/notes.html", traps).size).toBe(1);
    expect(secretsIn("../essays/footnotes.html", traps).size).toBe(0);
  });
});

const word = fc.stringMatching(/^[a-zа-яé]{1,9}$/u);
const sentence = fc.array(word, { minLength: 8, maxLength: 20 });
const gap = fc.constantFrom(" ", "\n", "-\n", ", ", " — ", "\u00ad");

test("any part of seven words is found, however it is spaced, unless its letters are said anyway", () => {
  fc.assert(
    fc.property(sentence, fc.nat(), fc.array(gap, { minLength: 7 }), (words, at, gaps) => {
      const from = at % (words.length - 6);
      const part = words.slice(from, from + 7);
      fc.pre(part.join("").length >= 33);
      const text = part.map((one, index) => one + (gaps[index % gaps.length] ?? " ")).join("");
      expect(found(`Title. ${text} End.`, [words.join(" ")])).toHaveLength(1);
      expect(found(text, [words.join(" ")], [words.join(" ")])).toEqual([]);
    }),
  );
});
