import { stat } from "node:fs/promises";
import path from "node:path";
import { buildApparatus } from "../../apparatus/build-apparatus.ts";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import type { Packet } from "../../reader/packet.ts";
import { wordsToRead } from "../../reader/reading-time.ts";
import { type Desk, layDesk } from "../../site/desk.ts";
import { durationWords } from "../../site/page-scripts/duration-words.ts";
import { type PrintedFile, filesOfReader, printedAddress } from "../../site/printed-files.ts";
import { readEdition } from "../../source/read-edition.ts";

/** A table for the terminal: what stands over its columns, and its rows. */
export interface Listed {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whether the edition has errors, so that something may be missing. */
  readonly hasErrors: boolean;
}

/** The readers of an edition, instructors' own too, with how long they are and what is built of them. */
export async function listReaders(folder: string): Promise<Listed> {
  const { edition, diagnostics } = await readEdition(folder);
  const { apparatus } = buildApparatus(edition);
  const desk = layDesk({ edition, apparatus, pdf: true, audience: "instructors" });
  const rows = [];
  for (const packet of desk.packets.values()) rows.push(await rowOf(packet, desk, folder));
  const heads = ["ID", "WEEKS", "READINGS", "WORDS", "TIME", "PDFS BUILT", "TITLE"];
  return { heads, rows, hasErrors: hasErrors(diagnostics) };
}

async function rowOf(packet: Packet, desk: Desk, folder: string): Promise<readonly string[]> {
  const { reader, weeks, readings } = packet;
  const words = readings.reduce((sum, { entity }) => sum + wordsToRead(entity), 0);
  const minutes = readings.reduce((sum, reading) => sum + reading.minutes, 0);
  const numbered = weeks.filter(({ number }) => number !== undefined).length;
  const forInstructors = reader.matter.audience === "instructors";
  const output = path.join(folder, forInstructors ? "_instructor" : "_site");
  return [
    reader.id,
    numbered === 0 ? "–" : String(numbered),
    String(readings.length),
    words.toLocaleString("en-US"),
    durationWords(minutes),
    await builtOf(filesOfReader(desk, reader), output),
    reader.matter.title + (forInstructors ? " (for instructors)" : ""),
  ];
}

/** "3 of 8" */
async function builtOf(files: readonly PrintedFile[], output: string): Promise<string> {
  const found = await Promise.all(
    files.map(async (file) =>
      stat(path.join(output, printedAddress(file))).then(
        (one) => one.isFile(),
        () => false,
      ),
    ),
  );
  return `${found.filter(Boolean).length} of ${files.length}`;
}

/** The worksheets that can be called by name, and what each is for. */
export async function listWorksheets(folder: string): Promise<Listed> {
  const { edition, diagnostics } = await readEdition(folder);
  const rows = edition.worksheets.map(({ name, title, description, own }) => [
    name,
    own ? "yours" : "Scholium’s",
    description === "" ? title : `${title}. ${description}`,
  ]);
  return { heads: ["NAME", "WHOSE", "WHAT IT IS"], rows, hasErrors: hasErrors(diagnostics) };
}

/** Lines in which the columns stand below each other; numbers to the right. The last column may be long. */
export function tableLines({ heads, rows }: Listed): readonly string[] {
  const all = [heads, ...rows];
  const last = heads.length - 1;
  const widths = heads.map((_, column) =>
    Math.max(...all.map((row) => (row[column] ?? "").length)),
  );
  const isNumber = heads.map((_, column) =>
    rows.every((row) => /^(?:[\d,]+|–)$/u.test(row[column] ?? "")),
  );
  return all.map((row) =>
    row
      .map((cell, column) => {
        if (column === last) return cell;
        const width = widths[column] ?? 0;
        return isNumber[column] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
}
