import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "./decode-text.ts";
import { inputOf } from "./input.ts";
import { LONGEST_LINE } from "./limits.ts";
import { Refusal } from "./refusal.ts";

const bytes = (...codes: readonly number[]): Uint8Array => Uint8Array.from(codes);
const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

describe("text is decoded", () => {
  it.each<readonly [what: string, given: Uint8Array, text: string]>([
    ["UTF-8", Buffer.from("Бирюзов"), "Бирюзов"],
    ["UTF-8 with a byte-order mark", Buffer.from("\uFEFFone"), "one"],
    ["UTF-16, low byte first", Buffer.from("\uFEFFБир", "utf16le"), "Бир"],
    ["UTF-16, high byte first", bytes(0xfe, 0xff, 0x04, 0x11), "Б"],
    ["line ends of every system", latin("a\r\nb\rc\n"), "a\nb\nc\n"],
    [
      "what XML declares",
      joined(latin('<?xml version="1.0" encoding="koi8-r"?>'), bytes(0xe2, 0xc9, 0xd2)),
      '<?xml version="1.0" encoding="koi8-r"?>Бир',
    ],
    [
      "what HTML declares",
      joined(latin("<meta charset=windows-1251>"), bytes(0xc1, 0xe8, 0xf0)),
      "<meta charset=windows-1251>Бир",
    ],
    [
      "what HTML's older way declares",
      latin('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">caf\xe9'),
      '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">café',
    ],
    [
      "quotation marks of windows-1252",
      latin("<meta charset=windows-1252>\x93so\x94 \x80"),
      "<meta charset=windows-1252>“so” €",
    ],
    [
      "UTF-8 that a page still calls something else",
      Buffer.from('<meta charset="iso-8859-1">“so”'),
      '<meta charset="iso-8859-1">“so”',
    ],
  ])("%s", (_, given, text) => {
    expect(decodeText(given)).toBe(text);
  });
});

describe("what is no text is refused with a word", () => {
  const messageOf = (given: Uint8Array): string => {
    try {
      return decodeText(given);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return `${error.message}; ${error.mend}`;
    }
  };

  it.each<readonly [given: Uint8Array, message: string]>([
    [
      latin("caf\xe9"),
      "it is not UTF-8, and does not say what it is; open it in a program that shows its letters right, and save it as UTF-8",
    ],
    [
      latin('<?xml version="1.0" encoding="UTF-8"?>caf\xe9'),
      "it says that it is UTF-8, and is not; open it in a program that shows its letters right, and save it as UTF-8",
    ],
    [
      latin('<?xml version="1.0" encoding="klingon"?>caf\xe9'),
      'its encoding "klingon" is not known; save it as UTF-8',
    ],
    [
      bytes(0x50, 0x4b, 0x03, 0x04, 0x00),
      "it is not text: it has bytes of zero; if it is text in UTF-16, save it as UTF-8; --form names the form of files that are not text",
    ],
    [
      bytes(0xff, 0xfe, 0x00, 0xd8),
      "it says that it is utf-16le, and is not; open it in a program that shows its letters right, and save it as UTF-8",
    ],
    [
      Buffer.from(`a\n${"x".repeat(LONGEST_LINE + 1)}`),
      "line 2 has 8.0 million characters; 8.0 million are the most that are read; see whether it is text at all, and break its lines",
    ],
  ])("%#", (given, message) => {
    expect(messageOf(given)).toBe(message);
  });

  it("and never anything but a refusal is thrown", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom("", "<?xml encoding='x-y'?>", "<meta charset=big5>"),
        (given, head) => {
          // Whatever else is thrown makes the test fail.
          expect(messageOf(joined(latin(head), given))).not.toContain("\r");
        },
      ),
    );
  });
});

it("an input's text is decoded when it is asked for, and not before", () => {
  const input = inputOf("picture.png", bytes(0));
  expect(() => input.text()).toThrow(Refusal);
});
