import type { CitedDocument } from "../citation/cited-document.ts";
import { type ExportFormat, exportFormats } from "../citation/formats/export-formats.ts";
import type { Document, Entity, Reader } from "../edition/edition.ts";
import type { Packet } from "../reader/packet.ts";
import { permissionsFor } from "../reader/permissions.ts";
import {
  addressOf,
  editionExportAddress,
  exportAddress,
  permanentUrl,
  permissionsAddress,
  relativeAddress,
} from "./addresses.ts";
import type { Desk } from "./desk.ts";
import { permissionsCsv } from "./permissions-file.ts";
import { readingsOf } from "./views/readings.ts";

/** A file beside the pages that will be written: its address now, what is in it when its turn comes. */
export interface ExportPlan {
  readonly address: string;
  readonly content: () => string;
}

/** Files beside the pages: what permissions offices ask of readers, and files for reference managers. */
export function exportPlans(desk: Desk): readonly ExportPlan[] {
  return [...permissionPlans(desk), ...citationPlans(desk)];
}

/** A table for each reader that has documents. */
function permissionPlans(desk: Desk): readonly ExportPlan[] {
  return [...desk.packets.values()]
    .filter(({ readings }) => readings.some(({ entity }) => entity.kind === "document"))
    .map((packet) => ({
      address: permissionsAddress(packet.reader.id),
      content: () => permissionsOf(packet, desk),
    }));
}

/** The table of a packet's permissions. */
export function permissionsOf(
  packet: Packet,
  { edition, apparatus }: Pick<Desk, "edition" | "apparatus">,
): string {
  return permissionsCsv(
    permissionsFor(packet, apparatus, (document) => permanentUrl(edition, addressOf(document))),
  );
}

/** Of each document, of each reader's documents, of the whole edition; each in every form. */
function citationPlans(desk: Desk): readonly ExportPlan[] {
  if (!desk.citations) return [];
  const { apparatus, edition } = desk;
  const readers = edition.readers.map((reader) => ({
    owner: reader,
    documents: documentsOf(desk, reader),
  }));
  return exportFormats.flatMap((format) => [
    ...apparatus.documents.map((document) =>
      planned(desk, exportAddress(document, format.extension), format, [document]),
    ),
    ...readers.map(({ owner, documents }) =>
      planned(desk, exportAddress(owner, format.extension), format, documents),
    ),
    planned(desk, editionExportAddress(format.extension), format, apparatus.documents),
  ]);
}

/** The documents that a reader has, in its order. */
export function documentsOf(desk: Pick<Desk, "packets">, reader: Reader): readonly Document[] {
  return readingsOf(desk, reader).filter((reading) => reading.kind === "document");
}

function planned(
  { citations }: Desk,
  address: string,
  { write }: ExportFormat,
  documents: readonly Document[],
): ExportPlan {
  return {
    address,
    content: () =>
      write(
        documents.flatMap(({ id }): readonly CitedDocument[] => {
          const cited = citations?.documents.get(id);
          return cited ? [cited] : [];
        }),
      ),
  };
}

/** A link to a file for reference managers, for templates. */
export interface ExportLinkView {
  /** What the form is called: "RIS". */
  readonly title: string;
  readonly mediaType: string;
  readonly href: string;
}

/** Links from a page to an export in every form: of a document, a reader, or, where nothing is named, the edition; none where documents are not cited. */
export function exportLinks(desk: Desk, from: string, entity?: Entity): readonly ExportLinkView[] {
  if (!desk.citations) return [];
  return exportFormats.map(({ title, mediaType, extension }) => ({
    title,
    mediaType,
    href: relativeAddress(
      from,
      entity ? exportAddress(entity, extension) : editionExportAddress(extension),
    ),
  }));
}
