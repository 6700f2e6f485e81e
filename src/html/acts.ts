import { nameAsShown } from "../apparatus/name-as-shown.ts";
import { type ActAttribute, type ActName, acts } from "../edition/acts.ts";
import type { EditorialAct } from "../edition/text.ts";
import { element, escapeHtml, spoken } from "./element.ts";
import type { Writer } from "./writer.ts";

const actsByName = new Map(acts.map((row) => [row.name, row]));

/** Acts whose marks a screen reader passes over in silence, though without them the words would be taken for the document's. */
const SPOKEN: ReadonlySet<ActName> = new Set(["supplied", "unclear", "add", "del", "corr"]);

/** Acts whose words are an editor's own, and in an editor's language. */
const EDITORS: ReadonlySet<ActName> = new Set(["gap", "ident", "remark"]);

/** Elements that HTML has for an act of its own. */
const ELEMENTS: Readonly<Partial<Record<ActName, string>>> = { add: "ins", del: "del" };

/** An editorial act: its words between its marks, and what its attributes add. */
export function act(node: EditorialAct, writer: Writer): string {
  const row = actsByName.get(node.act);
  if (!row) throw new Error(`no act ${node.act}`);
  const { attributes } = node;
  const name = ELEMENTS[node.act];
  const words = writer.inlines(node.children, writer);
  const screen = writer.medium === "screen";
  const before = screen && SPOKEN.has(node.act) ? spoken(`${row.label}: `) : "";
  const after = screen && name ? spoken(`, end of ${row.label}`) : "";
  const by = whose(attributes.by, writer);
  const title = screen ? explain(row.label, attributes, by) : undefined;
  const editors = writer.voice === "document" && EDITORS.has(node.act);
  const lang = editors ? writer.editorsLanguage : undefined;
  return element(
    "span",
    { class: `act act-${node.act}`, title, lang },
    before +
      mark(row.before) +
      (name ? element(name, {}, words) : words) +
      detail(insideMarks(node)) +
      mark(node.act === "sic" && attributes.corr !== undefined ? "" : row.after) +
      detail(outsideMarks(node, by)) +
      after,
  );
}

function mark(letters: string): string {
  return letters === "" ? "" : element("span", { class: "mark" }, escapeHtml(letters));
}

function detail(words: string): string {
  return words === "" ? "" : element("span", { class: "act-detail" }, escapeHtml(words));
}

/** What a reader needs to see before the closing mark: doubt, and the original's reading of a corrected slip. */
function insideMarks({ act: name, attributes }: EditorialAct): string {
  const doubt = attributes.cert === "low" && name !== "unclear" ? "?" : "";
  const reading = name === "corr" && attributes.sic ? `, for “${attributes.sic}”` : "";
  return doubt + reading;
}

/** What stands behind the marks: the right reading of a slip, and whose hand added or struck out. */
function outsideMarks({ act: name, attributes }: EditorialAct, by: string): string {
  if (name === "sic" && attributes.corr !== undefined) return ` [sic, for “${attributes.corr}”]`;
  return (name === "add" || name === "del") && by !== "" ? ` [by ${by}]` : "";
}

/** Whose act it was: someone of the register by name, others as they are written. */
function whose(by: string | undefined, { apparatus }: Writer): string {
  return by === undefined ? "" : nameAsShown(by, apparatus);
}

/** The act in words, for a pointer that rests on it: "supplied, certainty low, by the translator". */
function explain(
  label: string,
  attributes: Readonly<Partial<Record<ActAttribute, string>>>,
  by: string,
): string {
  const parts = [label];
  if (attributes.cert !== undefined) parts.push(`certainty ${attributes.cert}`);
  if (attributes.reason !== undefined) parts.push(attributes.reason);
  if (by !== "") parts.push(`by ${by}`);
  return parts.join(", ");
}
