import { holdingsOf, numbersOf } from "../../importers/plan/holdings.ts";
import { listEdition } from "../../source/edition-folder.ts";
import { readEdition } from "../../source/read-edition.ts";
import { type Put, putFile } from "../import/put-file.ts";
import {
  type Editor,
  type Known,
  type Surrounding,
  askDocument,
  idProblem,
  suggestId,
} from "./ask-document.ts";

import { type NewDocument, problemWith, writeNewDocument } from "./new-document.ts";

/** How adding a document ended. */
export type AddOutcome =
  | { readonly kind: "put"; readonly file: string; readonly put: Put }
  | { readonly kind: "refused"; readonly message: string }
  /** The editor went away: nothing was written. */
  | { readonly kind: "gone" };

/** Writes the file of one more document: asks the editor, or takes what is known where nobody can be asked. */
export async function addDocument(
  folder: string,
  known: Known,
  editor: Editor | undefined,
): Promise<AddOutcome> {
  const { edition } = await readEdition(folder);
  const { files } = await listEdition(folder);
  const holdings = holdingsOf(edition, Object.values(files).flat());
  const surrounding: Surrounding = {
    isTaken: (id) => holdings.ids.has(id) || holdings.files.has(fileOf(id)),
    volumes: edition.volumes.map(({ id }) => id),
    nextNumber: (volume) => numbersOf(holdings, volume).highest + 1,
    numberProblem(number, volume) {
      const holder = numbersOf(holdings, volume).files.get(number);
      return holder === undefined
        ? undefined
        : `${holder} has the number ${number}; choose another`;
    },
  };
  const problem = problemOf(known, surrounding);
  if (problem !== undefined) return { kind: "refused", message: problem };
  const document = editor
    ? await askDocument(known, surrounding, editor)
    : complete(known, surrounding);
  if (!document) return { kind: "gone" };
  const file = fileOf(document.id);
  const content = Buffer.from(writeNewDocument(document));
  return {
    kind: "put",
    file,
    put: putFile(file, content, { folder, force: false, dryRun: false }),
  };
}

function fileOf(id: string): string {
  return `documents/texts/${id}.md`;
}

/** What is wrong with what was given. */
function problemOf(
  { id, number, title, fields }: Known,
  surrounding: Surrounding,
): string | undefined {
  const volume = fields.get("volume");
  const given: readonly (readonly [string, unknown])[] = [
    ["title", title],
    ["number", number],
    ...fields,
  ];
  for (const [name, value] of given) {
    const problem = value === undefined ? undefined : problemWith(name, value);
    if (problem !== undefined) return problem;
  }
  if (id !== undefined) {
    const problem = idProblem(id, surrounding);
    if (problem !== undefined) return problem;
  }
  if (typeof volume === "string" && !surrounding.volumes.includes(volume))
    return `there is no volume "${volume}"; the volumes are ${surrounding.volumes.join(", ") || "none"}`;
  return number === undefined
    ? undefined
    : surrounding.numberProblem(number, typeof volume === "string" ? volume : undefined);
}

/** Without an editor: the title must be given, all else has a default or is left out. */
function complete(known: Known, surrounding: Surrounding): NewDocument {
  const { title = "", fields, isCalendared } = known;
  const volume = fields.get("volume");
  return {
    title,
    fields,
    isCalendared,
    id: known.id ?? suggestId(title, surrounding),
    number: known.number ?? surrounding.nextNumber(typeof volume === "string" ? volume : undefined),
  };
}
