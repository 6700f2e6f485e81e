import type { ActName } from "../../edition/acts.ts";
import type { Inline } from "../../edition/text.ts";
import {
  type Passage,
  type Span,
  cut,
  inserted,
  isCut,
  knowing,
  part,
  placeIn,
} from "./passage.ts";

/*
 * What square brackets of a transcription mean. Whatever is beyond doubt becomes its editorial act;
 * the rest stays in brackets, and is doubted where an editor can decide it.
 */

/** A note of the translator or editor that stood in brackets in the text. */
export interface BracketedNote {
  readonly stream: "translator" | "editor";
  /** Its words, without what names it. */
  readonly passage: Passage;
}

/** What a bracket is. */
type Reading =
  | { readonly is: "act"; readonly act: ActName; readonly doubt?: string; readonly short?: number }
  | { readonly is: "note"; readonly stream: BracketedNote["stream"]; readonly begins: number }
  | { readonly is: "words"; readonly doubt?: string };

/** A bracket and what is around it. */
interface Bracket {
  readonly content: string;
  readonly before: string;
  readonly after: string;
}

/** A way to be sure of a bracket; nothing where it does not apply. */
type Rule = (bracket: Bracket) => Reading | undefined;

const NOTE_NAME =
  /^\s*((?:translator|editor|trans|ed|tr)(?:[’']s|s[’']|\.)?\s*(?:note|comment)s?)\s*[:.—–-]\s*/iu;

const namesANote: Rule = ({ content }) => {
  const match = NOTE_NAME.exec(content);
  if (!match || match[0].length === content.length) return undefined;
  const stream = /^\s*t/iu.test(content) ? "translator" : "editor";
  return { is: "note", stream, begins: match[0].length };
};

const DESCRIBES =
  /^\s*(?:signed|signature|signatures|initialed|initials|seal|stamp|stamped|handwritten|typed|emblem|letterhead|sic!?|emphasis (?:added|in (?:the )?original)|in (?:pencil|ink|the margin|handwriting)|underlined)\b.{0,40}$/iu;

const describesTheSheet: Rule = ({ content }) =>
  DESCRIBES.test(content) ? { is: "act", act: "remark" } : undefined;

const LOST =
  /^\s*(?:\.\s?\.\s?\.|…|(?:\p{L}+ )?(?:illegible|unreadable|undecipherable|indecipherable|untranslated|missing|excised|redacted|blank|blacked out|cut off|torn off)(?: (?:text|words?|lines?|passage|signature|name|paragraphs?|pages?))?|(?:text|words?|lines?|passage|name|pages?) (?:illegible|unreadable|missing|excised|redacted|omitted|cut off)|.{0,80}not declassified.{0,40})[.!]?\s*$/iu;

const isLost: Rule = ({ content }) => (LOST.test(content) ? { is: "act", act: "gap" } : undefined);

const NAMES_A_LOSS =
  /(?<![-\p{L}])(?:illegible|unreadable|undecipherable|cut off|truncated|torn (?:off|away)|not (?:readable|legible)|missing)(?![-\p{L}])/iu;

const tellsOfALoss: Rule = ({ content, before, after }) => {
  if (!NAMES_A_LOSS.test(content)) return undefined;
  const alone = before.trim() === "" && after.trim() === "";
  return {
    is: "act",
    act: "gap",
    ...(alone ? {} : { doubt: "a gap, or words supplied for it" }),
  };
};

const isUncertain: Rule = ({ content }) => {
  const words = /^\s*(\p{L}[\p{L} .’'-]{0,40}?)\s*\?\s*$/u.exec(content);
  return words
    ? { is: "act", act: "unclear", short: content.length - content.lastIndexOf("?") }
    : undefined;
};

const spellsOut: Rule = ({ content, before }) => {
  const short = /(?:^|[\s(“"/])((?:\p{Lu}\.? ?){2,10})\s*$/u.exec(before.slice(-40))?.[1];
  if (short === undefined) return undefined;
  const letters = short.replaceAll(/[^\p{Lu}]/gu, "");
  const words = content
    .split(/[\s-]+/u)
    .filter((word) => !SMALL.has(word.toLowerCase()) && word !== "");
  const initials = words.map((word) => word[0]?.toUpperCase() ?? "").join("");
  return initials === letters ? { is: "act", act: "expan" } : undefined;
};

const SMALL: ReadonlySet<string> = new Set(
  "of the and for in on to a an de la le der die das und".split(" "),
);

const repeatsTheName: Rule = ({ content, before }) => {
  const name = /(\p{Lu}[\p{L}’'-]+)\s+$/u.exec(before.slice(-60))?.[1];
  if (name === undefined) return undefined;
  return content.split(/[^\p{L}’'-]+/u).includes(name) ? { is: "act", act: "ident" } : undefined;
};

const standsInAWord: Rule = ({ content, before, after }) =>
  /^\p{L}{1,20}\.?$/u.test(content) && (/\p{L}$/u.test(before) || /^\p{L}/u.test(after))
    ? { is: "act", act: "supplied" }
    : undefined;

const isASentence: Rule = ({ content, before }) => {
  const words = content.trim().split(/\s+/u).length;
  const begins = /^\s*["“]?\p{Lu}/u.test(content) && /(?:^|[.!?:;”"’)\]])\s*$/u.test(before);
  return begins && words >= 5 ? { is: "act", act: "remark" } : undefined;
};

const completesASentence: Rule = ({ content, before }) => {
  const words = content.trim().split(/\s+/u).length;
  const small = /^\s*\p{Ll}[\p{L}\s’'-]*$/u.test(content);
  const inARow = /^\s*\p{Lu}[\p{L}.’' -]*$/u.test(content) && /[,;]\s*$/u.test(before);
  return words <= 3 && (small || inARow) ? { is: "act", act: "supplied" } : undefined;
};

const isNoWord: Rule = ({ content }) => (/\p{L}/u.test(content) ? undefined : { is: "words" });

/** In order: the first that applies decides. */
const rules: readonly Rule[] = [
  namesANote,
  describesTheSheet,
  isLost,
  isUncertain,
  isNoWord,
  tellsOfALoss,
  spellsOut,
  repeatsTheName,
  standsInAWord,
  isASentence,
  completesASentence,
];

const UNDECIDED: Reading = { is: "words", doubt: "words supplied, or an identification" };

/** Longer brackets than this are passages of text, not an editor's. */
const LONGEST = 3000;

/** Reads the brackets of a passage. Notes found in them are told, in order; `call` names each by a label. */
export function readBrackets(passage: Passage, takeNote: (note: BracketedNote) => string): Passage {
  const spans: Span[] = [];
  for (const { from, to } of outermostPairs(passage)) {
    const content = passage.letters.slice(from + 1, to);
    if (content.trim() === "" || content.length > LONGEST) continue;
    const bracket: Bracket = {
      content,
      before: passage.letters.slice(Math.max(0, from - 100), from),
      after: passage.letters.slice(to + 1, to + 101),
    };
    spans.push(...spansOf(passage, from, to, readingOf(bracket), takeNote));
  }
  return knowing(passage, spans);
}

function readingOf(bracket: Bracket): Reading {
  for (const rule of rules) {
    const reading = rule(bracket);
    if (reading) return reading;
  }
  return UNDECIDED;
}

function spansOf(
  passage: Passage,
  from: number,
  to: number,
  reading: Reading,
  takeNote: (note: BracketedNote) => string,
): readonly Span[] {
  const doubt = (message: string | undefined): readonly Span[] =>
    message === undefined
      ? []
      : [inserted(to + 1, (place): Inline => ({ type: "doubt", message, place }))];
  switch (reading.is) {
    case "words":
      return doubt(reading.doubt);
    case "note": {
      const begins = from + 1 + reading.begins;
      const label = takeNote({ stream: reading.stream, passage: part(passage, begins, to) });
      return [
        cut(from, begins, "note-name"),
        {
          kind: "instead",
          from: begins,
          to,
          nodes: () => [{ type: "note-call", label, place: placeIn(passage, from) }],
          cut: "note",
        },
        cut(to, to + 1, "note-name"),
      ];
    }
    case "act": {
      const { act, short = 0 } = reading;
      return [
        cut(from, from + 1, "brackets"),
        {
          kind: "around",
          from: from + 1,
          to: to - short,
          divisible: false,
          wrap: (children, place) => ({ type: "act", act, attributes: {}, children, place }),
        },
        cut(to - short, to + 1, "brackets"),
        ...doubt(reading.doubt),
      ];
    }
  }
}

/** The brackets that stand in no other, where they are closed. */
function outermostPairs(
  passage: Passage,
): readonly { readonly from: number; readonly to: number }[] {
  const taken = isCut(passage);
  const pairs: { from: number; to: number }[] = [];
  const open: number[] = [];
  for (const { 0: sign, index } of passage.letters.matchAll(/[[\]]/gu)) {
    if (taken(index)) continue;
    if (sign === "[") open.push(index);
    else {
      const from = open.pop();
      if (from === undefined) continue;
      while ((pairs.at(-1)?.from ?? -1) > from) pairs.pop();
      pairs.push({ from, to: index });
    }
  }
  return pairs;
}
