import type { Counted } from "../importer.ts";
import { type LeftBehind, type Original, lettersOf } from "../ledger.ts";
import { type CutKind, cutKinds } from "./cut-kinds.ts";
import { type Passage, keptLetters, leftLetters } from "./passage.ts";

/** What of the body and of its notes went into a draft. Notes stand behind the body. */
export function originalsOfText(
  body: readonly Passage[],
  notes: readonly (readonly Passage[])[],
): readonly Original[] {
  return [body, notes.flat()].flatMap((passages) => {
    const text = passages.map(keptLetters).join("\n");
    return lettersOf(text) === "" ? [] : [{ text, order: "behind" as const }];
  });
}

/** A piece that is a field's. */
export function originalOfField(passage: Passage, ...fields: readonly string[]): Original {
  return { text: keptLetters(passage), order: "field", fields };
}

/** What was cut out of passages, one entry for each kind. */
export function leftOf(passages: readonly Passage[]): readonly LeftBehind[] {
  const texts = new Map<CutKind, string[]>();
  for (const passage of passages)
    for (const { kind, text } of leftLetters(passage)) {
      const said = texts.get(kind);
      if (said) said.push(text);
      else texts.set(kind, [text]);
    }
  return [...texts].map(([kind, said]) => {
    const { what, why } = cutKinds[kind];
    return { what, why, text: said.join(" ") };
  });
}

/** Passages that are left as they are. */
export function leaving(
  what: string,
  why: string,
  passages: readonly Passage[],
): readonly LeftBehind[] {
  const [first] = passages;
  const place = first?.anchors[0]?.place;
  if (!first || !place) return [];
  return [{ what, why, text: passages.map(({ letters }) => letters).join("\n"), place }];
}

/** Counts a text. */
export function countedIn(
  text: string,
  others: Partial<Omit<Counted, "letters" | "words">> = {},
): Counted {
  return {
    letters: lettersOf(text).length,
    words: text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0,
    notes: others.notes ?? 0,
    references: others.references ?? 0,
    pages: others.pages ?? 0,
    people: others.people ?? 0,
  };
}
