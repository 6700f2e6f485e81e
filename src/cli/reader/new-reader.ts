import { stringify } from "yaml";
import { buildApparatus } from "../../apparatus/build-apparatus.ts";
import type { Edition } from "../../edition/edition.ts";
import { holdingsOf } from "../../importers/plan/holdings.ts";
import { listEdition } from "../../source/edition-folder.ts";
import { readEdition } from "../../source/read-edition.ts";
import { idProblem } from "../add/ask-document.ts";
import { problemWith } from "../add/new-document.ts";
import { type Put, putFile } from "../import/put-file.ts";

/** A reader to be written. */
export interface NewReader {
  readonly id: string;
  /** Made of the id where left out. */
  readonly title: string | undefined;
}

/** How writing a reader ended. */
export type NewReaderOutcome =
  | { readonly kind: "put"; readonly file: string; readonly put: Put }
  | { readonly kind: "refused"; readonly message: string };

/** Writes the file of one more reader, with a week to begin with. */
export async function newReader(folder: string, wanted: NewReader): Promise<NewReaderOutcome> {
  const { id, title = titleOf(id) } = wanted;
  const { edition } = await readEdition(folder);
  const { files } = await listEdition(folder);
  const file = `documents/readers/${id}.md`;
  const holdings = holdingsOf(edition, Object.values(files).flat());
  const isTaken = (one: string): boolean => holdings.ids.has(one) || holdings.files.has(file);
  const problem = idProblem(id, { isTaken }) ?? problemWith("title", title);
  if (problem !== undefined) return { kind: "refused", message: problem };
  const first = firstReading(edition);
  if (first === undefined)
    return {
      kind: "refused",
      message: "the edition has nothing to read yet; write a document first: scholium add",
    };
  const content = Buffer.from(readerText({ id, title, first }));
  return {
    kind: "put",
    file,
    put: putFile(file, content, { folder, force: false, dryRun: false }),
  };
}

/** "week-two" → "Week Two" */
function titleOf(id: string): string {
  return id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

/** The first document with a text, or else the first document, or else an essay. */
function firstReading(edition: Edition): string | undefined {
  const { documents } = buildApparatus(edition).apparatus;
  const first = documents.find(({ transcription }) => transcription.length > 0) ?? documents[0];
  return (first ?? edition.essays[0])?.id;
}

/** The file of a new reader: a week that can be written over, and all else as comments that teach. */
function readerText({ id, title, first }: Required<NewReader> & { readonly first: string }) {
  return `---
# The id is part of the address, and never changes.
${stringify({ id, title }, { lineWidth: 100 }).trimEnd()}
# subtitle: A Course Packet
# course: History 210
# section: "02"
# term: Spring 2027
# instructor: Your name
# description: What it is for, in a sentence.
# bring: What students bring to class, in a sentence.
# Each paper and each look gets a PDF: letter, a4; standard, large-print, wide-margin, duplex.
# paper: [letter, a4]
# look: [standard, large-print]
---

What the course is about, in a paragraph or two. This is Markdown, as everywhere: write over it.

<!-- A week, with its dates if you like: {.week title="The decision" date=2027-02-01/2027-02-05}. What stands before its first
     reading is its introduction. Three colons alone close what was opened last. -->

::: {.week title="The first week"}
What this week is about.

<!-- A part only: paragraphs="p1-p4, p6". How long it takes, if you know better: minutes=20. -->

::: {.reading of=${first} purpose="What it is read for, in a sentence."}
What to look for while reading.

::: {.questions kind=sourcing lines=4}
1. Who wrote this, and for whom?

   ::: answer
   For instructors alone: what a good answer says.
   :::
:::
:::

::: instructor
For instructors alone: how the hour may go.
:::
:::
`;
}
