import { describe, expect, it } from "vitest";
import { readDateline } from "./datelines.ts";
import { dateOf, findDate } from "./dates.ts";
import { pageOfLine } from "./page-marks.ts";
import { datedIdOf, eachItsOwn, idOf, idOfFile } from "./slug.ts";
import { readTitleLine } from "./title-lines.ts";

describe("dates in words", () => {
  it.each<readonly [words: string, edtf: string | undefined]>([
    ["October 25, 1962", "1962-10-25"],
    ["October 1964", "1964-10"],
    ["25 October 1962", "1962-10-25"],
    ["1st May 1962", "1962-05-01"],
    ["Sept. 4, 1962.", "1962-09-04"],
    ["[October 25, 1962]", "1962-10-25"],
    ["October 22–28, 1962", "1962-10-22/1962-10-28"],
    ["October 30-November 2, 1962", "1962-10-30/1962-11-02"],
    ["28 December 1961 – 3 January 1962", "1961-12-28/1962-01-03"],
    ["November–December 1962", "1962-11/1962-12"],
    ["1962-10-25", "1962-10-25"],
    ["circa 1962", "1962~"],
    ["c. October 1962", "1962-10~"],
    ["1962", "1962"],
    ["1961–1963", "1961/1963"],
    ["25. Oktober 1962", "1962-10-25"],
    ["25 de octubre de 1962", "1962-10-25"],
    ["25 октября 1962", "1962-10-25"],
    ["le 1er mai 1962", undefined],
    ["February 30, 1962", undefined],
    ["10/25/1962", undefined],
    ["25.5.62", undefined],
    ["undated", undefined],
    ["Letter of October 25, 1962", undefined],
    ["", undefined],
  ])("%s is %s", (words, edtf) => {
    expect(dateOf(words)).toBe(edtf);
  });

  it("are found in a line", () => {
    expect(findDate("Report, 14 October 1964, Moscow")).toEqual({
      edtf: "1964-10-14",
      words: "14 October 1964",
      at: 8,
    });
  });
});

describe("datelines", () => {
  it.each<readonly [line: string, dateline: object | undefined]>([
    ["Moscow, September 4, 1962.", { place: "Moscow", date: "1962-09-04" }],
    ["Moscow, October 26, 1962, 7 p.m.", { place: "Moscow", date: "1962-10-26" }],
    ["Washington, October 28, 1962, 5:03 p.m.", { place: "Washington", date: "1962-10-28" }],
    ["Washington, D.C., October 25, 1962", { place: "Washington, D.C.", date: "1962-10-25" }],
    ["Rio de Janeiro, 25 October 1962", { place: "Rio de Janeiro", date: "1962-10-25" }],
    ["Moscow, undated.", { place: "Moscow" }],
    ["May 24, 1962", { date: "1962-05-24" }],
    ["At 5 p.m., November 20, 1962, 1 hour before the conference", undefined],
    ["I have received your letter of October 25, 1962.", undefined],
    ["We met in Moscow, September 4, 1962.", undefined],
    ["undated", undefined],
  ])("%s", (line, dateline) => {
    expect(readDateline(line)).toEqual(dateline);
  });
});

describe("title lines", () => {
  it.each<readonly [line: string, read: object]>([
    ["53. Informal Communication", { number: 53, title: "Informal Communication", at: 4 }],
    ["Document 7. Telegram", { number: 7, title: "Telegram", at: 12 }],
    ["Protocol No. 61", { title: "Protocol No. 61", at: 0 }],
    ["1. the measures", { title: "1. the measures", at: 0 }],
    ["1962", { title: "1962", at: 0 }],
  ])("%s", (line, read) => {
    expect(readTitleLine(line)).toEqual(read);
  });
});

describe("marks of pages", () => {
  it.each<readonly [line: string, page: string | undefined]>([
    ["[Page 149]", "149"],
    ["  [p. xii] ", "xii"],
    ["[Page 149] and more", undefined],
    ["Page 149", undefined],
  ])("%s", (line, page) => {
    expect(pageOfLine(line)).toBe(page);
  });
});

describe("ids", () => {
  it("are a title's telling words, of a long one the first and the last", () => {
    expect(
      idOf("The Polyansky Report on Khrushchev’s Mistakes in Foreign Policy, October 1964"),
    ).toBe("polyansky-report-khrushchevs-foreign-policy-october-1964");
  });
  it("spell other letters in plain ones", () => {
    expect(idOf("Протокол № 61: Übersicht")).toBe("protokol-61-ubersicht");
  });
  it("begin with a letter, and are never a coordinate or a page of the site", () => {
    expect([idOf("61"), idOf("p3"), idOf("index"), idOf("会议")]).toEqual([
      "document-61",
      "document-p3",
      "document-index",
      "document",
    ]);
  });
  it("may bear the date", () => {
    expect(datedIdOf("Telegram", "1962-10~")).toBe("telegram-1962-10");
    expect(datedIdOf("Telegram", undefined)).toBe("telegram");
  });
  it("come from the name of a file", () => {
    expect(idOfFile("letters/My letter.v2.html")).toBe("my-letter-v2");
    expect(idOfFile("-")).toBe("document");
  });
  it("are each their own", () => {
    expect(eachItsOwn(["a", "b", "a", "a-2", "a"])).toEqual(["a", "b", "a-3", "a-2", "a-4"]);
  });
});
