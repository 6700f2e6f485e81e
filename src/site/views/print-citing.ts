import type { Document, Reader } from "../../edition/edition.ts";
import { walk } from "../../edition/walk.ts";
import { addressOf, permanentUrl } from "../addresses.ts";
import type { Desk } from "../desk.ts";

/** How a printed reader is cited, in the edition's own style, as HTML. */
export interface PrintCiting {
  readonly reader: string;
  /** A place in it as it is named: "Doc. 2 ¶1"; empty where nothing in it has a number. */
  readonly coordinate: string;
  /** A note that cites the place. */
  readonly note: string;
}

/** How to cite a reader of these documents; nothing where no styles were given. */
export function printCiting(
  desk: Desk,
  reader: Reader,
  documents: readonly Document[],
): PrintCiting | undefined {
  const { citations } = desk;
  const style = citations?.styles[0];
  if (!citations || !style) return undefined;
  const url = permanentUrl(desk.edition, addressOf(reader));
  const cited = { ...reader.matter, id: reader.id, url };
  const whole = citations.citeReader({ reader: cited, style, form: "html" });
  const numbered = documents.find(hasNumbers);
  const document = citations.documents.get(numbered?.id ?? "");
  const pinpoint = { label: "paragraph", locator: "1" } as const;
  return {
    reader: whole.entry === "" ? whole.note : whole.entry,
    coordinate: document ? `Doc. ${document.number} ¶1` : "",
    note: document
      ? citations.cite({ document, style, as: "edition", form: "html", pinpoint }).note
      : "",
  };
}

/** How a document is cited as this edition prints it. */
export interface DocumentCiting {
  readonly entry: string;
  /** A place in it as it is named: "Doc. 2 ¶1"; empty where it has no numbers. */
  readonly coordinate: string;
  /** A note that cites the place. */
  readonly note: string;
}

/** How to cite a document from this edition, as HTML; nothing where no styles were given. */
export function documentCiting(desk: Desk, whole: Document): DocumentCiting | undefined {
  const { citations } = desk;
  const document = citations?.documents.get(whole.id);
  const style = citations?.styles[0];
  if (!citations || !document || !style) return undefined;
  const order = { document, style, as: "edition", form: "html" } as const;
  const { entry, note } = citations.cite(order);
  const pinpoint = { label: "paragraph", locator: "1" } as const;
  const numbered = hasNumbers(whole);
  return {
    entry: entry === "" ? note : entry,
    coordinate: numbered ? `Doc. ${document.number} ¶1` : "",
    note: numbered ? citations.cite({ ...order, pinpoint }).note : "",
  };
}

/** How a document is cited as its archive's original, in the edition's own style, as HTML; empty where no styles were given. */
export function documentCitation({ citations }: Desk, { id }: Document): string {
  const document = citations?.documents.get(id);
  const style = citations?.styles[0];
  if (!citations || !document || !style) return "";
  const { note, entry } = citations.citePlaced({ document, style, as: "original" });
  return entry === "" ? note.before + note.whole + note.after : entry;
}

function hasNumbers({ transcription }: Document): boolean {
  for (const node of walk(transcription))
    if (node.type === "paragraph" && node.number === 1) return true;
  return false;
}
