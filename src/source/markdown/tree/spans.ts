import type { Token } from "markdown-it";
import { suggest } from "../../../diagnostics/suggest.ts";
import { type Act, type ActAttribute, actNamed, acts } from "../../../edition/acts.ts";
import type { Inline, TypeStyle } from "../../../edition/text.ts";
import type { Attributes, WrittenPair } from "../attributes.ts";
import { spanAttributes } from "../inlines/span.ts";
import { inlineMeta } from "../placed-states.ts";
import { readAnchor } from "./anchors.ts";
import { isBreak, readBreak } from "./breaks.ts";
import { hoistDoubts } from "./doubts.ts";
import { type Words, placeIn } from "./words.ts";

const typeStyles: readonly TypeStyle[] = ["underline", "smallcaps", "superscript", "subscript"];
const emphases = ["emphasis", "strong"] as const;
const classNames = [...acts.map((act) => act.name), ...typeStyles, ...emphases, "pb", "lb"];
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** `[words]{…}`: one node for each thing that the attributes say, the first outermost. */
export function readSpan(
  words: Words,
  opening: Token,
  given: readonly Inline[],
): readonly Inline[] {
  const { children, doubts } = hoistDoubts(given);
  return [...readHeld(words, opening, children), ...doubts];
}

function readHeld(words: Words, opening: Token, children: readonly Inline[]): readonly Inline[] {
  const attributes = spanAttributes(opening);
  const place = placeIn(words, inlineMeta(opening).at);
  const { report } = words.reading;
  const { classes, ids, pairs } = attributes;
  if (classes.length + ids.length + pairs.length === 0)
    report("attribute-invalid", placeIn(words, attributes.at), "braces with nothing in them");
  reportDoubles(words, attributes);

  const taken = new Set<WrittenPair>();
  const lineOrPage = classes.find(isBreak);
  if (lineOrPage) {
    const number = pairs.find((pair) => lineOrPage.text === "pb" && pair.key.text === "n");
    if (number) taken.add(number);
    reportPairs(words, pairs, taken, lineOrPage.text === "pb" ? ["n"] : []);
    return readBreak(words, { written: lineOrPage, attributes, number, place }, children);
  }

  let inside: readonly Inline[] = children;
  const language = pairs.find((pair) => pair.key.text === "lang");
  if (language) {
    taken.add(language);
    if (LANGUAGE.test(language.value.text))
      inside = [{ type: "foreign", language: language.value.text, children: inside, place }];
    else
      report(
        "attribute-invalid",
        placeIn(words, language.value.at),
        `"${language.value.text}" is no language tag`,
        "write a tag such as en, ru or zh-Hant",
      );
  }
  const known: Act[] = [];
  for (const written of classes.toReversed()) {
    const act = actNamed(written.text);
    const style = typeStyles.find((name) => name === written.text);
    const emphasis = emphases.find((name) => name === written.text);
    if (emphasis) inside = [{ type: emphasis, children: inside, place }];
    else if (style) inside = [{ type: "styled", style, children: inside, place }];
    else if (act) {
      known.push(act);
      const given = actAttributes(words, act, pairs, taken);
      inside = [{ type: "act", act: act.name, attributes: given, children: inside, place }];
      if (children.length === 0)
        report(
          "act-empty",
          place,
          `[]{.${act.name}} holds no words`,
          `say what it is about: ${act.example}`,
        );
    } else
      report(
        "act-unknown",
        placeIn(words, written.at),
        `no editorial act "${written.text}"`,
        mendClass(written.text),
      );
  }
  reportPairs(words, pairs, taken, ["lang", ...known.flatMap((act) => act.attributes)]);
  const [id] = ids;
  const anchor = id && readAnchor(words.reading, id.text, placeIn(words, id.at));
  return anchor === undefined ? inside : [{ type: "anchor", id: anchor, children: inside, place }];
}

/** Editors write `.deletion` as well as `.del`: the acts are also known by what the key of marks calls them. */
function mendClass(written: string): string {
  const label = suggest(
    written,
    acts.map((act) => act.label),
  );
  const near = suggest(written, classNames) ?? acts.find((act) => act.label === label)?.name;
  return near === undefined ? `use one of ${classNames.join(", ")}` : `did you mean "${near}"?`;
}

function actAttributes(
  words: Words,
  act: Act,
  pairs: readonly WrittenPair[],
  taken: Set<WrittenPair>,
): Readonly<Partial<Record<ActAttribute, string>>> {
  const given: Partial<Record<ActAttribute, string>> = {};
  for (const pair of pairs) {
    const name = act.attributes.find((attribute) => attribute === pair.key.text);
    if (name === undefined) continue;
    taken.add(pair);
    given[name] = pair.value.text;
    if (name === "cert" && !["low", "medium", "high"].includes(pair.value.text))
      words.reading.report(
        "attribute-invalid",
        placeIn(words, pair.value.at),
        `"${pair.value.text}" is no degree of certainty`,
        "write cert=low, cert=medium or cert=high",
      );
  }
  return given;
}

function reportPairs(
  words: Words,
  pairs: readonly WrittenPair[],
  taken: ReadonlySet<WrittenPair>,
  allowed: readonly string[],
): void {
  for (const pair of pairs) {
    if (taken.has(pair)) continue;
    const { text } = pair.key;
    const near = suggest(text, allowed) ?? allowed.find((name) => text.startsWith(name));
    words.reading.report(
      "attribute-unknown",
      placeIn(words, pair.key.at),
      `no attribute "${text}" here`,
      near === undefined ? `possible here: ${allowed.join(", ")}` : `did you mean "${near}"?`,
    );
  }
}

/** Two ids, or a key given twice: only the first would count. */
function reportDoubles(words: Words, { ids, pairs }: Attributes): void {
  const keys = new Set<string>();
  const again = pairs.filter(({ key }) => keys.size === keys.add(key.text).size);
  for (const written of [...ids.slice(1), ...again.map((pair) => pair.key)])
    words.reading.report(
      "attribute-invalid",
      placeIn(words, written.at),
      `"${written.text}" is given a second time`,
      "delete one of the two",
    );
}
