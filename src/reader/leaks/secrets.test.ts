import { describe, expect, test } from "vitest";
import { buildApparatus } from "../../apparatus/build-apparatus.ts";
import { editionOf, filesOf } from "../../apparatus/testing/edition-of.ts";
import { worksCited } from "../../citation/cite-works.ts";
import type { Edition } from "../../edition/edition.ts";
import { withoutInstructor } from "../../edition/without-instructor.ts";
import type { SaidEdition } from "./sayings.ts";
import { saidToStudents, secretsOf } from "./secrets.ts";
import { layTraps, secretsIn } from "./traps.ts";

function said(edition: Edition): SaidEdition {
  const { apparatus } = buildApparatus(edition);
  return { edition, apparatus, works: worksCited(edition, apparatus) };
}

/** What some text gives away of an edition's secrets, by the texts of these. */
function given(files: Readonly<Record<string, string>>, text: string): readonly string[] {
  const example = Object.entries(files).map(([path, body]) => `== ${path}\n${body}\n`);
  const edition = editionOf(filesOf(example.join("\n")));
  const students = said(withoutInstructor(edition));
  const traps = layTraps(secretsOf(said(edition), students), saidToStudents(students));
  return [...secretsIn(text, traps)].map((secret) => secret.text);
}

const LESSON = {
  "texts/letter.md":
    "date: 1931-05-02\nauthors: [Pyotr Lvov]\n---\nOdessa, at night. The lamp is out.[^in:1]\n\n::: instructor\nAsk why [](#reply) came so very late.\n:::\n\n[^in:1]: The lamp is not out, he says so to win time.",
  "texts/reply.md": "The lamp is lit.",
};

describe("an edition's secrets", () => {
  test("are what only the whole edition says, with the words of its references", () => {
    expect(given(LESSON, "He says so to win time.")).toHaveLength(0);
    expect(given(LESSON, "is not out, he says so to win time")).toEqual([
      "The lamp is not out, he says so to win time.",
    ]);
    expect(given(LESSON, "Ask why Doc. 2 came so very late.")).toHaveLength(1);
  });

  test("are not what students read as well, nor what the parts of a head say in a row", () => {
    const quoting = (words: string) => ({
      ...LESSON,
      "texts/third.md": `Words.\n\n::: instructor\n${words}\n:::`,
    });
    const quoted = "Odessa, at night. The lamp is out.";
    expect(given(quoting(quoted), quoted)).toEqual([]);
    const row = "Pyotr Lvov, 2 May 1931, Odessa, at night";
    expect(
      given(quoting(row), "Pyotr Lvov 2 May 1931\nOdessa, at night. The lamp is out."),
    ).toEqual([]);
  });

  test("are not what students read one behind the other", () => {
    const quoting = (words: string) => ({
      ...LESSON,
      "texts/third.md": `Words end here.\n\n> They begin again.\n\n::: instructor\n${words}\n:::`,
      "people.yaml": "lvov: {name: Pyotr Lvov, role: Clerk, description: Of the Lamp Office.}",
    });
    for (const row of [
      "Words end here. They begin again.",
      "Doc. 1, letter, 2 May 1931",
      "Pyotr Lvov, clerk of the Lamp Office",
    ])
      expect(given(quoting(row), row)).toEqual([]);
    expect(
      given(quoting("They begin again. Words end here."), "They begin again. Words end here."),
    ).toHaveLength(1);
  });

  test("are whole files with their addresses", () => {
    const files = {
      ...LESSON,
      "essays/key.md": "audience: instructors\ntitle: The key to every question\n---\nWords of it.",
    };
    expect(given(files, "see The Key to Every Question")).toContain("The key to every question");
    expect(given(files, "essays/key.html")).toContain("essays/key");
    expect(given(files, "readers/key.html")).toContain("key.html");
    expect(given(files, "the keys of the essays")).toEqual([]);
  });
});
