import type { DocumentFields } from "../../edition/document-matter.ts";
import type { FieldDoubt } from "../../source/writing/markdown-file.ts";
import type { LeftBehind, Original } from "../ledger.ts";
import { leaving, leftOf } from "../reading/account.ts";
import { dateOf } from "../reading/dates.ts";
import { markdownOf } from "../reading/markdown-field.ts";
import { type Passage, keptLetters } from "../reading/passage.ts";
import { wordsOf } from "../reading/words.ts";
import type { Labeled } from "./information.ts";
import type { LabeledField } from "./labels.ts";
import { languageTag } from "./languages.ts";

type Source = NonNullable<DocumentFields["source"]>;
type Rights = NonNullable<DocumentFields["rights"]>;

/** Says of an abstract that it is not the edition's own. */
export const ARCHIVES_WORDS =
  "the abstract is the archive’s own wording: write your own, or keep it with credit";

/** A document's fields in the making, with what went into them. */
export class ItemFields {
  readonly matter: Partial<Omit<DocumentFields, "source" | "rights">> = {};
  readonly source: Source = {};
  readonly rights: Rights = {};
  readonly doubts: FieldDoubt[] = [];
  readonly originals: Original[] = [];
  readonly left: LeftBehind[] = [];
  readonly #taken = new Set<string>();

  /** Reads a label and its lines. */
  read({ field, label, values }: Labeled): void {
    this.left.push(...leaving("labels", "the fields' names say it", [label]));
    if (values.length > 0) this.take(field, values);
  }

  /** Takes lines into a field; what the field cannot hold is left and told. */
  take(field: LabeledField, values: readonly Passage[]): void {
    const reader = readers[field];
    if (this.#taken.has(reader.name)) {
      this.left.push(...leaving(`another ${reader.name}`, "the field is taken", values));
      this.doubts.push({
        field: reader.name,
        message: `the page gives another: ${oneLine(values)}`,
      });
      return;
    }
    this.#taken.add(reader.name);
    reader.read(this, values);
  }

  /** Takes down that lines stand in a field, and what of them does not. */
  keep(values: readonly Passage[], name: string): void {
    this.originals.push({
      text: values.map(keptLetters).join("\n"),
      order: "field",
      fields: [name],
    });
    this.left.push(...leftOf(values));
  }
}

/** How lines become a field. */
interface FieldReader {
  readonly name: string;
  readonly read: (fields: ItemFields, values: readonly Passage[]) => void;
}

const readers: Readonly<Record<LabeledField, FieldReader>> = {
  archive: line("source.archive", (fields, words) => (fields.source.archive = words)),
  authors: list("authors", (fields, words) => (fields.matter.authors = words)),
  classification: line("classification", (fields, words) => (fields.matter.classification = words)),
  collection: line("source.collection", (fields, words) => (fields.source.collection = words)),
  "contributed-by": line(
    "source.contributed-by",
    (fields, words) => (fields.source["contributed-by"] = words),
  ),
  contributors: list("contributors", (fields, words) => (fields.matter.contributors = words)),
  credits: list("source.credits", (fields, words) => (fields.source.credits = words)),
  date: date("date", (fields, edtf) => (fields.matter.date = edtf)),
  kind: line("kind", (fields, words) => (fields.matter.kind = words)),
  languages: { name: "languages", read: readLanguages },
  location: line("source.location", (fields, words) => (fields.source.location = words)),
  people: list("people", (fields, words) => (fields.matter.people = words)),
  places: list("places", (fields, words) => (fields.matter.places = words)),
  recipients: list("recipients", (fields, words) => (fields.matter.recipients = words)),
  "record-id": line("source.record-id", (fields, words) => (fields.source["record-id"] = words)),
  repository: line("source.repository", (fields, words) => (fields.source.repository = words)),
  rights: line("rights.statement", (fields, words) => (fields.rights.statement = words)),
  subjects: list("subjects", (fields, words) => (fields.matter.subjects = words)),
  summary: { name: "abstract", read: readAbstract },
  translators: list("translators", (fields, words) => (fields.matter.translators = words)),
  uploaded: date("source.uploaded", (fields, edtf) => (fields.source.uploaded = edtf)),
  url: { name: "source.url", read: readAddress },
};

function line(name: string, set: (fields: ItemFields, words: string) => void): FieldReader {
  return {
    name,
    read: (fields, values) => {
      set(fields, oneLine(values));
      fields.keep(values, name);
    },
  };
}

function list(name: string, set: (fields: ItemFields, words: string[]) => void): FieldReader {
  return {
    name,
    read: (fields, values) => {
      set(fields, values.map(wordsOf));
      fields.keep(values, name);
    },
  };
}

/** The words of a date are not its EDTF, and are told as left behind. */
function date(name: string, set: (fields: ItemFields, edtf: string) => void): FieldReader {
  return {
    name,
    read: (fields, values) => {
      const words = oneLine(values);
      const edtf = dateOf(words);
      if (edtf === undefined)
        fields.doubts.push({ field: name, message: `the date does not parse: ${words}` });
      else set(fields, edtf);
      const why = edtf === undefined ? "it is no date that can be read" : `it is now ${edtf}`;
      fields.left.push(...leaving("words of a date", why, values));
    },
  };
}

function readAbstract(fields: ItemFields, values: readonly Passage[]): void {
  fields.matter.abstract = markdownOf(values);
  fields.keep(values, "abstract");
  fields.doubts.push({ field: "abstract", message: ARCHIVES_WORDS });
}

function readLanguages(fields: ItemFields, values: readonly Passage[]): void {
  const names = values.flatMap((value) => wordsOf(value).split(/\s*[,;]\s*/u));
  const tags = names.map((name) => languageTag(name));
  fields.matter.languages = tags.flatMap((tag) => tag ?? []);
  for (const [index, name] of names.entries())
    if (tags[index] === undefined)
      fields.doubts.push({
        field: "languages",
        message: `no tag is known for the language ${name}`,
      });
  const told = tags.map((tag) => tag ?? "unknown").join(", ");
  fields.left.push(...leaving("names of languages", `their tags are given: ${told}`, values));
}

function readAddress(fields: ItemFields, values: readonly Passage[]): void {
  const words = oneLine(values);
  if (/^https?:\/\/\S+$/u.test(words) && URL.canParse(words)) {
    fields.source.url = words;
    fields.keep(values, "source.url");
  } else {
    fields.doubts.push({ field: "source.url", message: `the address cannot be read: ${words}` });
    fields.left.push(...leaving("an address", "it is none that a browser reads", values));
  }
}

function oneLine(values: readonly Passage[]): string {
  return values.map(wordsOf).join(" ");
}
