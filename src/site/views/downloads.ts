import type { Reader } from "../../edition/edition.ts";
import { type Look, looks, papers } from "../../edition/reader-matter.ts";
import { permissionsAddress, relativeAddress } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import { type ExportLinkView, exportLinks } from "../exports.ts";
import { type PrintedFile, filesOfReader, printedAddress } from "../printed-files.ts";

/** What can be taken along of a reader. */
export interface DownloadsView {
  /** Printed files, by look and paper; empty where none are made. */
  readonly prints: readonly PrintsView[];
  /** Its documents, for reference managers; empty where it has none. */
  readonly exports: readonly ExportLinkView[];
  /** What a permissions office asks; empty where it has no documents. */
  readonly permissions: string;
}

/** Printed files in one look on one paper. */
export interface PrintsView {
  /** "Large print, A4" */
  readonly title: string;
  /** What the look is for; empty where there is only one. */
  readonly hint: string;
  readonly files: readonly PrintFileView[];
}

/** A printed file as a list shows it. */
export interface PrintFileView {
  /** "whole packet", "week 2" */
  readonly part: string;
  readonly href: string;
  /** Under which name it is saved: `missiles-week-2-large-print.pdf`. */
  readonly saveAs: string;
}

/** Everything that can be taken along of a reader, for its page. */
export function downloadsOf(desk: Desk, reader: Reader, address: string): DownloadsView {
  const hasDocuments =
    desk.packets.get(reader.id)?.readings.some(({ entity }) => entity.kind === "document") ?? false;
  return {
    prints: desk.pdf ? printsIn(filesOfReader(desk, reader), address) : [],
    exports: hasDocuments ? exportLinks(desk, address, reader) : [],
    permissions: hasDocuments ? relativeAddress(address, permissionsAddress(reader.id)) : "",
  };
}

function printsIn(files: readonly PrintedFile[], address: string): readonly PrintsView[] {
  const several = new Set(files.map(({ look }) => look)).size > 1;
  const rows = new Map<string, { readonly look: Look; readonly files: PrintFileView[] }>();
  for (const file of files) {
    const title = `${lookTitle(file.look)}, ${papers[file.paper]}`;
    const row = rows.get(title) ?? { look: file.look, files: [] };
    rows.set(title, row);
    row.files.push({
      part: file.week?.number === undefined ? "whole packet" : `week ${file.week.number}`,
      href: relativeAddress(address, printedAddress(file)),
      saveAs: printedAddress(file).split("/").slice(1).join("-"),
    });
  }
  return [...rows].map(([title, row]) => ({
    title,
    hint: several ? looks[row.look] : "",
    files: row.files,
  }));
}

/** "Large print" */
export function lookTitle(look: Look): string {
  const words = look.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
