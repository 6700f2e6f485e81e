import type { Token } from "markdown-it";
import type { Block } from "../../../edition/text.ts";
import { doubtOf } from "../blocks/comment.ts";
import { blockMeta } from "../placed-states.ts";
import type { Reading, Voice } from "../reading.ts";
import { checkBehindNote, checkFence, checkRule } from "./block-traps.ts";
import { readDoubt, withoutDoubts } from "./doubts.ts";
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
  const add = (added: readonly Block[]): void => {
    const target = open.at(-1)?.blocks ?? blocks;
    for (const block of added) target.push(block);
  };
  for (const [index, branch] of branches.entries()) {
    const { token } = branch;
    const previous = branches[index - 1];
    const speaker = open.at(-1)?.voice ?? voice;
    if (token.type === "division_open")
      open.push(openDivision(reading, token, open.length, speaker));
    else if (token.type === "division_close") {
      const closed = open.pop();
      if (closed) add(closeDivision(closed));
      else reportUnopened(reading, token);
    } else {
      checkBehindNote(reading, branch, previous);
      add(readBlock(branch, previous, reading, speaker));
    }
  }
  for (let unclosed = open.pop(); unclosed; unclosed = open.pop()) {
    const { place, written } = unclosed;
    reading.report("division-unclosed", place, `the division "${written}" is not closed`);
    add(closeDivision(unclosed));
  }
  return blocks;
}

function reportUnopened(reading: Reading, token: Token): void {
  const place = reading.placeAt(blockMeta(token).at);
  reading.report("division-unopened", place, "a line of colons closes nothing");
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
    case "doubt":
      return [readDoubt(reading, doubtOf(token), place)];
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

/** A quotation; nothing of its own where it holds only notes, comments or doubts. */
function readQuotation(branch: Branch, reading: Reading, voice: Voice): readonly Block[] {
  const blocks = readBlocks(branch.branches, reading, voice);
  const place = reading.placeAt(blockMeta(branch.token).at);
  return withoutDoubts(blocks).length === 0 ? blocks : [{ type: "quotation", blocks, place }];
}
