import type { XmlElement, XmlNode, XmlText } from "../xml/xml-tree.ts";
import { isSettled } from "./brackets.ts";
import { withChildren } from "./letters.ts";
import type { Remarks } from "./remarks.ts";
import { doubtElement } from "./work.ts";

/*
 * What an editor should look at in the words themselves: words that run together, a hyphen of print
 * within a word, a bracket of which one cannot tell whose it is. The words stay; one doubt a
 * document and kind stands behind the first such place and names them all.
 */

/** The words of a volume, to tell a hyphen of print from a compound. */
export type Vocabulary = ReadonlySet<string>;

/** One kind of slip. */
type Kind = "run together" | "hyphen" | "bracket";

const sentences: Readonly<Record<Kind, (words: string, several: boolean) => string>> = {
  "run together": (words) => `a space may be missing: ${words}`,
  hyphen: (words) => `a hyphen of the printed lines may have stayed: ${words}`,
  bracket: (words, several) =>
    `${several ? "these brackets" : "this bracket"} may be the document's own, or tell of a gap, a supplied word or an identification: ${words}`,
};

/** The same of all notes, in the report. */
const summaries: Readonly<Record<Kind, string>> = {
  "run together": "a space may be missing between two words",
  hyphen: "a hyphen of the printed lines may have stayed in a word",
  bracket: "brackets are the editors'",
};

interface Finding {
  readonly kind: Kind;
  readonly words: string;
  /** The run of letters behind whose `end` a doubt may stand. */
  readonly text: XmlText;
  readonly end: number;
}

/** The words of some nodes, in small letters. */
export function vocabularyOf(letters: string): Vocabulary {
  return new Set(letters.toLowerCase().match(/\p{Ll}+/gu) ?? []);
}

/** Nodes with doubts behind what may be a slip of the document's own words; slips in notes are remarked on. */
export function markSlips(
  nodes: readonly XmlNode[],
  vocabulary: Vocabulary,
  remarks: Remarks,
): readonly XmlNode[] {
  const search = new SlipSearch(vocabulary);
  for (const node of nodes) search.visit(node, false);
  for (const { kind, text } of search.inNotes) {
    remarks.add(`in notes, ${summaries[kind]} ({times})`, text.place);
  }
  if (search.found.length === 0) return nodes;
  const doubts = new Map<XmlText, { readonly end: number; readonly doubt: XmlElement }[]>();
  for (const [kind, sentence] of Object.entries(sentences)) {
    const own = search.found.filter((finding) => finding.kind === kind);
    const [first] = own;
    if (!first) continue;
    const doubt = doubtElement(
      sentence(listed(own.map(({ words }) => words)), own.length > 1),
      first.text.place,
    );
    const here = doubts.get(first.text);
    if (here) here.push({ end: first.end, doubt });
    else doubts.set(first.text, [{ end: first.end, doubt }]);
  }
  return nodes.flatMap((node) => insertDoubts(node, doubts));
}

const MOST_LISTED = 12;

function listed(words: readonly string[]): string {
  const different = [...new Set(words)];
  const shown = different.slice(0, MOST_LISTED).join(" · ");
  const more = different.length - MOST_LISTED;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function insertDoubts(
  node: XmlNode,
  doubts: ReadonlyMap<XmlText, readonly { readonly end: number; readonly doubt: XmlElement }[]>,
): readonly XmlNode[] {
  if (node.type === "element") {
    return [
      withChildren(
        node,
        node.children.flatMap((child) => insertDoubts(child, doubts)),
      ),
    ];
  }
  const here = doubts.get(node);
  if (!here) return [node];
  const made: XmlNode[] = [];
  let done = 0;
  for (const { end, doubt } of [...here].sort((a, b) => a.end - b.end)) {
    if (end > done) made.push({ ...node, value: node.value.slice(done, end) });
    made.push(doubt);
    done = Math.max(done, end);
  }
  if (done < node.value.length) made.push({ ...node, value: node.value.slice(done) });
  return made;
}

/** Elements within a line: words go on behind them. */
const IN_LINE = new Set(
  "hi emph persName name placeName orgName geogName gloss term ref date time title foreign seg rs q abbr num".split(
    " ",
  ),
);
/** Elements within a word. */
const IN_WORD = new Set(["pb", "anchor"]);
/** Where brackets are the series' own: it dates and places what has no date. */
const OWN_BRACKETS = new Set(["dateline", "opener", "closer", "head", "signed", "byline"]);

class SlipSearch {
  readonly found: Finding[] = [];
  readonly inNotes: Finding[] = [];
  #inNote = false;
  readonly #vocabulary: Vocabulary;
  /** Letters of the line so far, as much as is needed. */
  #tail = "";
  /** Whether an element began or ended since the last letter. */
  #edge = false;
  /** What stands in a bracket that is open. */
  #bracket: string | undefined;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  visit(node: XmlNode, quiet: boolean): void {
    if (node.type === "text") return this.#text(node, quiet);
    if (IN_WORD.has(node.name)) return;
    if (node.name === "note") return this.#apart(node);
    const inLine = IN_LINE.has(node.name);
    const silent = quiet || OWN_BRACKETS.has(node.name);
    if (inLine) this.#edge = true;
    else this.#endLine();
    for (const child of node.children) this.visit(child, silent);
    if (inLine) this.#edge = true;
    else this.#endLine();
  }

  /** A note is a text of its own; brackets in it are its author's. */
  #apart(note: XmlElement): void {
    const [tail, bracket] = [this.#tail, this.#bracket];
    this.#endLine();
    this.#inNote = true;
    for (const child of note.children) this.visit(child, true);
    this.#inNote = false;
    this.#tail = tail;
    this.#bracket = bracket;
    this.#edge = false;
  }

  #endLine(): void {
    this.#tail = "";
    this.#bracket = undefined;
    this.#edge = false;
  }

  #text(text: XmlText, quiet: boolean): void {
    const { value } = text;
    if (value === "") return;
    if (this.#edge) this.#joint(text);
    for (const found of value.matchAll(RUN_TOGETHER)) {
      this.#find("run together", found[0], text, found.index + found[0].length);
    }
    for (const found of value.matchAll(HYPHENED)) {
      if (this.#isPrintHyphen(found[1] ?? "", found[2] ?? "")) {
        this.#find("hyphen", found[0], text, found.index + found[0].length);
      }
    }
    this.#brackets(text, quiet);
    this.#tail = `${this.#tail}${value}`.slice(-40);
    this.#edge = false;
  }

  /** Words that meet where an element begins or ends. */
  #joint(text: XmlText): void {
    const [before] = /[^\s]+$/u.exec(this.#tail) ?? [];
    const [behind] = /^[\p{L}’']+/u.exec(text.value) ?? [];
    if (before === undefined || behind === undefined) return;
    const stopped = /[\p{Ll}\p{N})\]”"][.,;:!?]$/u.test(before);
    const small =
      /\p{Ll}$/u.test(before) && /^\p{Lu}/u.test(behind) && !/(?:Mc|Mac|De|O’)$/u.test(before);
    if (stopped || small)
      this.#find("run together", `${before.slice(-20)}${behind}`, text, behind.length);
  }

  #isPrintHyphen(first: string, second: string): boolean {
    if (PREFIXES.has(first) || second.length < 2) return false;
    return (
      this.#vocabulary.has(first + second) &&
      !(this.#vocabulary.has(first) && this.#vocabulary.has(second))
    );
  }

  #brackets(text: XmlText, quiet: boolean): void {
    for (const found of text.value.matchAll(/[[\]]|[^[\]]+/gu)) {
      const [piece] = found;
      if (piece === "[") this.#bracket = "";
      else if (piece === "]") {
        const words = this.#bracket?.replaceAll(/\s+/gu, " ").trim();
        this.#bracket = undefined;
        if (words !== undefined && !quiet && isOpenBracket(words)) {
          this.#find("bracket", `[${words}]`, text, found.index + 1);
        }
      } else if (this.#bracket !== undefined) this.#bracket += piece;
    }
  }

  #find(kind: Kind, words: string, text: XmlText, end: number): void {
    const found = this.#inNote ? this.inNotes : this.found;
    found.push({ kind, words: words.replaceAll(/\s+/gu, " "), text, end });
  }
}

/** "e.Such", "Mr.Fanfani": but neither initials nor addresses. */
const RUN_TOGETHER = /(?<![\p{L}/@.])\p{L}*\p{Ll}[.;:,]\p{Lu}\p{Ll}[\p{L}’']*(?![\p{L}.@/])/gu;
const HYPHENED = /(?<![\p{L}-])(\p{Ll}+)-(\p{Ll}+)(?![\p{L}-])/gu;
const PREFIXES = new Set(
  "non co re anti inter counter pre post under over semi multi trans sub super un mid bi tri ex pro quasi intra extra ultra self neo pan vice by ante mis".split(
    " ",
  ),
);

const MOST_WORDS = 6;

/** Whether one cannot tell what a bracket is. A sentence in brackets is an editor's, a figure the document's. */
function isOpenBracket(words: string): boolean {
  if (words.split(" ").length > MOST_WORDS || /^[\divxlc]+[).]?$/iu.test(words)) return false;
  return !isSettled(words);
}
