import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate } from "./date.ts";
import { compareDays } from "./days.ts";

/** EDTF, how it is shown, its first day, its last day. */
type Row = readonly [edtf: string, shown: string, earliest: string, latest: string];

const tables: Readonly<Record<string, readonly Row[]>> = {
  "days, months and years": [
    ["1962-05-24", "24 May 1962", "1962-05-24", "1962-05-24"],
    ["1962-10-01", "1 October 1962", "1962-10-01", "1962-10-01"],
    ["1964-10", "October 1964", "1964-10-01", "1964-10-31"],
    ["1962-02", "February 1962", "1962-02-01", "1962-02-28"],
    ["1964-02", "February 1964", "1964-02-01", "1964-02-29"],
    ["1900-02", "February 1900", "1900-02-01", "1900-02-28"],
    ["2000-02-29", "29 February 2000", "2000-02-29", "2000-02-29"],
    ["1962", "1962", "1962-01-01", "1962-12-31"],
  ],
  "early years": [
    ["0987", "987", "0987-01-01", "0987-12-31"],
    ["0987-06-03", "3 June 987", "0987-06-03", "0987-06-03"],
    ["0050", "AD 50", "0050-01-01", "0050-12-31"],
    ["0000", "1 BC", "0000-01-01", "0000-12-31"],
    ["-0001", "2 BC", "-0001-01-01", "-0001-12-31"],
    ["-0043-03-15", "15 March 44 BC", "-0043-03-15", "-0043-03-15"],
  ],
  "dates that are approximate or uncertain": [
    ["1962-05~", "c. May 1962", "1962-05-01", "1962-05-31"],
    ["1962~", "c. 1962", "1962-01-01", "1962-12-31"],
    ["1962-05-24?", "24 May 1962?", "1962-05-24", "1962-05-24"],
    ["1962?", "1962?", "1962-01-01", "1962-12-31"],
    ["1962-05%", "c. May 1962?", "1962-05-01", "1962-05-31"],
    ["1962-05-?24", "24? May 1962", "1962-05-24", "1962-05-24"],
    ["1962-?05-24", "24 May? 1962", "1962-05-24", "1962-05-24"],
    ["?1962-05-24", "24 May 1962?", "1962-05-24", "1962-05-24"],
    ["1962-05?-24", "24 May? 1962?", "1962-05-24", "1962-05-24"],
    ["1962-~05-24", "c. 24 May 1962", "1962-05-24", "1962-05-24"],
  ],
  "digits that are not known": [
    ["196X", "1960s", "1960-01-01", "1969-12-31"],
    ["190X", "between 1900 and 1909", "1900-01-01", "1909-12-31"],
    ["19XX", "20th century", "1900-01-01", "1999-12-31"],
    ["20XX", "21st century", "2000-01-01", "2099-12-31"],
    ["12XX", "13th century", "1200-01-01", "1299-12-31"],
    ["10XX", "11th century", "1000-01-01", "1099-12-31"],
    ["1XXX", "between 1000 and 1999", "1000-01-01", "1999-12-31"],
    ["1962-XX", "1962", "1962-01-01", "1962-12-31"],
    ["1962-10-XX", "October 1962", "1962-10-01", "1962-10-31"],
    ["1962-XX-XX", "1962", "1962-01-01", "1962-12-31"],
    ["1962-1X", "between October and December 1962", "1962-10-01", "1962-12-31"],
    ["1962-0X", "between January and September 1962", "1962-01-01", "1962-09-30"],
    ["1962-05-2X", "between 20 and 29 May 1962", "1962-05-20", "1962-05-29"],
    ["1962-10-3X", "between 30 and 31 October 1962", "1962-10-30", "1962-10-31"],
    ["1962-02-2X", "between 20 and 28 February 1962", "1962-02-20", "1962-02-28"],
    ["1962-XX-24", "between 24 January and 24 December 1962", "1962-01-24", "1962-12-24"],
    ["156X-12-25", "between 25 December 1560 and 25 December 1569", "1560-12-25", "1569-12-25"],
    ["-004X", "between 50 BC and 41 BC", "-0049-01-01", "-0040-12-31"],
  ],
  stretches: [
    ["1962-10-22/1962-10-28", "22–28 October 1962", "1962-10-22", "1962-10-28"],
    ["1962-10-28/1962-11-02", "28 October–2 November 1962", "1962-10-28", "1962-11-02"],
    ["1962-12-28/1963-01-02", "28 December 1962–2 January 1963", "1962-12-28", "1963-01-02"],
    ["1962-10/1962-11", "October–November 1962", "1962-10-01", "1962-11-30"],
    ["1962-12/1963-01", "December 1962–January 1963", "1962-12-01", "1963-01-31"],
    ["1962/1964", "1962–1964", "1962-01-01", "1964-12-31"],
    ["1962/1962", "1962", "1962-01-01", "1962-12-31"],
    ["1962-10-22/1962-11", "22 October 1962–November 1962", "1962-10-22", "1962-11-30"],
    ["1962-10/1962-10-28", "October 1962–28 October 1962", "1962-10-01", "1962-10-28"],
    ["1962~/1963?", "c. 1962–1963?", "1962-01-01", "1963-12-31"],
    ["1962-10-22~/1962-10-28~", "c. 22–28 October 1962", "1962-10-22", "1962-10-28"],
    ["1962-06-XX/1962-07-03", "June 1962–3 July 1962", "1962-06-01", "1962-07-03"],
    ["-0100/-0050", "101 BC–51 BC", "-0100-01-01", "-0050-12-31"],
  ],
  "stretches with one end": [
    ["1962-10-22/..", "from 22 October 1962", "1962-10-22", "1962-10-22"],
    ["../1962", "until 1962", "1962-01-01", "1962-12-31"],
    ["1962/", "1962–?", "1962-01-01", "1962-12-31"],
    ["/1962-10", "?–October 1962", "1962-10-01", "1962-10-31"],
  ],
  seasons: [
    ["1962-21", "spring 1962", "1962-03-01", "1962-05-31"],
    ["1962-22", "summer 1962", "1962-06-01", "1962-08-31"],
    ["1962-23", "autumn 1962", "1962-09-01", "1962-11-30"],
    ["1962-24", "winter 1962", "1962-12-01", "1963-02-28"],
    ["1963-24", "winter 1963", "1963-12-01", "1964-02-29"],
    ["1962-22~", "c. summer 1962", "1962-06-01", "1962-08-31"],
    ["1962-22?", "summer 1962?", "1962-06-01", "1962-08-31"],
    ["1962-30", "summer 1962 (southern hemisphere)", "1962-12-01", "1963-02-28"],
    ["1962-34", "second quarter 1962", "1962-04-01", "1962-06-30"],
    ["1962-41", "second half 1962", "1962-07-01", "1962-12-31"],
    ["1962-21/1962-23", "spring–autumn 1962", "1962-03-01", "1962-11-30"],
  ],
  "one of several dates": [
    ["[1962-10-22,1962-10-28]", "22 or 28 October 1962", "1962-10-22", "1962-10-28"],
    ["[1962-10-28,1962-10-22]", "28 or 22 October 1962", "1962-10-22", "1962-10-28"],
    [
      "[1962-10-22,1962-10-24,1962-10-28]",
      "22, 24, or 28 October 1962",
      "1962-10-22",
      "1962-10-28",
    ],
    ["[1962-10-22..1962-10-28]", "between 22 and 28 October 1962", "1962-10-22", "1962-10-28"],
    ["[1962,1963-02]", "1962 or February 1963", "1962-01-01", "1963-02-28"],
    ["[..1962]", "1962 or earlier", "1962-01-01", "1962-12-31"],
    ["[1962-10..]", "October 1962 or later", "1962-10-01", "1962-10-31"],
  ],
  "several dates": [
    ["{1962,1963}", "1962 and 1963", "1962-01-01", "1963-12-31"],
    ["{1962-10-22,1962-10-28}", "22 and 28 October 1962", "1962-10-22", "1962-10-28"],
    ["{1962..1964}", "1962–1964", "1962-01-01", "1964-12-31"],
    ["{1962..}", "from 1962", "1962-01-01", "1962-12-31"],
    ["{..1962}", "until 1962", "1962-01-01", "1962-12-31"],
    [
      "{1962-10-22,1962-10-24..1962-10-28}",
      "22 October 1962 and 24–28 October 1962",
      "1962-10-22",
      "1962-10-28",
    ],
  ],
  "times of day": [
    ["1962-05-25T11:00", "25 May 1962, 11:00", "1962-05-25", "1962-05-25"],
    ["1962-05-25T11:00:00Z", "25 May 1962, 11:00 UTC", "1962-05-25", "1962-05-25"],
    ["1962-05-25T01:00:30+03:00", "25 May 1962, 01:00:30 UTC+03:00", "1962-05-25", "1962-05-25"],
    ["1962-05-25T23:00:00-05:00", "25 May 1962, 23:00 UTC−05:00", "1962-05-25", "1962-05-25"],
  ],
};

describe.each(Object.entries(tables))("%s", (_, rows) => {
  it.each(rows)("%s is shown as %s", (edtf, shown, earliest, latest) => {
    expect(readDate(edtf)).toEqual({ edtf, shown, earliest, latest });
  });
});

describe("what is no date", () => {
  it.each([
    ["", "nothing"],
    [" 1962", "a blank before"],
    ["24 May 1962", "words"],
    ["24.5.1962", "points"],
    ["5/24/1962", "strokes"],
    ["1962-5-24", "a month of one digit"],
    ["62", "two digits"],
    ["19", "a bare century: rather 19XX"],
    ["196", "a bare decade: rather 196X"],
    ["987", "a year of three digits: rather 0987"],
    ["19621", "five digits"],
    ["1962-13", "a thirteenth month"],
    ["1962-00", "a month of noughts"],
    ["1962-02-30", "30 February"],
    ["1962-02-29", "29 February, but 1962 was no leap year"],
    ["1900-02-29", "29 February, but 1900 was no leap year"],
    ["1962-02-29/1962-03-02", "the same in a stretch"],
    ["[1962-02-29,1962-03-02]", "the same in a choice"],
    ["1962-04-31", "31 April"],
    ["1962-02-3X", "a thirtieth day of February"],
    ["1962-10-31/1962-10-01", "a stretch that runs backwards"],
    ["[1962-10-31..1962-10-01]", "a choice that runs backwards"],
    ["../..", "a stretch without an end"],
    ["/", "a stretch of nothing"],
    ["XXXX", "a year of which nothing is known"],
    ["XXXX-10-22", "a day of an unknown year"],
    ["Y170002", "a year of six digits"],
    ["1950S2", "significant digits"],
  ])("%s: %s", (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  it("gives up on what is too long to be a date", () => {
    expect(readDate(`{${Array<string>(10_000).fill("1962").join(",")}}`)).toBeUndefined();
  });
});

describe("every text", () => {
  const signs = fc.string({ unit: fc.constantFrom(..."0123456789-/.,~?%X[]{}TZ: ".split("")) });

  it("is read without an error, and what is read has its days in order", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), signs), (text) => {
        const date = readDate(text);
        const days = date ? [date.earliest, date.latest] : [];
        expect(days.toSorted(compareDays)).toEqual(days);
      }),
    );
  });

  const day = fc
    .date({ min: new Date("0100-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it("that is a day means that day alone", () => {
    fc.assert(
      fc.property(day, (edtf) => {
        expect(readDate(edtf)).toMatchObject({ earliest: edtf, latest: edtf });
      }),
    );
  });

  it("that is a stretch runs from its first day to its last, and only forwards", () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        const date = readDate(`${from}/${to}`);
        expect(date?.earliest).toBe(from <= to ? from : undefined);
        expect(date?.latest).toBe(from <= to ? to : undefined);
      }),
    );
  });
});
