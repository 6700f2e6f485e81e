import { stringify } from "csv-stringify/sync";
import type { Permission } from "../reader/permissions.ts";

/** What stands over the columns, in their order. */
const COLUMNS: Readonly<Record<keyof Permission, string>> = {
  number: "Document",
  title: "Title",
  authors: "Authors",
  date: "Date",
  archive: "Archive",
  collection: "Collection and location",
  holder: "Rights holder",
  statement: "Rights statement",
  licence: "Licence",
  rightsUrl: "Terms on the web",
  sourceUrl: "Source on the web",
  editionUrl: "Page of this edition",
  wordsUsed: "Words used",
  wordsInWhole: "Words in the whole",
  share: "Share of the whole (percent)",
  paragraphs: "Paragraphs used",
  remarks: "Remarks",
  reader: "Reader",
  course: "Course",
  section: "Section",
  term: "Term",
  instructor: "Instructor",
};

/**
 * A table for a permissions office, as comma-separated values (RFC 4180). It begins with a byte order mark, without
 * which Excel would take UTF-8 for another encoding; other programs pass over it. What a spreadsheet would take for
 * a formula is written as text: editions may hold what others have sent in.
 */
export function permissionsCsv(permissions: readonly Permission[]): string {
  const columns = Object.entries(COLUMNS).map(([key, header]) => ({ key, header }));
  return stringify([...permissions], {
    columns,
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}
