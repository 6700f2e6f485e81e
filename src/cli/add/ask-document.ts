import { idOf } from "../../importers/reading/slug.ts";
import { type AskedField, documentFields } from "./document-fields.ts";
import { type NewDocument, problemWith } from "./new-document.ts";

/** Somebody who answers questions; nothing once they have gone. */
export interface Editor {
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly tell: (words: string) => void;
}

/** What is known before anybody is asked. */
export interface Known {
  readonly id: string | undefined;
  readonly number: number | undefined;
  readonly title: string | undefined;
  readonly isCalendared: boolean;
  readonly fields: ReadonlyMap<string, string | readonly string[]>;
}

/** What of the edition matters for a new document. */
export interface Surrounding {
  readonly isTaken: (id: string) => boolean;
  readonly volumes: readonly string[];
  /** The next free number in a volume, or in none. */
  readonly nextNumber: (volume: string | undefined) => number;
  /** Why a number cannot be had, or nothing. */
  readonly numberProblem: (number: number, volume: string | undefined) => string | undefined;
}

/** The first id that is free, made of a title. */
export function suggestId(title: string, { isTaken }: Surrounding): string {
  const id = idOf(title);
  if (!isTaken(id)) return id;
  for (let number = 2; ; number += 1) if (!isTaken(`${id}-${number}`)) return `${id}-${number}`;
}

/** What is wrong with an id for something new, or nothing. */
export function idProblem(
  id: string,
  { isTaken }: Pick<Surrounding, "isTaken">,
): string | undefined {
  return (
    problemWith("id", id) ?? (isTaken(id) ? `the id "${id}" is taken; choose another` : undefined)
  );
}

/** Asks for everything that is not known yet. Nothing where the editor goes away. */
export async function askDocument(
  known: Known,
  surrounding: Surrounding,
  editor: Editor,
): Promise<NewDocument | undefined> {
  editor.tell("Enter alone leaves a field out; Ctrl-C writes nothing.");
  const title =
    known.title ?? (await askFor(editor, "Title", (answer) => problemWith("title", answer)));
  if (title === undefined) return undefined;
  const suggested = suggestId(title, surrounding);
  const id =
    known.id ?? (await askFor(editor, "Id", (answer) => idProblem(answer, surrounding), suggested));
  if (id === undefined) return undefined;

  const fields = new Map(known.fields);
  for (const field of documentFields) {
    if (fields.has(field.name) || (field.name === "volume" && surrounding.volumes.length === 0))
      continue;
    const answer = await askFor(
      editor,
      field.question + hintOf(field, surrounding),
      (words) => (words === "" ? undefined : problemWith(field.name, valueOf(field, words))),
      "",
    );
    if (answer === undefined) return undefined;
    if (answer !== "") fields.set(field.name, valueOf(field, answer));
  }
  const volume = fields.get("volume");
  const inVolume = typeof volume === "string" ? volume : undefined;
  const number = known.number ?? (await askNumber(editor, surrounding, inVolume));
  if (number === undefined) return undefined;
  return { id, number, title, isCalendared: known.isCalendared, fields };
}

async function askNumber(
  editor: Editor,
  { nextNumber, numberProblem }: Surrounding,
  volume: string | undefined,
): Promise<number | undefined> {
  const answer = await askFor(
    editor,
    "Number",
    (words) => problemWith("number", Number(words)) ?? numberProblem(Number(words), volume),
    String(nextNumber(volume)),
  );
  return answer === undefined ? undefined : Number(answer);
}

/** An example behind the question, where it does not say the same. */
function hintOf(
  { name, question, example, several }: AskedField,
  { volumes }: Surrounding,
): string {
  if (name === "volume") return ` (${volumes.join(", ")})`;
  if (several === true) return ` (${example}; …)`;
  return example.toLowerCase().startsWith(question.toLowerCase().slice(0, 8)) ||
    example.startsWith("The ")
    ? ""
    : ` (${example})`;
}

/** Names may hold commas, so several stand with semicolons. */
function valueOf({ several }: AskedField, words: string): string | readonly string[] {
  if (several !== true) return words;
  return words
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** Asks until the answer is good. `otherwise` is what Enter alone means. */
async function askFor(
  editor: Editor,
  question: string,
  problemOf: (answer: string) => string | undefined,
  otherwise?: string,
): Promise<string | undefined> {
  const shown =
    otherwise === undefined || otherwise === "" ? `${question}: ` : `${question} [${otherwise}]: `;
  for (;;) {
    const said = await editor.ask(shown);
    if (said === undefined) return undefined;
    const answer = said.trim() === "" ? (otherwise ?? "") : said.trim();
    const problem = problemOf(answer);
    if (problem === undefined) return answer;
    editor.tell(problem);
  }
}
