import type { Block, Note } from "../../edition/text.ts";

/** What an importer could not decide about a field: a comment `# doubt: …` above it, of which a check warns. */
export interface FieldDoubt {
  /** The field's path in dots, as the file writes it: `date`, `source.record-id`. */
  readonly field: string;
  /** What is doubtful, one sentence or half of one on one line. */
  readonly message: string;
}

/** A Markdown file with front matter that is to be written. Its places do not matter. */
export interface MarkdownFile<Fields> {
  /** Fields as the front matter spells them. What is absent, empty or the default is not written. */
  readonly matter: Fields;
  readonly doubts: readonly FieldDoubt[];
  /** The body in the file's order, teaching parts where they are to stand. */
  readonly blocks: readonly Block[];
  /** Notes in the order in which they are to be defined, behind the body. */
  readonly notes: readonly Note[];
}
