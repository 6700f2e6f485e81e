import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateSync } from "node:zlib";
import { PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ReaderToProve, printToProve } from "../testing/print-to-prove.ts";
import { writeTrickyEdition } from "../testing/tricky-edition.ts";
import { proveLayout } from "./layout-proof.ts";
import { provePdf } from "./pdf-proof.ts";
import { readPdf } from "./read-pdf.ts";

const hebrew =
  "בראשית ברא אלהים את השמים ואת הארץ. והארץ היתה תהו ובהו וחשך על פני תהום ורוח אלהים מרחפת על פני המים.";
const arabic =
  "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق. وقد وهبوا عقلاً وضميرًا وعليهم أن يعامل بعضهم بعضًا بروح الإخاء، لا إله إلا الله.";

const numbers = [1, 2, 3, 4, 5];

/** A document whose text is in a language: everything that a text consists of, over several pages. */
function document(id: string, number: number, language: string, words: string): string {
  return `---
id: ${id}
number: ${number}
title: A Text with ${words.slice(0, 14)}
languages: ${language}
---

${words}[^1] ${words} (1962) with some English words, 12%, ${words}

${numbers.map((at) => `${at}. ${words}[^l${at}]`).join("\n")}

> ${words} ${words}

| ${words.slice(0, 6)} | Ships |
| --- | --- |
| ${words} | 12 |
| 13 | ${words} |

${numbers.map((at) => `${words} [](#second:p1) ${at} ${words}`).join("\n\n")}

[^1]: ${words} and ${words} See [](#second).
${numbers.map((at) => `[^l${at}]: ${words}`).join("\n")}
`;
}

const within = `---
id: within
number: 6
title: An English Text
---

It says [${hebrew.slice(0, 60)}]{lang=he} in it, and [${arabic.slice(0, 70)}]{lang=ar} as well[^1]. And ${hebrew} without a language.

[^1]: Here ${arabic.slice(0, 20)} and [שלום]{lang=he}, p. 12.
`;

let folder: string;
let reader: ReaderToProve;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-turned-"));
  const edition = path.join(folder, "edition");
  await writeTrickyEdition(edition, {
    "texts/hebrew.md": document("hebrew", 4, "he", hebrew),
    "texts/arabic.md": document("arabic", 5, "ar", arabic),
    "texts/within.md": within,
  });
  reader = await printToProve(edition, path.join(folder, "out"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The first page of a document. */
function openingOf(id: string): number {
  return reader.paginated.numbered.sheets.findIndex(({ content }) => content?.chunk === id);
}

/** What is said of the file when what is written on a document's first page is changed. */
async function messagesFor(
  id: string,
  change: (content: string) => string,
): Promise<readonly string[]> {
  const file = await PDFDocument.load(reader.pdf, { updateMetadata: false });
  const page = file.getPage(openingOf(id));
  const stream = page.node.lookup(PDFName.of("Contents"));
  if (!(stream instanceof PDFRawStream)) throw new Error("no content");
  const before = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
  const after = change(before);
  expect(after).not.toBe(before);
  const packed = deflateSync(Buffer.from(after, "latin1"));
  const made = file.context.stream(packed, { Filter: "FlateDecode" });
  page.node.set(PDFName.of("Contents"), file.context.register(made));
  const read = await readPdf(await file.save({ useObjectStreams: true }));
  return provePdf(reader.paginated, read, reader.readings).map(({ message }) => message);
}

/** What Chromium writes of a row of letters from right to left: the longest in the second half of a page, which is no title. */
function longestWord(content: string): string {
  const half = content.slice(content.length / 2);
  const rows = [...half.matchAll(/BT\n\/ReversedChars BMC\n[^]*?\nET\n/g)].map(([row]) => row);
  const [longest] = rows.sort((one, other) => other.length - one.length);
  if (longest === undefined) throw new Error("no words from right to left");
  return longest;
}

describe("a text from right to left", () => {
  beforeEach(({ skip }) => {
    if (reader.paginated.withoutFont.size > 0) skip("this computer has no font for it");
  });

  it("is proved, whatever it stands in", async () => {
    expect(proveLayout(reader.paginated, reader.readings)).toEqual([]);
    expect(provePdf(reader.paginated, await readPdf(reader.pdf), reader.readings)).toEqual([]);
  });

  it.each([
    ["Hebrew", "hebrew", "Doc. 4"],
    ["Arabic", "arabic", "Doc. 5"],
    ["an English text", "within", "Doc. 6"],
  ])("in %s is found to lack a word", async (_, id, name) => {
    const messages = await messagesFor(id, (content) => {
      const word = longestWord(content);
      const at = content.lastIndexOf(word);
      return content.slice(0, at) + content.slice(at + word.length);
    });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(name);
    expect(messages[0]).toMatch(/ is not whole on page \d+ of the PDF: /);
  });

  it.each(["hebrew", "arabic"])("in %s is found to have a word twice, or elsewhere", async (id) => {
    for (const before of ["", undefined]) {
      const messages = await messagesFor(id, (content) => {
        const word = longestWord(content);
        const at = content.lastIndexOf(word);
        const moved = `${before ?? word}q 1 0 0 1 -50 0 cm\n${word}Q\n`;
        return content.slice(0, at) + moved + content.slice(at + word.length);
      });
      expect(messages.join("\n")).toMatch(/Doc\. \d.* on page \d+ of the PDF/);
    }
  });
});
