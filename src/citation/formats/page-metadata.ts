import type { CitedDocument } from "../cited-document.ts";
import { inSmallLetters } from "../small-letters.ts";
import { plainLine } from "./plain-line.ts";
import { extraLines, rightsLine } from "./extra-lines.ts";
import { simpleDate } from "./simple-date.ts";
import { undividedName } from "./undivided-name.ts";
import type { CitedName } from "../cited-names.ts";

/** A `<meta>` element. */
export interface Meta {
  readonly name: string;
  readonly content: string;
}

/** The vocabularies that the names of the metadata are from, by their prefixes. */
export const vocabularies: Readonly<Record<string, string>> = {
  DC: "http://purl.org/dc/elements/1.1/",
  DCTERMS: "http://purl.org/dc/terms/",
  bib: "http://purl.org/net/biblio#",
  z: "http://www.zotero.org/namespaces/export#",
};

/**
 * What the head of a document's page says for reference managers: Dublin Core, and beside it Zotero's own
 * properties, without which Zotero takes it for a web page and loses its archive. Left out on purpose, since Zotero
 * would put it into the wrong field: citation_author, DC.contributor, DC.type, DC.source, DC.coverage, og: and article:.
 */
export function pageMetadata(document: CitedDocument): readonly Meta[] {
  const { title, kind, date, authors, source, edition } = document;
  const made = date && (simpleDate(date)?.join("-") ?? date.shown);
  const metas: readonly (readonly [name: string, content: string | undefined])[] = [
    ["citation_title", title],
    ["citation_pdf_url", document.pdf],
    ["DC.title", title],
    ...authors.map((name) => ["DC.creator", undividedName(name)] as const),
    ["DC.date", made],
    ["DC.language", document.language],
    ["DC.publisher", edition.publisher],
    ["DC.identifier", document.url],
    ["DC.rights", rightsLine(document)],
    ...document.subjects.map((subject) => ["DC.subject", subject] as const),
    ["DCTERMS.abstract", document.abstract],
    ["z:itemType", "manuscript"],
    ["z:manuscriptType", kind && inSmallLetters(kind)],
    ...names("bib:authors", authors),
    ...names("bib:contributors", document.contributors),
    ...names("z:translators", document.translators),
    ["z:archive", source.archive],
    ["z:archiveLocation", source.location],
    ["z:callNumber", source.recordId],
    ["z:shortTitle", document.shortTitle],
    ["z:rights", rightsLine(document)],
    ["z:url", document.url],
  ];
  const extra = extraLines(document).join("\n");
  return [
    ...metas.flatMap(([name, written]) => {
      const content = plainLine(written ?? "");
      return content === "" ? [] : [{ name, content }];
    }),
    { name: "z:extra", content: extra },
  ];
}

/** Zotero takes for an institution whatever has nothing behind its comma. */
function names(
  property: string,
  given: readonly CitedName[],
): readonly (readonly [string, string])[] {
  return given.map((name) => {
    const written = undividedName(name);
    return [property, "literal" in name ? `${written},` : written] as const;
  });
}
