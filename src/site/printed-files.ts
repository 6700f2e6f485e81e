import type { Document, Edition, Reader } from "../edition/edition.ts";
import type { Look, Paper } from "../edition/reader-matter.ts";
import type { Packet, PacketWeek } from "../reader/packet.ts";
import type { Desk } from "./desk.ts";

/** A PDF that is printed, and what is in it. */
export interface PrintedFile {
  /** From the website's root, without what it ends in: `readers/missiles`, `readers/missiles/week-2-large-print`, `documents/protocol-61`. */
  readonly name: string;
  readonly of: Reader | Document;
  /** The reader laid out; absent for a document. */
  readonly packet?: Packet;
  /** The week alone; absent for the whole. */
  readonly week?: PacketWeek;
  readonly paper: Paper;
  readonly look: Look;
}

/** A PDF of a reader, whole or of a week. */
export interface PrintedReaderFile extends PrintedFile {
  readonly of: Reader;
  readonly packet: Packet;
}

/** Whether a file is a reader's. */
export function isOfReader(file: PrintedFile): file is PrintedReaderFile {
  return file.of.kind === "reader" && file.packet !== undefined;
}

/** A document's own PDF. */
export interface PrintedDocumentFile extends PrintedFile {
  readonly of: Document;
}

/** A printed file's address. */
export function printedAddress({ name }: PrintedFile): string {
  return `${name}.pdf`;
}

/** Where the preview shows the pages of a printed file: `readers/missiles.pages.html`. No file of the website. */
export function pagesAddress({ name }: PrintedFile): string {
  return `${name}.pages.html`;
}

/**
 * Where the source of a printed file stands while it is printed: those of all readers in one folder, from which they
 * name pictures alike, so that what is set alike is printed by the same presses.
 */
export function printSourceAddress({ name }: PrintedFile): string {
  const [folder, ...rest] = name.split("/");
  return `${folder}/${rest.join(".")}.print.html`;
}

/**
 * The PDFs of a reader: the whole on each paper and in each look, then each week. The first is `readers/ID.pdf`; the
 * others lie in a folder of the reader's name and say what is different from the first: `week-2-large-print-a4`.
 */
export function filesOfReader(
  { edition, packets }: Pick<Desk, "edition" | "packets">,
  reader: Reader,
): readonly PrintedReaderFile[] {
  const packet = packets.get(reader.id);
  if (!packet) return [];
  const papers = reader.matter.paper ?? [edition.settings.paper];
  const looks = reader.matter.look ?? ["standard"];
  const weeks = packet.weeks.filter(({ number }) => number !== undefined);
  const parts = reader.matter.weekly && weeks.length > 1 ? [undefined, ...weeks] : [undefined];
  return parts.flatMap((week) =>
    looks.flatMap((look) =>
      papers.map((paper) => {
        const different = [
          week?.id,
          look === looks[0] ? undefined : look,
          paper === papers[0] ? undefined : paper,
        ].filter((word) => word !== undefined);
        const folder = `readers/${reader.id}`;
        const name = different.length === 0 ? folder : `${folder}/${different.join("-")}`;
        return { name, of: reader, packet, ...(week && { week }), paper, look };
      }),
    ),
  );
}

/** Where the source of all documents' own PDFs stands while they are printed. */
export const DOCUMENTS_SOURCE = "documents.print.html";

/** The documents' own PDFs, where the edition wants them: of all that are printed with their text. */
export function filesOfDocuments({
  edition,
  apparatus,
}: Pick<Desk, "edition" | "apparatus">): readonly PrintedDocumentFile[] {
  return apparatus.documents
    .filter((document) => hasOwnFile(edition, document))
    .map((document) => fileOfDocument(edition, document));
}

/** Whether a document has a PDF of its own: an abstract alone needs none. */
export function hasOwnFile({ settings }: Edition, { transcription }: Document): boolean {
  return settings.documentPdfs && transcription.length > 0;
}

/** The PDF of a document alone. */
export function fileOfDocument({ settings }: Edition, document: Document): PrintedDocumentFile {
  return {
    name: `documents/${document.id}`,
    of: document,
    paper: settings.paper,
    look: "standard",
  };
}
