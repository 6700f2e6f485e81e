/*
 * Documents of everything that is hard to print, put together by chance: the same seed gives the same one.
 */

import { randomNumbers } from "./random-numbers.ts";

const words =
  "the of and to in a that it was for on as with by at from not this which but his had they were government ministry embassy ambassador telegram message negotiation agreement delegation missile island blockade quarantine premier president council session proposal withdrawal question answer morning evening statement guarantee assurance aircraft officer command reported considered replied proposed discussed decided believed expected informed stressed noted reconnaissance counterrevolutionary misunderstanding".split(
    " ",
  );
const russian =
  "совершенно секретно товарищ председатель заседание президиума о мероприятиях на острове докладываю прибыл корабль решение министерство обороны командующий ракеты воинская часть".split(
    " ",
  );
const hebrew = "שלום ממשלה מברק שגריר הודעה משא ומתן הסכם ישיבה הצעה נסיגה תשובה בוקר".split(" ");
const arabic = "حكومة برقية سفير رسالة مفاوضات اتفاق جلسة اقتراح انسحاب جواب صباح".split(" ");

/** How the notes of a document are called: labels of editor's, original, textual and translator's notes. */
const prefixes = ["", "", "", "orig:", "tx:", "tr:"];

interface Pen {
  readonly below: (limit: number) => number;
  readonly oneOf: <Choice>(choices: readonly [Choice, ...Choice[]]) => Choice;
  /** Whether something happens that happens so many times out of a hundred. */
  readonly percent: (chance: number) => boolean;
  /** The next note's definition, which its call brings into being. */
  readonly call: () => string;
  /** Notes out of a hundred words. */
  readonly notes: number;
}

/** One document as Markdown with its front matter. Its id is `random-SEED`. */
export function randomDocument(seed: number, number: number): string {
  const below = randomNumbers(seed);
  const percent = (chance: number): boolean => below(100) < chance;
  const oneOf = <Choice>(choices: readonly [Choice, ...Choice[]]): Choice =>
    choices[below(choices.length)] ?? choices[0];
  const definitions: string[] = [];
  // Some documents have few notes, some a crowd; some short ones, some pages of them.
  const longest = oneOf([1, 2, 3, 6, 6, 25]);
  const call = (): string => {
    const label = `${oneOf(["", "", "", ...prefixes])}n${definitions.length + 1}`;
    const pen: Pen = { below, percent, oneOf, notes: 0, call: () => "" };
    const at = definitions.push("") - 1;
    definitions[at] = `[^${label}]: ${noteText(pen, longest)}`;
    return `[^${label}]`;
  };
  const pen: Pen = { below, percent, oneOf, call, notes: oneOf([0, 1, 2, 4, 8]) };
  const kinds = percent(4) ? 0 : 1 + below(oneOf([3, 6, 14]));
  const before = percent(20) ? `::: {.headnote}\n${paragraph(pen)}\n:::\n\n` : "";
  const body = Array.from({ length: kinds }, () => oneOf(blocks)(pen)).join("\n\n");
  const after = percent(15)
    ? `\n\n::: {.questions}\n1. ${sentences(pen, 1)}\n2. ${sentences(pen, 1 + below(4))}\n:::`
    : "";
  const source = percent(20) ? `[^src]: ${sentences({ ...pen, notes: 0 }, 1)}\n\n` : "";
  const front = `---\nid: random-${seed}\nnumber: ${number}\ntitle: ${title(pen)}\nlanguages: [en, ru, he, ar]\n---`;
  return `${front}\n\n${before}${body}${after}\n\n${source}${definitions.join("\n\n")}\n`;
}

const blocks: readonly [(pen: Pen) => string, ...((pen: Pen) => string)[]] = [
  paragraph,
  paragraph,
  paragraph,
  paragraph,
  longParagraph,
  heading,
  list,
  list,
  quotation,
  table,
  table,
  figure,
  verse,
  signature,
  stamp,
  entry,
  context,
  foreignParagraph,
  longWord,
  crowdedParagraph,
  code,
  definitionList,
  rule,
  milestone,
];

function title({ below, oneOf }: Pen): string {
  const count = 2 + below(oneOf([6, 30]));
  return Array.from({ length: count }, () => words[below(words.length)] ?? "").join(" ");
}

/** Words with everything that may stand in a line. */
function sentences(pen: Pen, count: number): string {
  const said: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const run = Array.from({ length: 4 + pen.below(20) }, () => word(pen));
    const text = run.join(" ");
    said.push(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
  }
  return said.join(" ");
}

function word(pen: Pen): string {
  const { below, percent, oneOf, call, notes } = pen;
  const plain = words[below(words.length)] ?? "the";
  const called = notes > 0 && below(100) < notes ? call() : "";
  if (percent(94)) return plain + called;
  const other = words[below(words.length)] ?? "of";
  return (
    oneOf<() => string>([
      () => `*${plain} ${other}*`,
      () => `**${plain}**`,
      () => `[${plain}]{.supplied cert=low}`,
      () => `[illegible]{.gap}`,
      () => `[${plain} ${other}]{.del}`,
      () => `[${plain}]{.add}`,
      () => `[${plain}]{.unclear}`,
      () => `[${russian[below(russian.length)] ?? ""}]{lang=ru}`,
      () => `[${hebrew[below(hebrew.length)] ?? ""}]{lang=he}`,
      () => `[${plain}](https://example.org/${other}/${below(1000)})`,
      () => `${plain} ${below(10_000)}`,
      () => `[${plain}]{.smallcaps}`,
    ])() + called
  );
}

function paragraph(pen: Pen): string {
  return sentences(pen, 1 + pen.below(8));
}

function longParagraph(pen: Pen): string {
  return sentences(pen, 20 + pen.below(50));
}

/** Notes side by side, or one for each of a few words. */
function crowdedParagraph(pen: Pen): string {
  if (pen.notes === 0) return paragraph(pen);
  const count = 2 + pen.below(10);
  const crowd = Array.from({ length: count }, () => (pen.percent(50) ? "" : " again") + pen.call());
  return `${sentences(pen, 1)} Here${crowd.join("")} they stand. ${sentences(pen, 3)}`;
}

function heading(pen: Pen): string {
  const called = pen.notes > 0 && pen.percent(40) ? pen.call() : "";
  return `## ${title(pen)}${called}\n\n${paragraph(pen)}`;
}

function list(pen: Pen): string {
  return listOf(pen, 3).join("\n");
}

function listOf(pen: Pen, depth: number): readonly string[] {
  const ordered = pen.percent(50);
  let number = 1 + pen.below(9);
  return Array.from({ length: 2 + pen.below(4) }, () => {
    number += 1 + pen.below(3);
    const mark = ordered ? `${number}.` : "-";
    const first = `${mark} ${sentences(pen, 1 + pen.below(3))}`;
    const inside: string[] = [];
    if (pen.percent(20)) inside.push("", sentences(pen, 1 + pen.below(12)));
    if (depth > 0 && pen.percent(30)) inside.push("", ...listOf(pen, depth - 1));
    if (pen.percent(10)) inside.push("", `> ${sentences(pen, 2)}`);
    return [first, ...inside.map((line) => indent(line, mark.length + 1))].join("\n");
  });
}

function indent(text: string, by: number): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : " ".repeat(by) + line))
    .join("\n");
}

function quotation(pen: Pen): string {
  const inside = [paragraph(pen), ...(pen.percent(40) ? [list(pen)] : [])].join("\n\n");
  return inside
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

function table(pen: Pen): string {
  const columns = 2 + pen.below(3);
  const rows = 1 + pen.below(pen.oneOf([4, 4, 15, 60]));
  const talkative = pen.percent(20) ? 12 : 1;
  const cell = (): string =>
    pen.percent(30)
      ? sentences(pen, 1 + pen.below(talkative))
      : `${words[pen.below(words.length)] ?? ""} ${pen.below(500)}`;
  const row = (): string => `| ${Array.from({ length: columns }, cell).join(" | ")} |`;
  const head = `| ${Array.from({ length: columns }, (_, at) => `Column ${at + 1}`).join(" | ")} |`;
  return [head, `|${" --- |".repeat(columns)}`, ...Array.from({ length: rows }, row)].join("\n");
}

function figure(pen: Pen): string {
  const picture = pen.oneOf(["small", "wide", "tall"]);
  return `![A ${picture} picture](images/${picture}.svg "${title(pen)}")`;
}

function verse(pen: Pen): string {
  const lines = 2 + pen.below(pen.oneOf([6, 60]));
  return Array.from({ length: lines }, () => `${title(pen)},`).join("\\\n");
}

function signature(pen: Pen): string {
  const lines = Array.from({ length: 1 + pen.below(4) }, (_, at) => `Signer ${at}`).join("\\\n");
  return `${paragraph(pen)}\n\n::: {.closer}\n${sentences(pen, 1)}\n\n::: {.signature}\n${lines}\n:::\n:::`;
}

function stamp(pen: Pen): string {
  const long = pen.percent(10) ? 60 : 2;
  return `::: {.stamp}\n${sentences(pen, 1 + pen.below(long))}\n:::`;
}

function entry(pen: Pen): string {
  return `::: {.entry date=1962-06-${10 + pen.below(20)} title="Entry ${pen.below(99)}"}\n${paragraph(pen)}\n\n${list(pen)}\n:::`;
}

function context(pen: Pen): string {
  const long = pen.percent(10) ? 60 : 4;
  return `::: {.context title="What was going on"}\n${sentences(pen, 1 + pen.below(long))}\n:::`;
}

function foreignParagraph(pen: Pen): string {
  const [language, own] = pen.oneOf<readonly [string, readonly string[]]>([
    ["ru", russian],
    ["he", hebrew],
    ["ar", arabic],
  ]);
  const count = 10 + pen.below(pen.oneOf([20, 300]));
  const run = Array.from({ length: count }, () => own[pen.below(own.length)] ?? "").join(" ");
  const called = pen.notes > 0 ? pen.call() : "";
  return language === "ru"
    ? `${run}.${called}`
    : `${sentences(pen, 1)} [${run}]{lang=${language}}.${called}`;
}

function longWord(pen: Pen): string {
  return `${sentences(pen, 1)} ${"Anadyr".repeat(10 + pen.below(60))} ${sentences(pen, 1)}`;
}

function code(pen: Pen): string {
  const lines = 1 + pen.below(pen.oneOf([4, 80]));
  const line = (): string => "x = y; ".repeat(1 + pen.below(pen.oneOf([6, 40]))).trimEnd();
  return `\`\`\`\n${Array.from({ length: lines }, line).join("\n")}\n\`\`\``;
}

function definitionList(pen: Pen): string {
  return Array.from(
    { length: 1 + pen.below(6) },
    () => `${title(pen)}\n: ${sentences(pen, 1 + pen.below(3))}`,
  ).join("\n\n");
}

function rule(pen: Pen): string {
  return `---\n\n${paragraph(pen)}`;
}

function milestone(pen: Pen): string {
  return `[]{.pb n=${pen.below(900)}}${paragraph(pen)}`;
}

/** A note: mostly short, sometimes of several paragraphs, with a list or a quotation in it. */
function noteText(pen: Pen, longest: number): string {
  const first = sentences(pen, 1 + pen.below(longest));
  if (!pen.percent(15)) return first;
  const more = [
    pen.oneOf<() => string>([
      () => sentences(pen, 1 + pen.below(longest)),
      () => list(pen),
      () => `> ${sentences(pen, 2)}`,
      () => table(pen).split("\n").slice(0, 6).join("\n"),
      () => figure(pen),
    ])(),
    ...(pen.percent(40) ? [sentences(pen, 1)] : []),
  ];
  return [first, ...more.map((block) => indent(block, 4))].join("\n\n");
}
