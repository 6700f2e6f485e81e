/** One field of a document, as it is asked for and as its file shows it. */
export interface AskedField {
  /** Its path in the front matter. */
  readonly name: string;
  /** What an editor is asked. */
  readonly question: string;
  /** What may stand there, shown with the question and in the file where nothing was given. */
  readonly example: string;
  /** The option that gives it where nobody can be asked: `--author`. */
  readonly option: string;
  /** What the help calls its value, where it is not some words. */
  readonly value?: string;
  /** Whether it may hold several values. */
  readonly several?: true;
  /** Written above it in the file, where it needs a word. */
  readonly comment?: string;
}

/** The fields that matter, in the order in which they are asked for and written; behind id, number and title. */
export const documentFields: readonly AskedField[] = [
  { name: "volume", question: "Volume", example: "letters", option: "--volume", value: "ID" },
  { name: "kind", question: "Kind", example: "letter", option: "--kind" },
  {
    name: "date",
    question: "Date",
    example: "1962-05-24",
    option: "--date",
    value: "DATE",
    comment: "A day, a month (1962-05), about (1962-05~), from to (1962-05-24/1962-05-28).",
  },
  {
    name: "place",
    question: "Place",
    example: "Moscow",
    option: "--place",
  },
  {
    name: "authors",
    question: "Authors",
    example: "Nikita Khrushchev",
    option: "--author",
    value: "NAME",
    several: true,
    comment: "People by their id in people.yaml, or by plain names.",
  },
  {
    name: "recipients",
    question: "Recipients",
    example: "Fidel Castro",
    option: "--recipient",
    value: "NAME",
    several: true,
  },
  {
    name: "languages",
    question: "Languages of the original",
    example: "ru",
    option: "--language",
    value: "TAG",
    several: true,
  },
  {
    name: "translators",
    question: "Translators",
    example: "Jane Doe",
    option: "--translator",
    value: "NAME",
    several: true,
  },
  {
    name: "classification",
    question: "Classification",
    example: "Top Secret",
    option: "--classification",
  },
  {
    name: "abstract",
    question: "What it says, in a sentence or two",
    example: "What it says, in a sentence or two of Markdown.",
    option: "--abstract",
  },
  {
    name: "source.archive",
    question: "Archive that keeps the original",
    example: "The archive that keeps the original",
    option: "--archive",
  },
  {
    name: "source.collection",
    question: "Collection",
    example: "The collection within it",
    option: "--collection",
  },
  {
    name: "source.location",
    question: "Box, folder, sheet",
    example: "Box 4, folder 11",
    option: "--location",
  },
  {
    name: "source.url",
    question: "Address on the web",
    example: "https://example.org/document",
    option: "--url",
    value: "URL",
  },
  {
    name: "rights.statement",
    question: "Rights statement",
    example: "The archive's statement, word for word.",
    option: "--rights",
  },
];
