import { documentName } from "../apparatus/document-numbers.ts";
import { nameAsShown } from "../apparatus/name-as-shown.ts";
import { titleAsShown } from "../apparatus/title-as-shown.ts";
import { comparedIds } from "../edition/compared-ids.ts";
import type { Document } from "../edition/edition.ts";
import type { Division } from "../edition/text.ts";
import { dateElement } from "./dates.ts";
import { element, escapeHtml } from "./element.ts";
import type { Writer } from "./writer.ts";

/** The documents that a comparison sets side by side: number, date, from whom to whom, title. Nothing where it names none that the edition has. */
export function comparedDocuments(comparison: Division, writer: Writer): string {
  const documents = comparedIds(comparison).flatMap((id) => {
    const entity = writer.apparatus.byId.get(id);
    return entity?.kind === "document" ? [entity] : [];
  });
  if (documents.length === 0) return "";
  const heads = ["Document", "Date", "From and to", "Title"].map((words, at) =>
    element("th", { scope: "col", class: COLUMNS[at] }, words),
  );
  const rows = documents.map((document) => element("tr", {}, cellsOf(document, writer)));
  const table = element(
    "table",
    { class: "compared" },
    element("thead", {}, element("tr", {}, heads.join(""))) + element("tbody", {}, rows.join("")),
  );
  const screen =
    writer.medium === "screen"
      ? { tabindex: 0, role: "group", "aria-label": "Documents to compare" }
      : {};
  return element("div", { class: "table-box", ...screen }, table);
}

const COLUMNS = ["compared-number", "compared-date", "compared-parties", "compared-title"];

function cellsOf(document: Document, writer: Writer): string {
  const { date } = document.matter;
  const href = writer.href(document);
  const name = escapeHtml(documentName(writer.apparatus.numberOf(document)));
  const linked = href === undefined ? name : element("a", { class: "reference", href }, name);
  const page =
    writer.medium === "print" && href?.startsWith("#") === true
      ? element("span", { class: "page-of", "data-page-of": href.slice(1) })
      : "";
  const cells = [
    linked + page,
    date ? dateElement(date) : "undated",
    escapeHtml(partiesOf(document, writer)),
    escapeHtml(titleAsShown(document)),
  ];
  return cells.map((cell, at) => element("td", { class: COLUMNS[at] }, cell)).join("");
}

/** "S. P. Ivanov to N. S. Khrushchev". */
function partiesOf({ matter }: Document, { apparatus }: Writer): string {
  const named = (written: readonly string[]): string =>
    written.map((name) => nameAsShown(name, apparatus)).join(", ");
  const to = named(matter.recipients);
  return [named(matter.authors), ...(to === "" ? [] : [`to ${to}`])]
    .filter((part) => part !== "")
    .join(" ");
}
