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

describe("an edition of volumes", () => {
  const volumes = `
== volumes.yaml
five: {title: Five, siglum: V, order: 5}
six: {title: Six, siglum: VI, order: 6}
`;
  const file = (id: string, fields: string): string =>
    `== texts/${id}.md\n${fields}\n---\nWords.\n`;

  it("has documents of no volume first, by date, then those of each volume by number", () => {
    const { documents, chronology, numberOf } = apparatusOf(
      [
        file("a", "volume: six\nnumber: 2\ndate: 1961"),
        file("b", "volume: six\nnumber: 1\ndate: 1962"),
        file("c", "volume: five\nnumber: 2\ndate: 1961"),
        file("d", "number: 9\ndate: 1960"),
        file("e", "number: 1\ndate: 1961"),
        volumes.trimStart(),
      ].join(""),
    );
    expect(documents.map(({ id }) => id).join(" ")).toBe("d e c b a");
    expect(documents.map(numberOf).join(" ")).toBe("9 1 V:2 VI:1 VI:2");
    expect(chronology.map(({ document }) => document.id).join(" ")).toBe("d e c a b");
  });

  it("shows plain numbers where all documents are of its one volume", () => {
    const one = "== volumes.yaml\nsix: {title: Six, siglum: VI}\n";
    const whole = apparatusOf(file("a", "volume: six\nnumber: 53") + one);
    expect(whole.documents.map(whole.numberOf)).toEqual(["53"]);
    const mixed = apparatusOf(file("a", "volume: six\nnumber: 53") + file("b", "") + one);
    expect(mixed.documents.map(mixed.numberOf)).toEqual(["2", "VI:53"]);
  });

  it("names documents by volume wherever a reference's text is left empty", () => {
    const { references } = apparatusOf(
      `${file("a", "volume: six\nnumber: 53")}${file("b", "volume: five\nnumber: 1")}== essays/c.md\n[](#a) [](#b:p1)\n${volumes.trimStart()}`,
    );
    expect([...references.values()].map(({ text }) => text)).toEqual(["Doc. VI:53", "Doc. V:1 ¶1"]);
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
