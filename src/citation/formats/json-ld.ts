import type { CitedDocument, CitedEdition } from "../cited-document.ts";
import type { CitedName } from "../cited-names.ts";

/** What a document is in the vocabulary of schema.org, which has no word for most of what archives keep. */
const KINDS: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/\bmaps?\b/iu, "Map"],
  [/\b(?:letter|telegram|cable|message)s?\b/iu, "Message"],
  [/\b(?:notes?|manuscript|diary|draft)\b/iu, "Manuscript"],
];

/** A document as JSON-LD in the vocabulary of schema.org, to stand in a `<script>` element. */
export function documentJsonLd(document: CitedDocument): string {
  return inScript({ "@context": "https://schema.org", ...described(document) });
}

function described(document: CitedDocument): object {
  const { kind = "", source, edition, rights, url, date } = document;
  const [, type = "CreativeWork"] = KINDS.find(([pattern]) => pattern.test(kind)) ?? [];
  return given({
    "@type": ["ArchiveComponent", type],
    "@id": url,
    name: document.title,
    alternateName: document.shortTitle,
    genre: document.kind,
    author: people(document.authors),
    // Only of messages does schema.org know to whom they went.
    recipient: type === "Message" ? people(document.recipients) : undefined,
    contributor: people(document.contributors),
    translator: people(document.translators),
    dateCreated: date?.edtf,
    locationCreated: named("Place", document.place),
    inLanguage: document.language,
    translationOfWork: original(document),
    abstract: document.abstract,
    keywords: document.subjects.length === 0 ? undefined : document.subjects,
    identifier: source.recordId,
    holdingArchive: archiveOf(document),
    itemLocation: [source.collection, source.location].filter(isGiven).join(", ") || undefined,
    sameAs: source.url,
    copyrightHolder: named("Organization", rights.holder),
    copyrightNotice: rights.statement,
    license: rights.licence,
    usageInfo: rights.url,
    url,
    encoding:
      document.pdf === undefined
        ? undefined
        : { "@type": "MediaObject", contentUrl: document.pdf, encodingFormat: "application/pdf" },
    position: document.number,
    isPartOf: editionOf(edition),
  });
}

function archiveOf({ source: { archive, place } }: CitedDocument): object | undefined {
  if (archive === undefined) return undefined;
  return given({ "@type": "ArchiveOrganization", name: archive, address: place });
}

/** Of a translation the text that was translated, as far as its language is known. */
function original({ language, originalLanguages }: CitedDocument): object | undefined {
  const others = originalLanguages.filter((one) => one !== language);
  return others.length === 0 ? undefined : { "@type": "CreativeWork", inLanguage: others };
}

function editionOf({ title, editors, publisher, date, release }: CitedEdition): object {
  return given({
    "@type": "Collection",
    name: title,
    editor: people(editors),
    publisher: named("Organization", publisher),
    datePublished: date,
    version: release,
  });
}

function named(type: string, name: string | undefined): object | undefined {
  return name === undefined ? undefined : { "@type": type, name };
}

/** A name that is not divided may be a body's or a person's; so nothing is said of what it is. */
function people(names: readonly CitedName[]): readonly object[] | undefined {
  if (names.length === 0) return undefined;
  return names.map((name) =>
    "literal" in name
      ? { name: name.literal }
      : {
          "@type": "Person",
          name: `${name.given} ${name.family}`,
          familyName: name.family,
          givenName: name.given,
        },
  );
}

function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isGiven(value)));
}

function isGiven<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}

/** JSON that ends no `<script>`, begins no comment, and is JavaScript as well. */
function inScript(value: object): string {
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/gu,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
