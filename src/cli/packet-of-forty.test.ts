import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { readPdf } from "../print/proof/read-pdf.ts";
import { printEdition } from "../print/testing/print-edition.ts";
import { readEdition } from "../source/read-edition.ts";
import { paragraphsIn } from "../reader/excerpt.ts";
import { runScholium } from "./testing/run-scholium.ts";

/* A real volume, which stands beside the checkout where there is one. */
const VOLUME = path.resolve("../shared/corpora/frus/frus1961-63v06.xml");

const missing = !existsSync(VOLUME);
if (missing) console.warn(`no ${VOLUME}: a packet of a real volume is not tested`);

test.skipIf(missing)(
  "a packet of forty letters, many of them excerpts, gives the right pages",
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "scholium-forty-"));
    try {
      const { code } = await runScholium(["import", VOLUME, "--to", folder], { cwd: folder });
      expect(code).toBe(0);
      const { edition } = await readEdition(folder);
      const documents = [...edition.documents].sort((one, other) => one.number - other.number);
      const forty = documents.filter((_, at) => at % 3 === 0).slice(0, 40);
      const readings = forty.map(({ id, transcription }, at) => {
        const excerpt = paragraphsIn(transcription).length > 6 && at % 2 === 0;
        return `::: {.reading of=${id}${excerpt ? ' paragraphs="p2-p3, p5"' : ""}}\n:::\n`;
      });
      expect(readings.filter((reading) => reading.includes("paragraphs")).length).toBeGreaterThan(
        5,
      );
      const weeks = Array.from({ length: 8 }, (_, at) => {
        const own = readings.slice(5 * at, 5 * at + 5).join("\n");
        return `::: {.week title="Part ${at + 1}"}\n${own}\n:::\n`;
      });
      await writeFile(
        path.join(folder, "documents/readers/forty.md"),
        `---\nid: forty\ntitle: Forty Letters\nweekly: false\n---\n\nForty of them.\n\n${weeks.join("\n")}`,
      );
      await writeFile(
        path.join(folder, "documents/edition.yaml"),
        `${await readFile(path.join(folder, "documents/edition.yaml"), "utf8")}\ndocument-pdfs: false\n`,
      );
      const { messages } = await printEdition(folder, path.join(folder, "out"));
      expect(messages.filter((message) => message.includes(" print-"))).toEqual([]);
      const pdf = await readPdf(await readFile(path.join(folder, "out/readers/forty.pdf")));
      const pages = pdf.pages.map(({ text }) => text.replaceAll(/\s+/gu, " "));
      const pageOf = (label: string): string => pages[pdf.labels.indexOf(label)] ?? "";
      const beginningOf = (number: number | string): string => {
        const opened = pdf.bookmarks.find(({ title }) => title.startsWith(`${number}. `));
        return pdf.labels[opened?.page ?? -1] ?? "none";
      };

      const contents = letters(
        pages.filter((_, at) => /^[ivx]+$/u.test(pdf.labels[at] ?? "")).join(" "),
      );
      for (const { number, matter } of forty) {
        const line = new RegExp(
          `${number}${letters(matter.title)}[^]{0,60}?${letters(matter.date?.shown ?? "")}${beginningOf(number)}`,
          "u",
        );
        expect([number, line.test(contents)]).toEqual([number, true]);
      }

      const references = pages.flatMap((text) => [...text.matchAll(REFERENCE)]);
      expect(references.length).toBeGreaterThan(60);
      for (const [words, number = "", label = ""] of references) {
        const isListed = pageOf(label).includes(`Document ${number}.`);
        expect([words, isListed || beginningOf(number) === label]).toEqual([words, true]);
      }

      const index = pages.slice(pages.findIndex((text) => text.startsWith("Index "))).join(" ");
      const entries = [...index.replace("Index ", "").matchAll(ENTRY)];
      expect(entries.length).toBeGreaterThan(40);
      for (const [, name = "", named = ""] of entries) {
        const word = letters(name.split(",", 1).join().split(" ").at(-1) ?? "");
        for (const label of labelsIn(named))
          expect([name, label, letters(pageOf(label)).includes(word)]).toEqual([name, label, true]);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  240_000,
);

/** A document and a page, where it begins or where it is listed as outside of the packet: “Document 23, p. 96”. */
const REFERENCE = /(?:Documents?|Doc\.|and) (\d+)(?:\.[^]{0,120}?)? ?, p\. (\d+)/gu;

/** A line of the index: “Adzhubei, Aleksei I., 21, 30–31”. */
const ENTRY = /([^\d]+?) , ((?:\d+(?: – \d+)?)(?: , \d+(?: – \d+)?)*)/gu;

function letters(words: string): string {
  return words.replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** The pages that a line of the index names, with those within its ranges: “101–4”. */
function labelsIn(named: string): readonly string[] {
  return named.split(" , ").flatMap((part) => {
    const [first = "", end = first] = part.split(" – ");
    const last = first.slice(0, Math.max(0, first.length - end.length)) + end;
    const length = Number(last) - Number(first) + 1;
    return Array.from({ length }, (_, at) => String(Number(first) + at));
  });
}
