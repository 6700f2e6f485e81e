import type { Reader } from "../../edition/edition.ts";
import { type Look, looks, papers } from "../../edition/reader-matter.ts";
import { permissionsAddress, relativeAddress } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import { type ExportLinkView, exportLinks } from "../exports.ts";
import { type PrintedFile, filesOfReader, printedAddress } from "../printed-files.ts";

/** What can be taken along of a reader. */
export interface DownloadsView {
  /** Printed files, by look and paper; empty where none are made. */
  readonly prints: readonly LookView[];
  /** Whether there is more than one of them. */
  readonly several: boolean;
  /** Its documents, for reference managers; empty where it has none. */
  readonly exports: readonly ExportLinkView[];
  /** What a permissions office asks; empty where it has no documents. */
  readonly permissions: string;
}

/** Printed files in one look. */
export interface LookView {
  /** "Large print" */
  readonly title: string;
  /** What the look is for; empty where there is only one. */
  readonly hint: string;
  readonly papers: readonly PaperView[];
}

/** Printed files in one look on one paper. */
export interface PaperView {
  /** "US Letter" */
  readonly title: string;
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
  const files = desk.pdf ? filesOfReader(desk, reader) : [];
  return {
    prints: printsIn(files, address),
    several: files.length > 1,
    exports: hasDocuments ? exportLinks(desk, address, reader) : [],
    permissions: hasDocuments ? relativeAddress(address, permissionsAddress(reader.id)) : "",
  };
}

function printsIn(files: readonly PrintedFile[], address: string): readonly LookView[] {
  const named = [...new Set(files.map(({ look }) => look))];
  return named.map((look) => {
    const inLook = files.filter((file) => file.look === look);
    return {
      title: lookTitle(look),
      hint: named.length > 1 ? looks[look] : "",
      papers: [...new Set(inLook.map(({ paper }) => paper))].map((paper) => ({
        title: papers[paper],
        files: inLook.filter((file) => file.paper === paper).map((file) => fileView(file, address)),
      })),
    };
  });
}

function fileView(file: PrintedFile, address: string): PrintFileView {
  return {
    part: file.week?.number === undefined ? "whole packet" : `week ${file.week.number}`,
    href: relativeAddress(address, printedAddress(file)),
    saveAs: printedAddress(file).split("/").slice(1).join("-"),
  };
}

/** "Large print" */
export function lookTitle(look: Look): string {
  const words = look.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
