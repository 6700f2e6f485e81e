import type { Desk } from "../desk.ts";
import { documentName } from "../../apparatus/document-numbers.ts";
import { weekName } from "../../reader/packet-names.ts";
import type { PagePlan } from "../page-plan.ts";
import {
  DOCUMENTS_SOURCE,
  filesOfDocuments,
  filesOfReader,
  isOfReader,
  type PrintedFile,
  printSourceAddress,
} from "../printed-files.ts";
import { printDocumentsView } from "./print-documents.ts";
import { type HeldText, heldReading } from "./held-texts.ts";
import { printReaderView, textsOfReader } from "./print-reader.ts";

/** The sources of all printed files, where any are printed. They are taken away when that is done. */
export function printFilePages(desk: Desk): readonly PagePlan[] {
  if (!desk.pdf) return [];
  const files = desk.edition.readers.flatMap((reader) => filesOfReader(desk, reader));
  const documents = filesOfDocuments(desk);
  return [
    ...files.map((file) => ({
      address: printSourceAddress(file),
      template: "print/reader.njk",
      view: () => printReaderView(desk, file),
    })),
    ...(documents.length === 0
      ? []
      : [
          {
            address: DOCUMENTS_SOURCE,
            template: "print/documents.njk",
            view: () => printDocumentsView(desk, documents),
          },
        ]),
  ];
}

/** What a printed file is called, for its readers and while it is made. */
export function titleOfFile({ apparatus }: Pick<Desk, "apparatus">, file: PrintedFile): string {
  const { of, week } = file;
  if (of.kind === "reader")
    return week ? `${of.matter.title}. ${weekName(week, ". ")}` : of.matter.title;
  return `${documentName(apparatus.numberOf(of))}. ${of.matter.title}`;
}

/** The texts that a printed file holds. */
export function textsOfFile(desk: Pick<Desk, "apparatus">, file: PrintedFile): readonly HeldText[] {
  if (isOfReader(file)) return textsOfReader(desk, file);
  return file.of.kind === "document" ? [heldReading(file.of, desk.apparatus)] : [];
}
