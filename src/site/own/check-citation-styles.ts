import { type CitedDocument, citedEdition } from "../../citation/cited-document.ts";
import { makeStyle } from "../../citation/csl-style.ts";
import { placeNote } from "../../citation/placed-note.ts";
import { projectDocument } from "../../citation/project-document.ts";
import { makeStyleEngine } from "../../citation/style-engine.ts";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { startOf } from "../../diagnostics/place.ts";
import { readDate } from "../../edition/date.ts";
import type { Edition } from "../../edition/edition.ts";
import type { CslLocale, NamedCsl } from "../../edition/citation-styles.ts";
import { loadStyles } from "../../source/citation/load-styles.ts";

/** What is wrong with the citation styles that an edition has of its own, found by citing with them: what is well-formed may still ask for what it does not have. */
export async function checkCitationStyles({
  styles,
  settings,
}: Pick<Edition, "styles" | "settings">): Promise<readonly Diagnostic[]> {
  if (styles.length === 0) return [];
  const { locale } = await loadStyles(settings.language);
  const sample = sampleOf(settings);
  return styles.flatMap((style) => {
    const fault = faultOf(style, locale, sample);
    return fault === undefined
      ? []
      : [diagnose("style-invalid", startOf(`documents/${style.name}.csl`), fault)];
  });
}

function faultOf(
  { name, title, csl, id }: NamedCsl,
  locale: CslLocale,
  sample: CitedDocument,
): string | undefined {
  try {
    const style = makeStyle(name, title, csl, id);
    const engine = makeStyleEngine(style, locale);
    for (const as of ["original", "edition"] as const) {
      const item = projectDocument(sample, style, { as, form: "note" });
      const note = placeNote((pinpoint) => engine.note(item, "html", pinpoint ? [pinpoint] : []));
      if (note.before + note.whole + note.after === "") return "it cites a document with nothing";
      const entry = engine.entry(projectDocument(sample, style, { as, form: "entry" }), "html");
      if (style.hasEntries && entry === "") return "its <bibliography> has nothing for a document";
    }
    return undefined;
  } catch (error) {
    const [said = ""] = String(error instanceof Error ? error.message : error).split("\n");
    return `citations cannot be written by it: ${said.replace(/\.$/u, "")}`;
  }
}

/** A document that has all that styles ask for. */
function sampleOf(settings: Edition["settings"]): CitedDocument {
  const person = { family: "Writer", given: "A." };
  const date = readDate("1962-05-24");
  return {
    id: "sample",
    number: "1",
    title: "A letter",
    titleSupplied: false,
    kind: "letter",
    status: "full",
    authors: [person],
    recipients: [person],
    contributors: [],
    translators: [person],
    ...(date ? { date } : {}),
    source: { archive: "An archive", collection: "A collection", location: "Box 1" },
    edition: citedEdition({ settings }),
    url: "https://edition.example/documents/sample.html",
    language: "en",
    originalLanguages: [],
    rights: {},
    subjects: [],
  };
}
