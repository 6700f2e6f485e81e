import type { Block } from "../../edition/text.ts";
import type { DocumentDraft, ImportedWork, Importer } from "../importer.ts";
import { countWords, lettersOf } from "../ledger.ts";
import type { LeftBehind, Original } from "../ledger.ts";
import { Refusal } from "../refusal.ts";

/**
 * A form for tests, a line a thing: `# title` begins a document, `% words` are left behind, `? words` is a
 * paragraph that an editor must look at, `@ID name` a person, `!` refuses the input, `~` loses the line's
 * words; all else is a paragraph.
 */
export const lineImporter: Importer = {
  name: "lines",
  label: "lines for tests",
  recognizes: ({ name }) => (name.endsWith(".lines") ? 1 : 0),
  read: async (input) => readLines(input.name, input.text()),
};

async function readLines(name: string, text: string): Promise<ImportedWork> {
  const stem = (name.split("/").at(-1) ?? name).replace(/\.\w+$/, "").replace(/^-$/, "input");
  const documents: (DocumentDraft & { blocks: Block[]; originals: Original[] })[] = [];
  const left: LeftBehind[] = [];
  const people: { id: string; name: string; sign: string }[] = [];
  const begin = (title: string, original: readonly Original[]): void => {
    const id = `${stem}${documents.length === 0 ? "" : `-${documents.length + 1}`}`.toLowerCase();
    documents.push({
      stem: id,
      matter: { id, title },
      doubts: [],
      blocks: [],
      notes: [],
      originals: [...original],
    });
  };
  for (const [index, line] of text.split("\n").entries()) {
    const place = { file: name, line: index + 1, column: 1 };
    const [, sign = "", words = ""] = /^([#%?@!~]?) ?(.*)$/su.exec(line) ?? [];
    if (sign !== "") left.push({ what: "mark", why: "it says what a line is", text: sign, place });
    if (sign === "!") throw new Refusal("it does not want to", "ask another time", place);
    if (words.trim() === "") continue;
    if (sign === "#") {
      begin(words.trim(), [{ text: words, order: "field", fields: ["title"] }]);
      continue;
    }
    if (sign === "%") {
      left.push({ what: "chatter", why: "it is no part of a document", text: words, place });
      continue;
    }
    if (sign === "@") {
      const [id = "", ...rest] = words.split(" ");
      people.push({ id, name: rest.join(" "), sign: id });
      left.push({ what: "id", why: "it stands before the name", text: id, place });
      continue;
    }
    if (documents.length === 0) begin("Untitled", []);
    const document = documents.at(-1);
    document?.originals.push({ text: words, order: "inline" });
    if (sign === "~") continue;
    document?.blocks.push({
      type: "paragraph",
      place,
      children: [
        { type: "text", value: words.trim(), place },
        ...(sign === "?"
          ? [{ type: "doubt", message: "an editor must look at this", place } as const]
          : []),
      ],
    });
  }
  return {
    documents,
    essays: [],
    readers: [],
    volumes: [],
    images: [],
    remarks: [],
    left,
    registers:
      people.length === 0
        ? []
        : [
            {
              register: "people",
              stem,
              originals: people.map((person) => ({
                text: person.name,
                order: "field",
                fields: [`${person.id}.name`],
              })),
              entries: people.map((person) => ({
                id: person.id,
                matter: { name: person.name },
                doubts: [],
              })),
            },
          ],
    counted: {
      letters: lettersOf(text).length,
      words: countWords(text),
      notes: 0,
      references: 0,
      pages: 0,
      people: 0,
    },
  };
}
