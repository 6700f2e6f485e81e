import { buildApparatus } from "../apparatus/build-apparatus.ts";
import type { CitedAs } from "../citation/project-document.ts";
import type { Citations } from "../citation/citations.ts";
import type { CitationStyle } from "../citation/csl-style.ts";
import { type ExportFormat, exportFormats } from "../citation/formats/export-formats.ts";
import { citePlace } from "../citation/cited-place.ts";
import { type CitedCoordinate, pinpointOf } from "../citation/pinpoint.ts";
import type { CitationForm } from "../citation/style-engine.ts";
import { type Diagnostic, applySeverities, hasErrors } from "../diagnostics/diagnostic.ts";
import { formatDiagnostic } from "../diagnostics/report.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import { readCoordinate } from "../edition/coordinates.ts";
import type { Document, Edition } from "../edition/edition.ts";
import { streamsOf } from "../edition/own-streams.ts";
import { walk } from "../edition/walk.ts";
import { type Desk, layDesk } from "../site/desk.ts";
import { checkCitationStyles } from "../site/own/check-citation-styles.ts";
import { loadStyles } from "../source/citation/load-styles.ts";
import { readEdition } from "../source/read-edition.ts";

/** What to cite, and how. */
export interface CiteOrder {
  /** The folder that holds `documents/`. */
  readonly folder: string;
  /** An id, with or without a paragraph or note: `protocol-61`, `protocol-61:p6`. */
  readonly what: string;
  readonly format: CitationForm | ExportFormat["name"];
  /** The edition's own style where left out. */
  readonly style?: string;
  /** Both ways where left out. */
  readonly as?: CitedAs;
}

/** Lines for the terminal, or why there are none. */
export type CiteOutcome =
  | { readonly kind: "cited"; readonly lines: readonly string[] }
  | {
      readonly kind: "refused";
      readonly message: string;
      /** Whether the message begins with a place in the edition. */
      readonly place?: true;
    };

const WAYS: readonly (readonly [as: CitedAs, heading: string])[] = [
  ["original", "The original, as edited here"],
  ["edition", "This edition’s document"],
];

/** Cites a document of an edition, or a place in it. */
export async function citeOnTerminal(order: CiteOrder): Promise<CiteOutcome> {
  const { edition, diagnostics } = await readEdition(order.folder);
  const { apparatus } = buildApparatus(edition);
  const citing = await loadStyles(edition.settings.language, edition.styles);
  const desk = layDesk({ edition, apparatus, pdf: false, citing });
  const { citations } = desk;
  const [id = "", ...behind] = order.what.split(":");
  const coordinate = behind.join(":");
  const document = desk.apparatus.documents.find((one) => one.id === id);
  const cited = citations?.documents.get(id);
  if (!document || !citations || !cited) {
    const ids = desk.apparatus.documents.map((one) => one.id);
    const errors = hasErrors(diagnostics) ? "; the edition has errors: see scholium check" : "";
    const mend = didYouMean(id, ids, "name one by the id in its front matter");
    return refused(`there is no document "${id}"${errors}; ${mend}`);
  }

  const place = placeIn(desk, document, coordinate);
  if ("message" in place) return refused(place.message);
  const format = exportFormats.find(({ name }) => name === order.format);
  if (format) {
    const record = place.coordinate ? citePlace(cited, place.coordinate) : cited;
    return { kind: "cited", lines: [format.write([record]).replace(/\n$/u, "")] };
  }
  const broken = await brokenStyle(edition, diagnostics, order.style);
  if (broken !== undefined) return { kind: "refused", message: broken, place: true };
  const style = styleNamed(citations, order.style);
  if ("message" in style) return refused(style.message);

  const pinpoint = place.coordinate ? { pinpoint: pinpointOf(place.coordinate) } : {};
  const form = order.format === "html" ? "html" : "text";
  const ways = WAYS.filter(([as]) => order.as === undefined || as === order.as);
  const lines = ways.flatMap(([as, heading]) => {
    const { note, entry } = citations.cite({ document: cited, style, as, form, ...pinpoint });
    return [
      "",
      heading,
      `${style.inNotes ? "Note" : "In the text"}: ${note}`,
      ...(entry === "" ? [] : [`Bibliography: ${entry}`]),
    ];
  });
  return { kind: "cited", lines: [`${style.title} (${style.name})`, ...lines] };
}

function refused(message: string): CiteOutcome {
  return { kind: "refused", message };
}

/** What is wrong with the file of a style of the edition's own, or with the edition's choice, with its place; nothing where nothing is. */
async function brokenStyle(
  edition: Edition,
  diagnostics: readonly Diagnostic[],
  asked: string | undefined,
): Promise<string | undefined> {
  const name = asked ?? edition.settings.citationStyle;
  const problems = applySeverities(
    [...diagnostics, ...(await checkCitationStyles(edition))],
    edition.settings.rules,
  );
  const found = problems.find(
    ({ rule, severity, place }) =>
      severity === "error" &&
      ((rule === "style-unknown" && asked === undefined) ||
        (rule.startsWith("style-") && place.file.endsWith(`/${name}.csl`))),
  );
  return found && formatDiagnostic(found);
}

function styleNamed(
  { styles }: Citations,
  name: string | undefined,
): CitationStyle | { readonly message: string } {
  const names = styles.map((style) => style.name);
  const style = name === undefined ? styles[0] : styles.find((one) => one.name === name);
  if (style) return style;
  const mend = didYouMean(name ?? "", names, `choose one of ${names.join(", ")}`);
  return { message: `there is no style "${name ?? ""}"; ${mend}` };
}

/** The paragraph or note that is written behind the colon; nothing for the whole document. */
function placeIn(
  desk: Desk,
  document: Document,
  written: string,
): { readonly coordinate?: CitedCoordinate } | { readonly message: string } {
  if (written === "") return {};
  const coordinate = readCoordinate(written, streamsOf(desk.edition.settings));
  const notes = (desk.apparatus.notes.get(document.id) ?? []).map(({ id }) => id);
  const known: readonly string[] = [...paragraphsOf(document), ...notes];
  if (coordinate.kind !== "anchor" && known.includes(written)) return { coordinate };
  return {
    message: `${document.id} has no paragraph or note "${written}"; ${whatThereIs(known)}`,
  };
}

/** Coordinates of what is numbered in a transcription: `p1`, `p2`. */
function paragraphsOf({ transcription }: Document): readonly string[] {
  const numbers: string[] = [];
  for (const node of walk(transcription))
    if ((node.type === "paragraph" || node.type === "table") && node.number !== undefined)
      numbers.push(`p${node.number}`);
  return numbers;
}

/** "it has p1 to p9, n1, tr1 to tr3": each kind is numbered from 1. */
function whatThereIs(coordinates: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const coordinate of coordinates) {
    const kind = coordinate.replace(/\d+$/u, "");
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const ranges = [...counts].map(([kind, count]) =>
    count === 1 ? `${kind}1` : `${kind}1 to ${kind}${count}`,
  );
  return ranges.length === 0 ? "it can be cited as a whole" : `it has ${ranges.join(", ")}`;
}
