import { documentJsonLd } from "../../citation/formats/json-ld.ts";
import { type Meta, pageMetadata, vocabularies } from "../../citation/formats/page-metadata.ts";
import type { Document } from "../../edition/edition.ts";
import type { Desk } from "../desk.ts";
import { type ExportLinkView, exportLinks } from "../exports.ts";

/** What the head of a document's page says for reference managers and search engines. */
export interface MetadataView {
  /** The vocabularies of the metadata, by prefix. */
  readonly vocabularies: readonly { readonly prefix: string; readonly href: string }[];
  readonly metas: readonly Meta[];
  /** The same document in files for reference managers. */
  readonly exports: readonly ExportLinkView[];
  /** The address by which the document is cited; empty where the edition has none on the web. */
  readonly citeAs: string;
  /** Stands in a `<script>` as it is. */
  readonly jsonLd: string;
}

/** The metadata of a document's page; nothing where documents are not cited. */
export function metadataOf(
  desk: Desk,
  document: Document,
  address: string,
): MetadataView | undefined {
  const cited = desk.citations?.documents.get(document.id);
  if (!cited) return undefined;
  return {
    vocabularies: Object.entries(vocabularies).map(([prefix, href]) => ({ prefix, href })),
    metas: pageMetadata(cited),
    exports: exportLinks(desk, address, document),
    citeAs: cited.url ?? "",
    jsonLd: documentJsonLd(cited),
  };
}
