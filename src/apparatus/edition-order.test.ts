import { describe, expect, it } from "vitest";
import { compareHeadings } from "./headings.ts";
import { apparatusOf } from "./testing/edition-of.ts";

describe("documents", () => {
  it("stand by date, then by number; undated ones last", () => {
    const dates: readonly (readonly [id: string, date: string])[] = [
      ["undated-1", ""],
      ["year", "date: 1962"],
      ["october", "date: 1962-10"],
      ["first", "date: 1962-10-01"],
      ["undated-2", ""],
      ["before-christ", "date: -0043-03-15"],
      ["longer-ago", "date: -0100-01-01"],
      ["circa", "date: 1962-05~"],
    ];
    const files = dates.map(([id, date]) => `== texts/${id}.md\n${date}\n---\nWords.\n`).join("");
    expect(apparatusOf(files).documents.map(({ id }) => id)).toEqual([
      "longer-ago",
      "before-christ",
      "year",
      "circa",
      "october",
      "first",
      "undated-1",
      "undated-2",
    ]);
  });
});

describe("headings of an index", () => {
  const sorted = [
    "“Anadyr”, Operation",
    "Anadyr River",
    "Castro, Fidel",
    "Castro Ruz, Raúl",
    "CC",
    "Çelik, Ömer",
    "Che Guevara",
    "CPSU",
    "de Gaulle, Charles",
    "García Márquez, Gabriel",
    "Il-14",
    "Il-28",
    "Müller, Hans",
    "Muller, Johann",
    "Protocol 9",
    "Protocol 61",
    "Protocol 102",
    "Zakharov, Matvei",
    "Андропов, Юрий",
    "Ёлкин, Иван",
    "Малиновский, Родион",
    "Яковлев, Александр",
  ];

  it("stand by letters, whatever capitals, accents and quotation marks they have, numbers as numbers", () => {
    expect(sorted.toReversed().sort(compareHeadings)).toEqual(sorted);
  });

  it("are the sorting form, else the abbreviation, else the name", () => {
    const { indexes } = apparatusOf(`
== texts/a.md
[](#castro) [](#mao) [](#cpsu) [](#plenum)
== people.yaml
mao: {name: Mao Zedong}
castro: {name: Fidel Castro, sort: "Castro, Fidel"}
== terms.yaml
plenum: {name: plenum}
cpsu: {name: Communist Party of the Soviet Union, abbreviation: CPSU}
`);
    expect(indexes.people.map(({ heading }) => heading)).toEqual(["Castro, Fidel", "Mao Zedong"]);
    expect(indexes.terms.map(({ heading }) => heading)).toEqual(["CPSU", "plenum"]);
    expect(indexes.places).toEqual([]);
  });
});
