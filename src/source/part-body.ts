import type { DocumentMatter } from "../edition/document-matter.ts";
import { type DivisionKind, divisionNamed } from "../edition/divisions.ts";
import type { Block, Division } from "../edition/text.ts";
import { childrenOf } from "../edition/walk.ts";
import type { Report } from "./markdown/reading.ts";
import type { YamlFields } from "./yaml-fields.ts";

/** A document's body in its three parts. */
export interface BodyParts {
  readonly before: readonly Division[];
  readonly transcription: readonly Block[];
  readonly after: readonly Division[];
}

/** Parts a document's body: teaching parts go to their places, context boxes stay where they stand. */
export function partBody(blocks: readonly Block[], report: Report): BodyParts {
  const before: Division[] = [];
  const transcription: Block[] = [];
  const after: Division[] = [];
  for (const block of blocks) {
    const stands = kindOf(block)?.stands ?? "in-place";
    if (block.type !== "division" || stands === "in-place") transcription.push(block);
    else (stands === "before" ? before : after).push(block);
    checkInside(block, report);
  }
  return { before, transcription, after };
}

/**
 * Sees whether a document has the text that its status promises. Where a division is not closed
 * the transcription may stand inside it, and nobody can say that it is missing.
 */
export function checkStatus(
  transcription: readonly Block[],
  { status, abstract }: DocumentMatter,
  fields: YamlFields,
  isUnclosed: boolean,
  report: Report,
): void {
  const own = transcription.find(
    (block) => block.type !== "doubt" && kindOf(block)?.side !== "teaching",
  );
  const isGiven = status === "full" || status === "excerpt";
  const place = fields.places.get("status") ?? fields.places.get("id") ?? fields.start;
  if (isGiven && !own && !isUnclosed)
    report("transcription-missing", place, "the document has no transcription");
  if (!isGiven && own)
    report("transcription-unexpected", own.place, `a ${status} document has a transcription`);
  if (status === "calendared" && abstract === undefined && !fields.empty.has("abstract"))
    report("abstract-missing", place, "a calendared document has no abstract");
}

/** Teaching parts stand at the top, but for context boxes, and hold nothing of the document. */
function checkInside(outer: Block, report: Report): void {
  for (const inner of childrenOf(outer)) {
    if (!isBlock(inner)) continue;
    if (inner.type === "division") checkStanding(inner, outer, report);
    checkInside(inner, report);
  }
}

function checkStanding(inner: Division, outer: Block, report: Report): void {
  const innerKind = kindOf(inner);
  const outerKind = kindOf(outer);
  if (outerKind?.side === "teaching" && innerKind?.side === "transcription")
    report(
      "division-misplaced",
      inner.place,
      `a part of the document, "${inner.name}", inside the teaching part "${outerKind.name}"`,
      `close "${outerKind.name}" before it`,
    );
  else if (innerKind?.side === "teaching" && innerKind.stands !== "in-place")
    report(
      "division-misplaced",
      inner.place,
      outerKind
        ? `the teaching part "${inner.name}" inside "${outerKind.name}"`
        : `the teaching part "${inner.name}" inside a ${outer.type}`,
      outerKind ? `close "${outerKind.name}" before it` : "move it to the top level of the file",
    );
}

function kindOf(block: Block): DivisionKind | undefined {
  return block.type === "division" ? divisionNamed(block.name) : undefined;
}

function isBlock(node: ReturnType<typeof childrenOf>[number]): node is Block {
  return ["division", "quotation", "list", "definitions"].includes(node.type);
}
