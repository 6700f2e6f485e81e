import { stringify } from "yaml";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { readDocument } from "../../source/read-document.ts";
import { type AskedField, documentFields } from "./document-fields.ts";

/** What is known of a document that is to be written: values by their field's path. */
export interface NewDocument {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly isCalendared: boolean;
  readonly fields: ReadonlyMap<string, string | readonly string[]>;
}

/** The file of a new document: what is known in its fields, what is not as comments that teach. */
export function writeNewDocument(document: NewDocument): string {
  const { id, number, title, isCalendared } = document;
  return [
    "---",
    "# The id and the number never change once others cite them.",
    line("id", id),
    line("number", number),
    line("title", title),
    "# Whether an archive or an editor made the title, and not the document.",
    "# title-supplied: true",
    ...(isCalendared
      ? ["# Calendared: only described, by its abstract.", "status: calendared"]
      : [
          "# In full where nothing is said; excerpt, calendared (abstract only), withheld.",
          "# status: excerpt",
        ]),
    ...documentFields.flatMap((field, index) =>
      linesOf(field, documentFields[index - 1], document.fields),
    ),
    "# What it is about.",
    "# subjects:",
    "#   - The Cuban missile crisis",
    "# Whether the text was compared with the original.",
    "# verification:",
    "#   compared: true",
    "#   by: Jane Doe",
    "---",
    "",
    ...(isCalendared ? calendaredBody : fullBody),
    "",
  ].join("\n");
}

const headnote = [
  "<!-- Your introduction, shown before the document: take the arrows away.",
  "::: {.headnote}",
  "Why this document matters.",
  ":::",
  "-->",
];

const fullBody = [
  ...headnote,
  "",
  "<!-- Write the words of the document below this line, paragraphs between empty lines. A note: [^1], and at the",
  "     end of the file [^1]: its text. A page of the original: []{.pb n=187}. Words that cannot be read:",
  "     [illegible]{.gap}. -->",
];

const calendaredBody = [
  ...headnote,
  "",
  "<!-- A calendared document has no text here; its abstract is shown. -->",
];

function linesOf(
  { name, example, comment, several }: AskedField,
  before: AskedField | undefined,
  fields: NewDocument["fields"],
): readonly string[] {
  const [outer = "", inner] = name.split(".");
  const value = fields.get(name);
  const said = comment === undefined ? [] : [`# ${comment}`];
  if (inner === undefined) {
    const shown = value ?? example;
    const written = line(
      outer,
      several === true && typeof shown !== "string" ? listed(shown) : shown,
    );
    return [...said, value === undefined ? commented(written) : written];
  }
  const isGiven = [...fields.keys()].some((path) => path.startsWith(`${outer}.`));
  const isFirst = before?.name.split(".")[0] !== outer;
  const written = indented(line(inner, value ?? example));
  return [
    ...(isFirst ? [isGiven ? `${outer}:` : `# ${outer}:`] : []),
    value !== undefined ? written : isGiven ? `  # ${written.trimStart()}` : `# ${written}`,
  ];
}

/** One name stands alone. */
function listed(values: readonly string[]): string | readonly string[] {
  const [first, ...others] = values;
  return first !== undefined && others.length === 0 ? first : values;
}

function line(name: string, value: unknown): string {
  return stringify({ [name]: value }, { lineWidth: 100 }).trimEnd();
}

function commented(lines: string): string {
  return lines.replaceAll(/^/gm, "# ");
}

function indented(lines: string): string {
  return lines.replaceAll(/^/gm, "  ");
}

/** What the reader has to say of one field's value, or of a document's id, number or title: the first thing, in its words. */
export function problemWith(name: string, value: unknown): string | undefined {
  const [outer = "", inner] = name.split(".");
  const given = {
    id: "new-document",
    number: 1,
    title: "New",
    [outer]: inner === undefined ? value : { [inner]: value },
  };
  const found: Diagnostic[] = [];
  const lines = ["---", ...stringify(given).trimEnd().split("\n"), "---", "", "Words."];
  readDocument({ file: "", lines }, new Set(), (...said) => void found.push(diagnose(...said)));
  const [problem] = found;
  return problem && `${problem.message}; ${problem.mend}`;
}
