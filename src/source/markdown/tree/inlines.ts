import type { Token } from "markdown-it";
import type { Inline } from "../../../edition/text.ts";
import { doubtIn } from "../doubt.ts";
import { findingOf } from "../finding.ts";
import { isLoneMark } from "../inlines/emphasis-marks.ts";
import { calledLabel } from "../inlines/note-call.ts";
import { inlineMeta } from "../placed-states.ts";
import { readCitation } from "./citations.ts";
import { readDoubt } from "./doubts.ts";
import { readImage } from "./images.ts";
import { readAutolink, readLink } from "./links.ts";
import { readSpan } from "./spans.ts";
import { checkCode, checkEmphasis, checkHtml, checkLetters, checkLoneMark } from "./traps.ts";
import { type Words, placeIn } from "./words.ts";

/** How deep emphasis, spans and links may stand in one another. */
const DEEPEST = 30;

/** What has been opened and not yet closed. */
interface Frame {
  /** Nothing for the words themselves. */
  readonly opening?: Token;
  readonly at: number;
  readonly children: Inline[];
}

/** Builds the inline nodes of a block's words. */
export function readInlines(words: Words): readonly Inline[] {
  const root: Frame = { at: 0, children: [] };
  const frames: Frame[] = [root];
  let tooDeep = 0;
  for (const token of words.tokens) {
    const frame = frames.at(-1) ?? root;
    const at = offsetOf(token);
    if (token.nesting > 0) {
      if (frames.length > DEEPEST) {
        if (tooDeep === 0) reportDepth(words, at);
        tooDeep += 1;
      } else frames.push({ opening: token, at, children: [] });
    } else if (token.nesting < 0) {
      if (tooDeep > 0) tooDeep -= 1;
      else {
        frames.pop();
        for (const node of closeFrame(words, frame, at))
          append((frames.at(-1) ?? root).children, node);
      }
    } else for (const node of readLeaf(words, token, at)) append(frame.children, node);
  }
  return root.children;
}

/** A strong mark is two characters, of which markdown-it keeps the second. */
function offsetOf(token: Token): number {
  return inlineMeta(token).at - (token.type === "strong_open" ? 1 : 0);
}

function closeFrame(words: Words, frame: Frame, closeAt: number): readonly Inline[] {
  const { opening, children } = frame;
  if (!opening) throw new Error("an inline token closes nothing");
  const place = placeIn(words, frame.at);
  switch (opening.type) {
    case "em_open":
      checkEmphasis(words, frame.at, closeAt, 1);
      return [{ type: "emphasis", children, place }];
    case "strong_open":
      checkEmphasis(words, frame.at, closeAt, 2);
      return [{ type: "strong", children, place }];
    case "link_open":
      return opening.info === "auto"
        ? readAutolink(words, opening, children)
        : readLink(words, opening, children);
    case "citation_open":
      return readCitation(words, opening, children);
    case "span_open":
      return readSpan(words, opening, children);
    default:
      throw new Error(`no inline node for the token ${opening.type}`);
  }
}

function readLeaf(words: Words, token: Token, at: number): readonly Inline[] {
  const place = placeIn(words, at);
  switch (token.type) {
    case "text":
    case "text_special":
      if (isLoneMark(token)) checkLoneMark(words, at);
      else checkLetters(words, token.content, at);
      return token.content === "" ? [] : [{ type: "text", value: token.content, place }];
    case "softbreak":
      return [{ type: "text", value: " ", place }];
    case "hardbreak":
      return [{ type: "line-break", place }];
    case "code_inline":
      checkCode(words, at);
      return [{ type: "code", value: token.content, place }];
    case "html_inline":
      if (token.content.startsWith("<!--")) {
        const doubt = doubtIn(token.content);
        return doubt === undefined ? [] : [readDoubt(words.reading, doubt, place)];
      }
      checkHtml(words, token.content, at);
      return [{ type: "text", value: token.content, place }];
    case "note_call":
      return [{ type: "note-call", label: calledLabel(token), place }];
    case "image":
      return readImage(words, token);
    case "finding": {
      const { rule, message, mend, matters } = findingOf(token);
      if (words.judged?.has(at)) return [];
      if (matters === "everywhere" || matters === `in-${words.voice}`)
        words.reading.report(rule, place, message, mend);
      return [];
    }
    default:
      throw new Error(`no inline node for the token ${token.type}`);
  }
}

/** Adds a node, joining letters to letters before it. */
function append(children: Inline[], node: Inline): void {
  const last = children.at(-1);
  if (node.type === "text" && last?.type === "text")
    children[children.length - 1] = { ...last, value: last.value + node.value };
  else children.push(node);
}

function reportDepth(words: Words, at: number): void {
  words.reading.report(
    "nesting-too-deep",
    placeIn(words, at),
    "brackets or emphasis nested too deep",
  );
}
