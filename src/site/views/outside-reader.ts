import { titleAsShown } from "../../apparatus/title-as-shown.ts";
import type { Document, Essay } from "../../edition/edition.ts";
import { qrCode } from "../../html/qr-code.ts";
import { extentOf } from "../../reader/extent.ts";
import type { PacketReading, PacketWeek } from "../../reader/packet.ts";
import { addressOf, permanentUrl } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import type { PrintedReaderFile } from "../printed-files.ts";
import type { Holds, Mentioned } from "./held-texts.ts";
import { documentCitation } from "./print-citing.ts";

/** What a printed file refers to and does not hold, or holds in part. */
export interface OutsideEntry {
  /** Where it stands in the list: `outside--protocol-61`. */
  readonly id: string;
  /** "Document 5"; empty for an essay. */
  readonly number: string;
  readonly title: string;
  /** "Here in part: ¶¶ 3–7 of 13.", "In week 3 of this reader."; empty where the reader has nothing of it. */
  readonly inReader: string;
  /** How to cite it, as HTML; empty where no styles were given. */
  readonly citation: string;
  /** Where it can be read on the web; empty where nobody knows. */
  readonly address: string;
  /** Which page of the edition's website it is, where nobody knows where on the web that is; empty otherwise. */
  readonly page: string;
  /** The same as a QR code, HTML; empty where none is asked for. */
  readonly code: string;
}

/** What the list is headed with: of a week alone, the other weeks are outside too. */
export function outsideTitle({ week }: Pick<PrintedReaderFile, "week">): string {
  return week ? "Outside This Week" : "Outside This Reader";
}

/** The id under which what is outside of a printed file is listed in it. */
export function outsideId(id: string): string {
  return `outside--${id}`;
}

/** The documents and essays to which a file's texts refer, or which they compare, and which it does not hold, and those of which it holds an excerpt. */
export function outsideOf(
  { apparatus }: Pick<Desk, "apparatus">,
  { references, compared }: Pick<Mentioned, "references" | "compared">,
  readings: readonly PacketReading[],
  holds: Holds,
): ReadonlySet<string> {
  const outside = new Set(readings.filter(({ ranges }) => ranges).map(({ whole }) => whole.id));
  for (const reference of references) {
    const { entity, coordinate } = apparatus.references.get(reference) ?? {};
    if (entity?.kind !== "document" && entity?.kind !== "essay") continue;
    if (!holds(entity, coordinate)) outside.add(entity.id);
  }
  for (const id of compared) {
    const entity = apparatus.byId.get(id);
    if (entity?.kind === "document" && !holds(entity)) outside.add(id);
  }
  return outside;
}

/** The list of what is outside of a file, in the edition's order: documents, then essays. */
export function outsideEntries(
  desk: Desk,
  outside: ReadonlySet<string>,
  file: PrintedReaderFile,
): readonly OutsideEntry[] {
  const weeks = new Map(
    file.packet.weeks.flatMap((week) =>
      week.readings.map((reading) => [reading.whole.id, { week, reading }] as const),
    ),
  );
  const all = [...desk.apparatus.documents, ...desk.essays];
  return all
    .filter(({ id }) => outside.has(id))
    .map((entity) => {
      const { id, matter } = entity;
      const number =
        entity.kind === "document" ? `Document ${desk.apparatus.numberOf(entity)}` : "";
      const address = addressOnWeb(desk, entity);
      const named = `QR code of the address of ${number || matter.title}`;
      const found = weeks.get(id);
      return {
        id: outsideId(id),
        number,
        title: titleAsShown(entity),
        inReader: found ? placeInReader(found, file) : "",
        citation: entity.kind === "document" ? documentCitation(desk, entity) : "",
        address,
        page: address === "" ? addressOf(entity) : "",
        code: file.of.matter.qr && address !== "" ? qrCode(address, named) : "",
      };
    });
}

/** Where and how much of something a reader has, as one of its files says it. */
function placeInReader(
  { week, reading }: { readonly week: PacketWeek; readonly reading: PacketReading },
  file: Pick<PrintedReaderFile, "week">,
): string {
  const extent = extentOf(reading);
  const here = !file.week || file.week.id === week.id;
  if (here) return extent === undefined ? "" : `Here in part: ${extent}.`;
  const place =
    week.number === undefined
      ? "Among the further readings of this reader"
      : `In week ${week.number} of this reader`;
  return extent === undefined ? `${place}.` : `${place}, in part: ${extent}.`;
}

/** Where a document or an essay can be read: on its page, or where its source shows it. */
function addressOnWeb({ edition }: Pick<Desk, "edition">, entity: Document | Essay): string {
  const source = entity.kind === "document" ? entity.matter.source.url : undefined;
  return permanentUrl(edition, addressOf(entity)) ?? source ?? "";
}
