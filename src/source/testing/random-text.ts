import fc from "fast-check";

/** Markdown made of every form, with the words that must come out of it, in reading order. */
export interface WrittenText {
  readonly markdown: string;
  readonly words: readonly string[];
  readonly noteWords: readonly string[];
}

/** Hands out words, each different from all others, and labels of notes. */
interface Pen {
  readonly word: () => string;
  readonly note: () => string;
}

type Phrase = (pen: Pen) => string;

const plain: Phrase = (pen) => pen.word();

const around =
  (before: string, behind: string) =>
  (inner: Phrase): Phrase =>
  (pen) =>
    before + inner(pen) + behind;

/** Forms that hold words in a line. */
const wrappers: readonly ((inner: Phrase) => Phrase)[] = [
  around("*", "*"),
  around("**", "**"),
  around("[", "]{.supplied cert=low}"),
  around("[", "]{.del .unclear}"),
  around("[", "]{.smallcaps lang=ru}"),
];

/** Links hold words only: a link in a link is an error. */
const links: readonly Phrase[] = [
  around("[", "](#protocol-61:p3)")(plain),
  around("[", "](https://example.org/a_b_c)")(plain),
];

/** Forms that stand beside words. */
const marks: readonly Phrase[] = [
  (pen) => `[^${pen.note()}]`,
  () => "[]{.pb n=187}",
  () => "\\*",
  () => "&amp;",
  () => "[](#castro)",
  () => "<!-- hidden -->",
  () => "\\[sic\\]",
];

const atom: fc.Arbitrary<Phrase> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(plain) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...marks).map(
      (mark): Phrase =>
        (pen) =>
          pen.word() + mark(pen),
    ),
  },
);

const wrapped: fc.Arbitrary<Phrase> = fc
  .tuple(fc.constantFrom(...wrappers), atom)
  .map(([wrap, inner]) => wrap(inner));

const phrase: fc.Arbitrary<Phrase> = fc
  .array(fc.oneof({ weight: 3, arbitrary: atom }, wrapped, fc.constantFrom(...links)), {
    minLength: 1,
    maxLength: 5,
  })
  .map(
    (parts): Phrase =>
      (pen) =>
        parts.map((part) => part(pen)).join(" "),
  );

/** Lines of words, as a paragraph has them. */
const paragraph: fc.Arbitrary<Phrase> = fc.array(phrase, { minLength: 1, maxLength: 3 }).map(
  (lines): Phrase =>
    (pen) =>
      lines.map((line) => line(pen)).join("\n"),
);

const indented = (text: string, by: string): string => text.replaceAll(/^(?=.)/gm, by);

const block: fc.Memo<Phrase> = fc.memo((depth) => {
  const simple: fc.Arbitrary<Phrase>[] = [
    paragraph,
    phrase.map(
      (words): Phrase =>
        (pen) =>
          `## ${words(pen)} {#a${pen.word()}}`,
    ),
    fc
      .array(fc.tuple(phrase, phrase), { minLength: 1, maxLength: 3 })
      .map((rows): Phrase => (pen) => {
        const [head, ...others] = rows.map(([a, b]) => `| ${a(pen)} | ${b(pen)} |`);
        return [head, "|---|:-:|", ...others].join("\n");
      }),
    fc.constant(around("![", "](images/map.png)")(plain)),
  ];
  if (depth <= 1) return fc.oneof(...simple);
  const inner = fc.array(block(depth - 1), { minLength: 1, maxLength: 3 });
  // A list that begins in an entry's own line is a date to Scholium.
  const entry = fc
    .tuple(paragraph, fc.array(block(depth - 1), { maxLength: 2 }))
    .map(([first, others]) => [first, ...others]);
  const body = (blocks: readonly Phrase[], pen: Pen): string =>
    blocks.map((one) => one(pen)).join("\n\n");
  return fc.oneof(
    ...simple,
    inner.map(
      (blocks): Phrase =>
        (pen) =>
          indented(body(blocks, pen), "> ").replaceAll(/^$/gm, ">"),
    ),
    fc.array(entry, { minLength: 1, maxLength: 3 }).map(
      (entries): Phrase =>
        (pen) =>
          entries.map((blocks) => `- ${indented(body(blocks, pen), "  ").trimStart()}`).join("\n"),
    ),
    fc.array(entry, { minLength: 1, maxLength: 3 }).map(
      (entries): Phrase =>
        (pen) =>
          entries
            .map(
              (blocks, index) => `${index + 1}. ${indented(body(blocks, pen), "   ").trimStart()}`,
            )
            .join("\n"),
    ),
    inner.map(
      (blocks): Phrase =>
        (pen) =>
          `::: {.entry date=1962}\n${body(blocks, pen)}\n:::`,
    ),
  );
});

/** A transcription made of every form, in which nothing is wrong. */
export const writtenText: fc.Arbitrary<WrittenText> = fc
  .tuple(fc.array(block(3), { minLength: 1, maxLength: 4 }), paragraph)
  .map(([blocks, noteText]) => {
    const words: string[] = [];
    const labels: string[] = [];
    const pen: Pen = {
      word: () => {
        words.push(`w${words.length}x`);
        return words.at(-1) ?? "";
      },
      note: () => {
        labels.push(`l${labels.length}`);
        return labels.at(-1) ?? "";
      },
    };
    const body = blocks.map((one) => one(pen)).join("\n\n");
    const noteWords: string[] = [];
    const notePen: Pen = {
      word: () => {
        noteWords.push(`n${noteWords.length}y`);
        return noteWords.at(-1) ?? "";
      },
      // A note calls no note.
      note: () => "",
    };
    const notes = labels.map(
      (label) =>
        `[^${label}]: ${indented(noteText(notePen), "    ").trimStart().replaceAll("[^]", "")}`,
    );
    return { markdown: [body, ...notes].join("\n\n"), words, noteWords };
  });

/** Signs that mean something to Markdown, beside words and letters of several scripts. */
const signs = [
  ...Array.from("*_[](){}!`~<>|#:-+=\\&@^$%'\".,;\n\t 1"),
  "\n\n",
  "    ",
  "[^1]",
  "[^1]: ",
  "{.gap}",
  "{#a}",
  "](#x)",
  "![a](b)",
  ":::",
  "::: entry\n",
  "---",
  "|---|",
  "```",
  "<!--",
  "-->",
  "<b>",
  "&amp;",
  "25. ",
  "> ",
  "- ",
  "\r\n",
  "word",
  "слово",
  "🙂",
  "\u00A0",
  "\0",
];

/** Any text at all, mostly of signs that mean something. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...signs) },
      fc.string({ unit: "binary", maxLength: 5 }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(""));
