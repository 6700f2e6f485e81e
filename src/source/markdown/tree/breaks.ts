import type { Inline } from "../../../edition/text.ts";
import type { Attributes, Written, WrittenPair } from "../attributes.ts";
import { type Words, placeIn } from "./words.ts";

/** The two spans that hold nothing: where a page of the original begins, and where a line is forced to. */
const names = { pb: "page break", lb: "line break" } as const;

/** A span's class that makes it a break, and what else stands in its braces. */
interface FoundBreak {
  readonly written: Written;
  readonly attributes: Attributes;
  readonly number: WrittenPair | undefined;
  readonly place: Inline["place"];
}

/** Whether a class makes its span a break. */
export function isBreak({ text }: Written): boolean {
  return Object.hasOwn(names, text);
}

/** `[]{.pb n=187}`, and `[]{.lb}` for a new line where a backslash at a line's end cannot stand. Words in it stand behind it. */
export function readBreak(
  words: Words,
  { written, attributes, number, place }: FoundBreak,
  children: readonly Inline[],
): readonly Inline[] {
  const { report } = words.reading;
  const isPage = written.text === "pb";
  const name = isPage ? names.pb : names.lb;
  for (const other of [...attributes.classes, ...attributes.ids])
    if (other !== written)
      report(
        "attribute-unknown",
        placeIn(words, other.at),
        `"${other.text}" on a ${name}`,
        isPage ? "a page break has only n" : "a line break has nothing but its name",
      );
  if (children.length > 0)
    report(
      "attribute-invalid",
      place,
      `a ${name} with words in it`,
      `leave the brackets empty: ${isPage ? "[]{.pb n=187}" : "[]{.lb}"}`,
    );
  if (!isPage) return [{ type: "line-break", place }, ...children];
  if (number && number.value.text !== "")
    return [{ type: "page-break", page: number.value.text, place }, ...children];
  report(
    "attribute-invalid",
    placeIn(words, written.at),
    "a page break without its number",
    "write []{.pb n=187}",
  );
  return children;
}
