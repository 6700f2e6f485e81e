import fc from "fast-check";
import { acts } from "../../edition/acts.ts";
import { readDate } from "../../edition/date.ts";
import { type DivisionAttribute, divisions } from "../../edition/divisions.ts";
import type { Block, Division, Inline, Note, Text } from "../../edition/text.ts";
import { somewhere } from "../../testing/text-trees.ts";

/* Trees of every kind of node, their words mostly signs that mean something to Markdown. */

const place = somewhere;

/** Words that Markdown would misread, each where it would. */
const traps = [
  ...Array.from("*_[](){}!`~<>|#:-+=\\&@^$%'\".,;1 \t\u00A0\u200B"),
  ..."25. 5. 62|1) |- |+ |* |# |## |> |:::|::: entry|---|===|***|___|```|~~~|  |    ".split("|"),
  ..."[signed]: Ivanov|[so]|[^1]|[^1]: |[@key]|@key|a@b.org|{.gap}|{#a}|{a=b}|{}".split("|"),
  ..."](#x)|![a](b)|](|<b>|</b>|<!--|-->|<https://a.b>|&amp;|&#33;|&nbsp;|&x".split("|"),
  ..."C:\\temp|\\*|\\\\|^[a]|a_b|_a_|__|snake_case_|5*3*2|| --- |~~a~~|: |~ ".split("|"),
  ..."word|слово|日本|🙂|é|e\u0301|end.|“quoted”|(so)|1962|Doc. 5".split("|"),
  "|---|",
  "a | b",
  "\n",
  "\r\n",
  "\u2028",
  "\f",
  "\uFEFF",
  "\u3000",
  "\0",
  "\uD800",
  "\u0007",
];

/** Letters of a text. */
export const anyWords: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...traps) },
      { weight: 3, arbitrary: fc.constantFrom("word", " ", " and ", "a", "1") },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(""));

const text = anyWords.map((value): Text => ({ type: "text", value, place }));

const id = fc.constantFrom("a", "b-2", "may-24", "c", "d");

/** A value of an attribute: on one line, and not empty where the reader would say so. */
const attribute = anyWords.filter((words) => words.replaceAll(/[\s\0]/g, "") !== "");

const url = fc
  .array(
    fc.constantFrom(..."a|/|(|)|&|&amp;|%20|_|*|?a=b|#d|~| |<|>|\\|[|]|\"|'|é|\n|\t".split("|")),
    { maxLength: 5 },
  )
  .map((parts) => `https://example.org/${parts.join("")}`);

const leaf: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 12, arbitrary: text },
  {
    weight: 1,
    // In a bracket at the beginning of a paragraph, code with these signs would be a link definition to other readers.
    arbitrary: anyWords
      .filter((value) => !value.includes("]:"))
      .map((value): Inline => ({ type: "code", value, place })),
  },
  { weight: 1, arbitrary: attribute.map((page): Inline => ({ type: "page-break", page, place })) },
  { weight: 2, arbitrary: fc.constant<Inline>({ type: "line-break", place }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("doubtful", "a -- b?", "it ends -", "> or |")
      .map((message): Inline => ({ type: "doubt", message, place })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        anyWords,
        fc.constantFrom("images/map.png", "images/Karte Kuba.png", "images/100%25.png"),
      )
      .map(([words, source]): Inline => ({ type: "image", source, text: words, place })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("1", "tr:2", "ab*c_d")
      .map((label): Inline => ({ type: "note-call", label, place })),
  },
);

/** Any inlines. */
export const anyInlines: fc.Arbitrary<readonly Inline[]> = fc.letrec<{
  inline: Inline;
  inlines: readonly Inline[];
}>((tie) => ({
  inlines: fc.array(tie("inline"), { maxLength: 5 }),
  inline: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 8, arbitrary: leaf },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom("emphasis" as const, "strong" as const), tie("inlines"))
        .map(([type, children]): Inline => ({ type, children, place })),
    },
    fc
      .tuple(fc.constantFrom("underline" as const, "smallcaps" as const), tie("inlines"))
      .map(([style, children]): Inline => ({ type: "styled", style, children, place })),
    fc
      .tuple(fc.constantFrom("ru", "zh-Hant"), tie("inlines"))
      .map(([language, children]): Inline => ({ type: "foreign", language, children, place })),
    fc
      .tuple(id, tie("inlines"))
      .map(([anchor, children]): Inline => ({ type: "anchor", id: anchor, children, place })),
    fc
      .tuple(url, tie("inlines"))
      .map(([address, children]): Inline => ({ type: "link", url: address, children, place })),
    fc
      .tuple(fc.constantFrom("castro", "protocol-61:p3", "a (b"), tie("inlines"))
      .map(([target, children]): Inline => ({ type: "reference", target, children, place })),
    fc.constantFrom(...acts).chain((act) =>
      fc
        .tuple(
          tie("inlines"),
          fc.record(
            Object.fromEntries(
              act.attributes.map((key) => [
                key,
                key === "cert" ? fc.constantFrom("low", "high") : attribute,
              ]),
            ),
            { requiredKeys: [] },
          ),
        )
        .map(([children, attributes]): Inline => ({
          type: "act",
          act: act.name,
          attributes,
          children,
          place,
        })),
    ),
  ),
})).inlines;

const date = readDate("1962-05-24");

/** Any blocks of every kind. */
export const anyTree: fc.Arbitrary<readonly Block[]> = fc.letrec<{
  block: Block;
  blocks: readonly Block[];
}>((tie) => ({
  blocks: fc.array(tie("block"), { maxLength: 4 }),
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    {
      weight: 6,
      arbitrary: anyInlines.map((children): Block => ({ type: "paragraph", children, place })),
    },
    fc.constantFrom<Block>({ type: "rule", place }, { type: "doubt", message: "doubtful", place }),
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.option(id, { nil: undefined }), anyInlines)
      .map(([level, anchor, children]): Block => ({
        type: "heading",
        level,
        ...(anchor === undefined ? {} : { id: anchor }),
        children,
        place,
      })),
    fc
      .tuple(
        fc.array(
          fc.constantFrom("left" as const, "center" as const, "right" as const, "none" as const),
          { maxLength: 3 },
        ),
        fc.array(anyInlines, { maxLength: 3 }),
        fc.array(fc.array(anyInlines, { maxLength: 3 }), { maxLength: 3 }),
      )
      .map(([alignments, head, rows]): Block => ({ type: "table", alignments, head, rows, place })),
    fc.tuple(anyWords, fc.option(anyWords, { nil: "" })).map(([words, caption]): Block => ({
      type: "figure",
      image: { type: "image", source: "images/map.png", text: words, place },
      caption,
      place,
    })),
    fc.tuple(fc.constantFrom("", "js", "a b"), anyWords).map(([language, value]): Block => ({
      type: "code-block",
      language,
      value,
      place,
    })),
    {
      weight: 2,
      arbitrary: tie("blocks").map((blocks): Block => ({ type: "quotation", blocks, place })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...divisions),
          fc.option(attribute, { nil: undefined }),
          fc.option(id, { nil: undefined }),
          tie("blocks"),
        )
        .map(([{ name, attributes }, title, anchor, blocks]): Block => ({
          type: "division",
          name,
          ...(anchor === undefined ? {} : { id: anchor }),
          ...(attributes.includes("date") && date ? { date } : {}),
          ...(attributes.includes("title") && title !== undefined ? { title } : {}),
          ...optionsOf(attributes, title),
          blocks,
          place,
        })),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.boolean(),
          fc.boolean(),
          fc.array(
            fc.tuple(
              fc.option(fc.constantFrom("1.", "2.", "3)", "7.", "007.", "a.", "1962."), {
                nil: undefined,
              }),
              tie("blocks"),
            ),
            { maxLength: 3 },
          ),
        )
        .map(([ordered, tight, entries]): Block => ({
          type: "list",
          ordered,
          tight,
          entries: entries.map(([marker, blocks]) => ({
            ...(ordered && marker !== undefined ? { marker } : {}),
            blocks,
            place,
          })),
          place,
        })),
    },
    fc
      .array(
        fc.tuple(fc.array(anyInlines, { maxLength: 2 }), fc.array(tie("blocks"), { maxLength: 2 })),
        { maxLength: 3 },
      )
      .map((entries): Block => ({
        type: "definitions",
        entries: entries.map(([terms, meanings]) => ({ terms, meanings })),
        place,
      })),
  ),
})).blocks;

/** A text: blocks, and the notes that `anyInlines` calls. */
export interface RandomText {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

/** Any text; no two of its anchors are alike. */
export const anyTreeWithNotes: fc.Arbitrary<RandomText> = fc
  .tuple(anyTree, anyTree, anyTree, anyTree)
  .map(([blocks, one, two, three]) => {
    const notes: readonly Note[] = [
      { label: "1", stream: "editor", blocks: one, place },
      { label: "tr:2", stream: "translator", blocks: two, place },
      { label: "ab*c_d", stream: "editor", blocks: three, place },
    ];
    let last = 0;
    const distinct: RandomText = JSON.parse(
      JSON.stringify({ blocks, notes }, (key, value: unknown) => {
        if (key === "id") return `id-${(last += 1)}`;
        return value instanceof Map ? [...value] : value;
      }),
      (key, value) => (key === "options" ? new Map(value) : value),
    );
    return distinct;
  });

/** The attributes that are kept as they are written, all with one value. */
function optionsOf(
  attributes: readonly DivisionAttribute[],
  value: string | undefined,
): Partial<Pick<Division, "options">> {
  const names = attributes.flatMap((name) => (name === "date" || name === "title" ? [] : [name]));
  if (names.length === 0 || value === undefined) return {};
  return { options: new Map(names.map((name) => [name, { value, place }])) };
}
