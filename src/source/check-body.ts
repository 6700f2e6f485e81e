import { divisionNamed } from "../edition/divisions.ts";
import type { DocumentMatter } from "../edition/document-matter.ts";
import type { Block, Division } from "../edition/text.ts";
import type { Report } from "./markdown/reading.ts";
import type { YamlFields } from "./yaml-fields.ts";

/** A document's body in its three parts. */
export interface BodyParts {
  readonly before: readonly Division[];
  readonly transcription: readonly Block[];
  readonly after: readonly Division[];
}

/**
 * Parts a document's body, and sees whether it fits what the front matter says about the document.
 * Where a division is not closed the transcription may stand inside it, so that nobody can say that it is missing.
 */
export function checkBody(
  blocks: readonly Block[],
  matter: DocumentMatter,
  fields: YamlFields,
  isUnclosed: boolean,
  report: Report,
): BodyParts {
  const before: Division[] = [];
  const transcription: Block[] = [];
  const after: Division[] = [];
  for (const block of blocks) {
    const kind = block.type === "division" ? divisionNamed(block.name) : undefined;
    if (block.type === "division" && kind?.stands === "before") before.push(block);
    else if (block.type === "division" && kind?.stands === "after") after.push(block);
    else transcription.push(block);
    if (block.type === "division") checkInside(block, report);
    else checkBelow(block, undefined, report);
  }
  checkStatus(transcription, matter, fields, isUnclosed, report);
  return { before, transcription, after };
}

/** Whether a block belongs to the document itself: context boxes stand in a transcription without being of it. */
function isOwn(block: Block): boolean {
  return block.type !== "division" || divisionNamed(block.name)?.side !== "teaching";
}

function checkStatus(
  transcription: readonly Block[],
  matter: DocumentMatter,
  fields: YamlFields,
  isUnclosed: boolean,
  report: Report,
): void {
  const own = transcription.find(isOwn);
  const given = matter.status === "full" || matter.status === "excerpt";
  if (given && !own && !isUnclosed)
    report(
      "transcription-missing",
      fields.places.get("status") ?? fields.places.get("id") ?? fields.start,
      "the document has no transcription",
    );
  if (!given && own)
    report(
      "transcription-unexpected",
      own.place,
      `a ${matter.status} document has a transcription`,
    );
  if (
    matter.status === "calendared" &&
    matter.abstract === undefined &&
    !fields.empty.has("abstract")
  )
    report(
      "abstract-missing",
      fields.places.get("status") ?? fields.start,
      "a calendared document has no abstract",
    );
}

/** Teaching parts stand at the top, but for context boxes, and hold nothing of the document. */
function checkInside(division: Division, report: Report): void {
  for (const block of division.blocks) {
    if (block.type === "division") {
      reportMisplaced(block, division, report);
      checkInside(block, report);
    } else checkBelow(block, division, report);
  }
}

function checkBelow(block: Block, outer: Division | undefined, report: Report): void {
  const inner: readonly Block[] =
    block.type === "quotation"
      ? block.blocks
      : block.type === "list"
        ? block.entries.flatMap((entry) => entry.blocks)
        : block.type === "definitions"
          ? block.entries.flatMap((entry) => entry.meanings.flat())
          : [];
  for (const below of inner) {
    if (below.type === "division") {
      const kind = divisionNamed(below.name);
      if (kind?.side === "teaching")
        report(
          "division-misplaced",
          below.place,
          `the division “${below.name}” stands inside a list or quotation`,
          "move it to the top level of the file",
        );
      checkInside(below, report);
    } else checkBelow(below, outer, report);
  }
}

function reportMisplaced(inner: Division, outer: Division, report: Report): void {
  const innerKind = divisionNamed(inner.name);
  const outerKind = divisionNamed(outer.name);
  if (outerKind?.side === "teaching" && innerKind?.side === "transcription")
    report(
      "division-misplaced",
      inner.place,
      `a part of the document, “${inner.name}”, inside the teaching part “${outer.name}”`,
      `close “${outer.name}” before it`,
    );
  else if (innerKind?.side === "teaching" && innerKind.stands !== "in-place")
    report(
      "division-misplaced",
      inner.place,
      `the teaching part “${inner.name}” inside “${outer.name}”`,
      `close “${outer.name}” before it`,
    );
}
