import { didYouMean } from "../../diagnostics/suggest.ts";
import { startOf } from "../../diagnostics/place.ts";
import { type NamedCsl, ownStyles } from "../../edition/citation-styles.ts";
import { type CslNode, child, textOf } from "../../edition/csl-node.ts";
import type { Report } from "../markdown/reading.ts";
import type { ReadSettings } from "../read-settings.ts";
import type { TextFile } from "../text-file.ts";
import { readStyle } from "./read-style.ts";

/** Reads a citation style of the edition's own. It is called as its file is, and shown by the title that it gives itself. */
export function readOwnStyle({ file, lines }: TextFile, report: Report): NamedCsl | undefined {
  const read = readStyle(file, lines.join("\n"));
  if ("problem" in read) {
    const { rule, place, message, mend } = read.problem;
    report(rule, place, message, mend);
    return undefined;
  }
  const { csl } = read;
  const lacking = lackingIn(csl, lines);
  if (lacking) {
    report("style-invalid", { file, ...lacking.at }, lacking.message, lacking.mend);
    return undefined;
  }
  if (!child(csl, "bibliography"))
    report(
      "style-without-bibliography",
      startOf(file),
      "the style has no <bibliography>: citations in it have no entries",
    );
  const name = nameOf(file);
  return { name, title: titleOf(csl) ?? name, csl };
}

interface Lacking {
  readonly message: string;
  readonly mend?: string;
  readonly at: { readonly line: number; readonly column: number };
}

/** What citations would silently lack: a part without a layout, a macro that is called and not there. */
function lackingIn(csl: CslNode, lines: readonly string[]): Lacking | undefined {
  const { class: kind } = csl.attrs;
  if (kind !== "note" && kind !== "in-text")
    return {
      message: `it does not say whether it cites in notes${kind === undefined ? "" : `: class="${kind}"`}`,
      mend: 'write class="note" or class="in-text" into <style>',
      at: placeOf("<style", lines),
    };
  for (const name of ["citation", "bibliography"]) {
    const part = child(csl, name);
    if (part && !child(part, "layout"))
      return { message: `its <${name}> has no <layout>`, at: placeOf(`<${name}`, lines) };
  }
  const macros = new Set(
    csl.children.flatMap((inner) =>
      typeof inner !== "string" && inner.name === "macro" ? [inner.attrs["name"] ?? ""] : [],
    ),
  );
  const unknown = calledIn(csl).find((name) => !macros.has(name));
  if (unknown === undefined) return undefined;
  return {
    message: `it has no macro "${unknown}"`,
    mend: didYouMean(unknown, macros, "correct the name, or write the macro"),
    at: placeOf(`macro="${unknown}"`, lines),
  };
}

function calledIn({ attrs, children }: CslNode): readonly string[] {
  const own = attrs["macro"] === undefined ? [] : [attrs["macro"]];
  const inner = children.flatMap((one) => (typeof one === "string" ? [] : calledIn(one)));
  return [...own, ...inner];
}

/** Where words first stand in a file; its beginning where they are written in another way. */
function placeOf(words: string, lines: readonly string[]): Lacking["at"] {
  const index = lines.findIndex((line) => line.includes(words));
  return { line: Math.max(index, 0) + 1, column: (lines[index]?.indexOf(words) ?? 0) + 1 };
}

/** Says where `edition.yaml` chooses a style that there is not; one whose file is broken is told there. */
export function checkChosenStyle(
  { settings, places }: ReadSettings,
  files: readonly string[],
  report: Report,
): void {
  const chosen = settings.citationStyle;
  const known = [...ownStyles.map(({ name }) => name), ...files.map(nameOf)];
  const place = places.get("citation-style");
  if (!place || known.includes(chosen)) return;
  report(
    "style-unknown",
    place,
    `no citation style "${chosen}"`,
    didYouMean(chosen, known, `name one of ${known.join(", ")}, or put its file into documents/`),
  );
}

/** `documents/our-press.csl` is `our-press`. */
function nameOf(file: string): string {
  return file.replace(/^.*\//u, "").replace(/\.csl$/u, "");
}

function titleOf(csl: CslNode): string | undefined {
  const title = textOf(child(child(csl, "info"), "title")).trim();
  return title === "" ? undefined : title;
}
