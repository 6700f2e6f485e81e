import { Cite } from "@citation-js/core";
import "@citation-js/plugin-ris";
import { BibLatexParser } from "biblatex-csl-converter";

/* Exported files as programs read them that we have not written. */

/** A field's words, or those of each name or part that it has. */
export type ReadField = string | readonly string[];

/** An entry of BibLaTeX. */
export interface ReadEntry {
  readonly id: string;
  readonly type: string;
  readonly fields: Readonly<Record<string, ReadField>>;
}

/** Reads BibLaTeX; throws where a file is not in order. */
export function readBiblatex(text: string): readonly ReadEntry[] {
  const { entries, errors } = new BibLatexParser(text, {
    processUnexpected: true,
    processUnknown: true,
  }).parse();
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return Object.values(entries).map(
    ({ entry_key, bib_type, fields, unexpected_fields, unknown_fields }) => ({
      id: entry_key,
      type: bib_type,
      fields: Object.fromEntries(
        Object.entries({ ...fields, ...unexpected_fields, ...unknown_fields }).map(
          ([name, value]) => [name, fieldOf(value)],
        ),
      ),
    }),
  );
}

function fieldOf(value: unknown): ReadField {
  if (!Array.isArray(value)) return String(value);
  return value.every(isText) ? wordsOf(value) : value.map(partOf);
}

/** A name as it is sorted, or an element of a list. */
function partOf(part: unknown): string {
  if (Array.isArray(part)) return wordsOf(part);
  if (typeof part !== "object" || part === null) return String(part);
  if ("literal" in part) return wordsOf(part.literal);
  const family = "family" in part ? wordsOf(part.family) : "";
  const prefix = "prefix" in part ? `${wordsOf(part.prefix)} ` : "";
  return `${prefix}${family}, ${"given" in part ? wordsOf(part.given) : ""}`;
}

function isText(node: unknown): node is { readonly text: string } {
  return typeof node === "object" && node !== null && "text" in node;
}

function wordsOf(nodes: unknown): string {
  return Array.isArray(nodes)
    ? nodes
        .filter(isText)
        .map(({ text }) => text)
        .join("")
    : String(nodes);
}

/** Reads RIS or CSL-JSON, as CSL-JSON. */
export function readByCitationJs(text: string): readonly Readonly<Record<string, unknown>>[] {
  return new Cite(text).data.map(({ _graph, ...item }) => item);
}
