import type { Document, Essay } from "../../edition/edition.ts";
import type { PacketReading } from "../../reader/packet.ts";
import { qrCode } from "../../html/qr-code.ts";
import { addressOf } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import type { Holds, Mentioned } from "./held-texts.ts";
import { documentCitation } from "./print-citing.ts";

/** What a printed file refers to and does not hold, or holds in part. */
export interface OutsideEntry {
  /** Where it stands in the list: `outside--protocol-61`. */
  readonly id: string;
  /** "Document 5"; empty for an essay. */
  readonly number: string;
  readonly title: string;
  /** "Read here in part: ¶¶ 3–7 of 13."; empty where nothing of it is here. */
  readonly extent: string;
  /** How to cite it, as HTML; empty where no styles were given. */
  readonly citation: string;
  /** Where it can be read; empty where nobody knows. */
  readonly address: string;
  /** The same as a QR code, HTML; empty where none is asked for. */
  readonly code: string;
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

/** The list of what is outside, in the edition's order: documents, then essays that can be read somewhere. */
export function outsideEntries(
  desk: Desk,
  outside: ReadonlySet<string>,
  { qr, extentOf }: { readonly qr: boolean; readonly extentOf: (id: string) => string },
): readonly OutsideEntry[] {
  const all = [...desk.apparatus.documents, ...desk.essays];
  return all.flatMap((entity) => {
    if (!outside.has(entity.id)) return [];
    const address = addressOnWeb(desk, entity);
    const number = entity.kind === "document" ? `Document ${desk.apparatus.numberOf(entity)}` : "";
    const extent = extentOf(entity.id);
    return [
      {
        id: outsideId(entity.id),
        number,
        title: entity.matter.title,
        extent: extent === "" ? "" : `Here in part: ${extent}.`,
        citation: entity.kind === "document" ? documentCitation(desk, entity) : "",
        address,
        code:
          qr && address !== ""
            ? qrCode(address, `QR code of the address of ${number || entity.matter.title}`)
            : "",
      },
    ];
  });
}

/** Where a document or an essay can be read: on its page, or where its source shows it. */
function addressOnWeb({ edition }: Desk, entity: Document | Essay): string {
  const { url } = edition.settings;
  if (url !== undefined) return `${url.replace(/\/$/u, "")}/${addressOf(entity)}`;
  return entity.kind === "document" ? (entity.matter.source.url ?? "") : "";
}
