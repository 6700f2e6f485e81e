import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { startOf } from "../../diagnostics/place.ts";
import type { Apparatus } from "../../apparatus/apparatus.ts";
import { type ExportFormat, exportFormats } from "../../citation/formats/export-formats.ts";
import type { Document, Edition } from "../../edition/edition.ts";
import { packetsOf } from "../../reader/packet.ts";
import { editionExportAddress, exportAddress, permissionsAddress } from "../addresses.ts";
import { documentsOf, permissionsOf } from "../exports.ts";

/** How the ids of the records in a file are found. */
const IDS: Readonly<Record<ExportFormat["name"], (content: string) => readonly string[]>> = {
  ris: (content) => matches(content, /^ID {2}- (.*?)\r?$/gmu),
  biblatex: (content) => matches(content, /^@\w+\{([^,]*),$/gmu),
  "csl-json": idsInJson,
};

/** Whether the files beside the pages have each document that they should have, in its order, and no other. `read` gives a file's words, or nothing where it is not there. */
export function checkExports(
  edition: Edition,
  apparatus: Apparatus,
  read: (address: string) => string | undefined,
): readonly Diagnostic[] {
  const packets = packetsOf(edition, apparatus);
  const readers = edition.readers.map((reader) => ({
    owner: reader,
    documents: documentsOf({ packets }, reader),
  }));
  const tables = [...packets.values()].flatMap((packet) => {
    const { reader } = packet;
    if (documentsOf({ packets }, reader).length === 0) return [];
    const address = permissionsAddress(reader.id);
    const content = read(address);
    const wrong = (message: string) => [diagnose("output-export", startOf(reader.file), message)];
    if (content === undefined) return wrong(`${address} was not written`);
    const same = content === permissionsOf(packet, { edition, apparatus });
    return same ? [] : wrong(`${address} does not say what the edition says`);
  });
  const citations = exportFormats.flatMap((format) => {
    const check = (file: string, address: string, documents: readonly Document[]) => {
      const content = read(address);
      if (content === undefined)
        return [diagnose("output-export", startOf(file), `${address} was not written`)];
      const found = IDS[format.name](content);
      const wanted = documents.map(({ id }) => id);
      const first = wanted.findIndex((id, at) => found[at] !== id);
      if (first === -1 && found.length === wanted.length) return [];
      const message = `${address} lacks document ${wanted[first] ?? ""} at its place`;
      const surplus = `${address} has a document too many: ${found[wanted.length] ?? ""}`;
      return [diagnose("output-export", startOf(file), first === -1 ? surplus : message)];
    };
    return [
      ...apparatus.documents.flatMap((document) =>
        check(document.file, exportAddress(document, format.extension), [document]),
      ),
      ...readers.flatMap(({ owner, documents }) =>
        check(owner.file, exportAddress(owner, format.extension), documents),
      ),
      ...check(
        "documents/edition.yaml",
        editionExportAddress(format.extension),
        apparatus.documents,
      ),
    ];
  });
  return [...tables, ...citations];
}

function matches(content: string, pattern: RegExp): readonly string[] {
  return [...content.matchAll(pattern)].map(([, id = ""]) => id);
}

function idsInJson(content: string): readonly string[] {
  try {
    const records: unknown = JSON.parse(content);
    return Array.isArray(records) ? records.map(idOf) : [];
  } catch {
    return [];
  }
}

function idOf(record: unknown): string {
  return typeof record === "object" && record !== null && "id" in record ? String(record.id) : "";
}
