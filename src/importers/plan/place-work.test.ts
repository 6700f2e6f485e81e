import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startOf } from "../../diagnostics/place.ts";
import type { RegisterName } from "../../edition/edition.ts";
import type { DocumentDraft, ImportedWork, RegisterDraft } from "../importer.ts";
import { noHoldings } from "./holdings.ts";
import { placeWork } from "./place-work.ts";
import { type EntryNames, isSameEntry } from "./same-entry.ts";
import { safeId, safeStem } from "./safe-names.ts";

const place = startOf("input.txt");

const nothing: ImportedWork = {
  documents: [],
  essays: [],
  readers: [],
  registers: [],
  volumes: [],
  images: [],
  left: [],
  remarks: [],
  counted: { letters: 0, words: 0, notes: 0, references: 0, pages: 0, people: 0 },
};

const letter = (id: string, number?: number, leadsTo = "ivanov"): DocumentDraft => ({
  stem: id,
  matter: { id, title: id, authors: ["ivanov"], ...(number !== undefined && { number }) },
  doubts: [],
  notes: [],
  originals: [],
  blocks: [
    {
      type: "paragraph",
      place,
      children: [{ type: "reference", target: leadsTo, children: [], place }],
    },
  ],
});

const people = (stem: string, name: string, role: string): RegisterDraft => ({
  register: "people",
  stem,
  originals: [],
  entries: [{ id: "ivanov", matter: { name, role }, doubts: [] }],
});

describe("a work is placed", () => {
  it("with the numbers that it has, and those without one behind them", () => {
    const documents = [letter("a", 1), letter("b"), letter("c", 2), letter("d", 2)];
    const { files } = placeWork({ ...nothing, documents }, { holdings: noHoldings(), folder: "" });
    expect(
      files.map((file) => file.kind === "document" && [file.path, file.draft.matter.number]),
    ).toEqual([
      ["documents/texts/a.md", 1],
      ["documents/texts/b.md", 3],
      ["documents/texts/c.md", 2],
      ["documents/texts/d.md", 4],
    ]);
    const [last] = files.slice(-1);
    expect(last?.kind === "document" && last.draft.doubts).toEqual([
      {
        field: "number",
        message: "numbered 2 where it came from; documents/texts/c.md has that number",
      },
    ]);
  });

  it("and what refers to an id that was taken follows it", () => {
    const holdings = noHoldings();
    placeWork(
      { ...nothing, registers: [people("one", "Pyotr Ivanov", "")] },
      { holdings, folder: "" },
    );
    const { files } = placeWork(
      {
        ...nothing,
        registers: [people("two", "Semyon Ivanov", "")],
        documents: [letter("a", 1, "ivanov:p1")],
      },
      { holdings, folder: "" },
    );
    const document = files.find((file) => file.kind === "document");
    expect(document?.kind === "document" && document.draft).toMatchObject({
      matter: { authors: ["two-ivanov"] },
      blocks: [{ children: [{ target: "two-ivanov:p1" }] }],
    });
  });

  it("and a person whom the edition has is not written again, but for what is said otherwise", () => {
    const holdings = noHoldings();
    const placing = { holdings, folder: "" };
    placeWork({ ...nothing, registers: [people("one", "Semyon Ivanov", "General")] }, placing);
    const same = placeWork(
      { ...nothing, registers: [people("two", "Semyon Ivanov", "General")] },
      placing,
    );
    expect(same.files).toEqual([]);
    const other = placeWork(
      { ...nothing, registers: [people("three", "Semyon Ivanov", "Marshal")] },
      placing,
    );
    expect(other.files).toMatchObject([
      {
        path: "documents/people/three.yaml",
        entries: [],
        doubts: ['"ivanov" stands in documents/people/one.yaml; here it is described so: Marshal'],
      },
    ]);
  });
});

describe("entries with the same id are the same", () => {
  const person = (sort: string) => ({ name: sort.split(", ").toReversed().join(" "), sort });
  it.each<readonly [RegisterName, EntryNames, EntryNames, boolean]>([
    ["people", person("Dobrynin, Anatoly F."), person("Dobrynin, Anatoli F."), true],
    [
      "people",
      person("Home, Alexander Frederick Douglas (Lord)"),
      person("Douglas-Home, Sir Alexander"),
      true,
    ],
    ["people", { name: "Semyon Ivanov" }, { name: "Semën Ivanov" }, true],
    ["people", { name: "Semyon Ivanov" }, { name: "Pyotr Ivanov" }, false],
    ["people", person("Dobrynin, Anatoly"), person("Dubinin, Anatoly"), false],
    ["people", { name: "Ivanov" }, { name: "General Ivanov" }, false],
    [
      "terms",
      { name: "Gemany/Berlin", abbreviation: "G/B" },
      { name: "Germany/Berlin", abbreviation: "G/B" },
      true,
    ],
    ["terms", { name: "Berlin" }, { name: "Bonn" }, false],
    ["places", { name: "Near Berlin" }, { name: "Nearby Berlin" }, false],
  ])("in %s, %j and %j: %j", (register, one, other, same) => {
    expect(isSameEntry(register, one, other)).toBe(same);
    expect(isSameEntry(register, other, one)).toBe(same);
  });

  it("and the other spelling is kept as a doubt", () => {
    const placing = { holdings: noHoldings(), folder: "" };
    placeWork({ ...nothing, registers: [people("one", "Semyon Ivanov", "General")] }, placing);
    const { files } = placeWork(
      { ...nothing, registers: [people("two", "Simon Ivanov", "General")] },
      placing,
    );
    expect(files).toMatchObject([
      {
        entries: [],
        doubts: ['"ivanov" stands in documents/people/one.yaml; here it is named Simon Ivanov'],
      },
    ]);
  });
});

describe("names are safe", () => {
  it.each<readonly [stem: string, safe: string]>([
    ["frus1961-63v06/d53", "frus1961-63v06/d53"],
    ["../../etc/passwd", "etc/passwd"],
    ["/absolute", "absolute"],
    ["C:\\Windows\\nul", "C/Windows/nul-"],
    [".hidden", "hidden"],
    ["Émile’s letter?", "Emile-s-letter"],
    ["", "untitled"],
  ])("%j becomes %j", (stem, safe) => {
    expect(safeStem(stem)).toBe(safe);
  });

  it("whatever they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(safeStem(name)).toMatch(
          /^(?:[A-Za-z0-9_](?:[\w.-]*[\w-])?\/)*[A-Za-z0-9_](?:[\w.-]*[\w-])?$/,
        );
        expect(safeStem(safeStem(name))).toBe(safeStem(name));
        expect(safeId(name)).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
      }),
    );
  });
});
