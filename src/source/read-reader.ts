import type { Reader } from "../edition/edition.ts";
import { readerMatterSchema } from "../edition/reader-matter.ts";
import { readingParts } from "../edition/reading-parts.ts";
import { mapped } from "../edition/rewrite.ts";
import { type Streams, standardStreams } from "../edition/streams.ts";
import type { Block } from "../edition/text.ts";
import { checkFieldsOfWords } from "./check-fields-of-words.ts";
import { checkDivisions } from "./check-divisions.ts";
import { type Report, emptyPage } from "./markdown/reading.ts";
import { readMatterFile } from "./matter-file.ts";
import { readBody } from "./read-body.ts";
import type { TextFile } from "./text-file.ts";

/** Reads `readers/*.md`. */
export function readReader(
  text: TextFile,
  images: ReadonlySet<string>,
  report: Report,
  streams: Streams = standardStreams,
): Reader | undefined {
  const file = readMatterFile(text, readerMatterSchema, report, streams);
  if (!file) return undefined;
  const { matter, fields, body } = file;
  checkFieldsOfWords(fields, report);
  const unclosed: Parameters<Report>[] = [];
  const page = emptyPage(
    images,
    (...said) => {
      if (said[0] === "division-unclosed") unclosed.push(said);
      else report(...said);
    },
    streams,
  );
  const { blocks, notes } = readBody(body, "commentary", page);
  const asked = checkDivisions(blocks, "reader", report);
  // The outermost, said last, would have been closed if a closing line stood where it is missing.
  for (const said of unclosed.slice(0, Math.max(0, unclosed.length - asked))) report(...said);
  return {
    kind: "reader",
    id: matter.id,
    file: text.file,
    places: fields.places,
    matter,
    notes,
    blocks: inReadingOrder(blocks),
  };
}

/** Questions and what else stands behind a reading are read last, wherever its file has them. */
function inReadingOrder(blocks: readonly Block[]): readonly Block[] {
  return mapped(blocks, (block) => {
    if (block.type !== "division") return block;
    if (block.name === "week") {
      const inside = inReadingOrder(block.blocks);
      return inside === block.blocks ? block : { ...block, blocks: inside };
    }
    if (block.name !== "reading") return block;
    const { before, behind } = readingParts(block.blocks);
    return { ...block, blocks: [...before, ...behind] };
  });
}
