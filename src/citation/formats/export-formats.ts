import type { CitedDocument } from "../cited-document.ts";
import { writeBiblatex } from "./biblatex.ts";
import { writeCslJson } from "./csl-json.ts";
import { writeRis } from "./ris.ts";

/** A form in which reference managers and other programs take documents. */
export interface ExportFormat {
  /** By what the command calls it. */
  readonly name: "ris" | "biblatex" | "csl-json";
  /** What it is called on pages. */
  readonly title: string;
  /** How its files end. */
  readonly extension: "ris" | "bib" | "json";
  readonly mediaType: string;
  /** A whole file: documents in the order in which they are given. */
  readonly write: (documents: readonly CitedDocument[]) => string;
}

/** The forms, in the order in which they are offered. */
export const exportFormats: readonly ExportFormat[] = [
  {
    name: "ris",
    title: "RIS",
    extension: "ris",
    mediaType: "application/x-research-info-systems",
    write: writeRis,
  },
  {
    name: "biblatex",
    title: "BibLaTeX",
    extension: "bib",
    mediaType: "application/x-bibtex",
    write: writeBiblatex,
  },
  {
    name: "csl-json",
    title: "CSL-JSON",
    extension: "json",
    mediaType: "application/vnd.citationstyles.csl+json",
    write: writeCslJson,
  },
];
