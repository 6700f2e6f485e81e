import { readFile } from "node:fs/promises";
import path from "node:path";
import { streamsOf } from "../../edition/own-streams.ts";
import { layDesk } from "../../site/desk.ts";
import { filesOfReader, printSourceAddress } from "../../site/printed-files.ts";
import { textsOfFile } from "../../site/views/print-files.ts";
import { withBrowsers } from "../browser/press-room.ts";
import { noCache } from "../cache/print-cache.ts";
import { type PaginatedReader, paginate } from "../paginate.ts";
import { joinSegments } from "../pdf/join-segments.ts";
import { labelRanges } from "../pdf/page-labels.ts";
import { ownFolders } from "../page-folders.ts";
import { type ExpectedReading, expectedReading } from "../proof/expected-text.ts";
import { renderPrint } from "./print-edition.ts";

/** A reader printed, and all that it is proved by. */
export interface ReaderToProve {
  readonly paginated: PaginatedReader;
  readonly readings: readonly ExpectedReading[];
  readonly pdf: Uint8Array;
}

/** Prints the first reader of an edition, and leaves the proof to others. */
export async function printToProve(folder: string, output: string): Promise<ReaderToProve> {
  const { edition, apparatus } = await renderPrint(folder, output);
  const desk = layDesk({ edition, apparatus, pdf: true });
  const [reader] = desk.edition.readers;
  if (!reader) throw new Error("no reader");
  const [file] = filesOfReader(desk, reader);
  if (!file) throw new Error("no file of the reader");
  const { settings } = desk.edition;
  const { language } = settings;
  const address = printSourceAddress(file);
  const html = await readFile(path.join(output, address), "utf8");
  const paginated = await withBrowsers({ browser: undefined }, async (browsers) =>
    paginate(browsers, {
      html,
      path: address,
      language,
      folders: ownFolders({ folder, output }),
      streams: streamsOf(settings),
      workers: 2,
      cache: noCache,
      basis: "",
    }),
  );
  const pdf = joinSegments(
    paginated.segments.map(({ mended }) => mended),
    {
      title: reader.matter.title,
      author: settings.editors.join(", "),
      subject: "",
      language,
      date: settings.date,
      labels: labelRanges(paginated.numbered.sheets),
    },
  );
  const readings = textsOfFile(desk, file).map((text) =>
    expectedReading(text, apparatus, desk.works),
  );
  return { paginated, readings, pdf };
}
