import type { Block } from "../../../edition/text.ts";
import { blockMeta } from "../placed-states.ts";
import type { Reading, Voice } from "../reading.ts";
import { checkBehindNote, checkFence, checkRule } from "./block-traps.ts";
import { readDefinitions } from "./definitions.ts";
import { type OpenDivision, closeDivision, openDivision } from "./divisions.ts";
import { readHeading } from "./headings.ts";
import { readList } from "./lists.ts";
import { readNote } from "./notes.ts";
import { readParagraph } from "./paragraphs.ts";
import { readTable } from "./tables.ts";
import type { Branch } from "./token-tree.ts";

/** Builds the blocks of a container in reading order. Notes are put aside, divisions put together. */
export function readBlocks(
  branches: readonly Branch[],
  reading: Reading,
  voice: Voice,
): readonly Block[] {
  const blocks: Block[] = [];
  const open: OpenDivision[] = [];
  for (const [index, branch] of branches.entries()) {
    const { token } = branch;
    const inner = open.at(-1);
    const target = inner?.blocks ?? blocks;
    if (token.type === "division_open")
      open.push(openDivision(reading, token, inner, open.length, voice));
    else if (token.type === "division_close") {
      if (inner) {
        open.pop();
        (open.at(-1)?.blocks ?? blocks).push(...closeDivision(inner));
      } else
        reading.report(
          "division-unopened",
          reading.placeAt(blockMeta(token).at),
          "a line of colons closes nothing",
        );
    } else {
      checkBehindNote(reading, branch, branches[index - 1]);
      target.push(...readBlock(branch, branches[index - 1], reading, inner?.voice ?? voice));
    }
  }
  for (const unclosed of open.toReversed()) {
    reading.report(
      "division-unclosed",
      unclosed.place,
      `the division “${unclosed.written}” is not closed`,
    );
    const index = open.indexOf(unclosed);
    (open[index - 1]?.blocks ?? blocks).push(...closeDivision(unclosed));
  }
  return blocks;
}

function readBlock(
  branch: Branch,
  previous: Branch | undefined,
  reading: Reading,
  voice: Voice,
): readonly Block[] {
  const { token } = branch;
  const place = reading.placeAt(blockMeta(token).at);
  switch (token.type) {
    case "paragraph_open":
      return readParagraph(branch, reading, voice);
    case "heading_open":
      return [readHeading(branch, reading, voice)];
    case "bullet_list_open":
    case "ordered_list_open":
      return [readList(branch, reading, voice)];
    case "blockquote_open":
      return readQuotation(branch, reading, voice);
    case "table_open":
      return [readTable(branch, reading, voice)];
    case "dl_open":
      return [readDefinitions(branch, reading, voice)];
    case "hr":
      checkRule(reading, voice, token, previous?.token);
      return [{ type: "rule", place }];
    case "fence":
      checkFence(reading, voice, token);
      return [{ type: "code-block", language: token.info.trim(), value: token.content, place }];
    case "note_open":
      readNote(branch, reading);
      return [];
    case "trap_indented":
      reading.report("trap-code", place, "four leading spaces or a tab make code");
      return [];
    case "trap_too_deep":
      reading.report("nesting-too-deep", place, "quotations or lists nested too deep");
      return [];
    default:
      throw new Error(`no block for the token ${token.type}`);
  }
}

/** A quotation; nothing where it holds only notes or comments. */
function readQuotation(branch: Branch, reading: Reading, voice: Voice): readonly Block[] {
  const blocks = readBlocks(branch.branches, reading, voice);
  const place = reading.placeAt(blockMeta(branch.token).at);
  return blocks.length === 0 ? [] : [{ type: "quotation", blocks, place }];
}
