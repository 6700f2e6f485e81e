import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Diagnostic, applySeverities, byPlace, diagnose, hasErrors } from "./diagnostic.ts";
import { countDiagnostics, diagnosticsAsJson, formatDiagnostic } from "./report.ts";
import { isRuleId, rules } from "./rules.ts";

const at = (line: number, column = 1, file = "documents/texts/a.md") => ({ file, line, column });

const unknown = diagnose(
  "reference-unknown",
  at(12, 8),
  'nothing in the edition has the id "malinovski"',
  'did you mean "malinovsky"?',
);
const bracket = diagnose("bracket-unclassified", at(3), "a bracket without a class");

describe("diagnose", () => {
  it("takes severity and way to mend from the catalogue", () => {
    expect(bracket).toMatchObject({
      severity: "warning",
      mend: rules["bracket-unclassified"].mend,
    });
    expect(unknown).toMatchObject({ severity: "error", mend: 'did you mean "malinovsky"?' });
  });
});

describe("a message on one line", () => {
  it("says where, how severe, which rule, what, and how to mend it", () => {
    expect(formatDiagnostic(unknown)).toBe(
      'documents/texts/a.md:12:8 error reference-unknown: nothing in the edition has the id "malinovski"; did you mean "malinovsky"?',
    );
  });
});

describe("countDiagnostics", () => {
  it.each([
    [[], "0 errors, 0 warnings"],
    [[unknown], "1 error, 0 warnings"],
    [[unknown, unknown, bracket], "2 errors, 1 warning"],
  ])("%#", (diagnostics, words) => {
    expect(countDiagnostics(diagnostics)).toBe(words);
  });
});

describe("messages for editors’ tools", () => {
  it("are flat rows and counts", () => {
    expect(JSON.parse(diagnosticsAsJson([bracket, unknown]))).toEqual({
      diagnostics: [
        {
          file: "documents/texts/a.md",
          line: 3,
          column: 1,
          severity: "warning",
          rule: "bracket-unclassified",
          message: "a bracket without a class",
          mend: rules["bracket-unclassified"].mend,
        },
        {
          file: "documents/texts/a.md",
          line: 12,
          column: 8,
          severity: "error",
          rule: "reference-unknown",
          message: 'nothing in the edition has the id "malinovski"',
          mend: 'did you mean "malinovsky"?',
        },
      ],
      errors: 1,
      warnings: 1,
    });
  });

  it("are none where there is nothing to say", () => {
    expect(JSON.parse(diagnosticsAsJson([]))).toEqual({ diagnostics: [], errors: 0, warnings: 0 });
  });
});

describe("an edition’s own severities", () => {
  it("raise", () => {
    const [raised] = applySeverities([bracket], { "bracket-unclassified": "error" });
    expect(raised?.severity).toBe("error");
  });

  it("lower", () => {
    const twice = diagnose("note-called-twice", at(1), "the note 1 is called twice");
    expect(applySeverities([twice], { "note-called-twice": "warning" })).toEqual([
      { ...twice, severity: "warning" },
    ]);
  });

  it("drop", () => {
    expect(applySeverities([bracket, unknown], { "bracket-unclassified": "off" })).toEqual([
      unknown,
    ]);
  });

  it("leave alone what would lose something", () => {
    expect(applySeverities([unknown], { "reference-unknown": "off" })).toEqual([unknown]);
  });

  it("leave the messages sorted, each once", () => {
    const sorted = applySeverities([unknown, bracket, { ...unknown }], {});
    expect(sorted).toEqual([bracket, unknown]);
  });
});

describe("the order of messages", () => {
  it("is by file, line, column, rule and message", () => {
    const sorted = [
      diagnose("note-unused", at(2, 2), "a"),
      diagnose("note-empty", at(2, 10), "b"),
      diagnose("note-unused", at(2, 10), "a"),
      diagnose("note-unused", at(2, 10), "b"),
      diagnose("note-unused", at(10, 1), "a"),
      diagnose("note-unused", at(1, 1, "documents/texts/b.md"), "a"),
    ];
    expect(sorted.toReversed().sort(byPlace)).toEqual(sorted);
  });

  it("does not depend on the order in which they were found", () => {
    const one = fc.record({
      place: fc.record({
        file: fc.constantFrom("a.md", "b.md"),
        line: fc.integer({ min: 1, max: 3 }),
        column: fc.integer({ min: 1, max: 3 }),
      }),
      rule: fc.constantFrom("note-unused", "note-empty"),
      severity: fc.constant("error"),
      message: fc.constantFrom("a", "b"),
      mend: fc.constant("c"),
    }) satisfies fc.Arbitrary<Diagnostic>;
    const shuffled = fc
      .array(one)
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(applySeverities(other, {})).toEqual(applySeverities(all, {}));
      }),
    );
  });
});

describe("hasErrors", () => {
  it("looks at severities, not at rules", () => {
    expect(hasErrors([bracket])).toBe(false);
    expect(hasErrors([bracket, unknown])).toBe(true);
    expect(hasErrors([{ ...unknown, severity: "warning" }])).toBe(false);
  });
});

describe("the catalogue of rules", () => {
  const rows = Object.entries(rules);

  it.each(rows)("%s has a summary and a way to mend in the house's form", (id, rule) => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(rule.summary).toMatch(/^\S.*\.$/);
    expect(rule.mend).toMatch(/^[a-z]+ .*[^;]$/);
  });

  it("leaves no warning fixed: what is fixed would lose something", () => {
    expect(rows.filter(([, rule]) => rule.fixed && rule.severity === "warning")).toEqual([]);
  });

  it("knows its rules by name, and nothing that every object has", () => {
    expect(isRuleId("note-unused")).toBe(true);
    expect(isRuleId("note-unsued")).toBe(false);
    expect(isRuleId("toString")).toBe(false);
  });
});
