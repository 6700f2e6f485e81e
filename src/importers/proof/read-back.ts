import type { z } from "zod";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { documentMatterSchema } from "../../edition/document-matter.ts";
import type { RegisterName } from "../../edition/edition.ts";
import { essayMatterSchema } from "../../edition/essay-matter.ts";
import { readerMatterSchema } from "../../edition/reader-matter.ts";
import { registerMatterSchema } from "../../edition/register-matter.ts";
import { volumeMatterSchema } from "../../edition/volume-matter.ts";
import type { Streams } from "../../edition/streams.ts";
import type { Block, Note } from "../../edition/text.ts";
import type { Report } from "../../source/markdown/reading.ts";
import { partBody } from "../../source/part-body.ts";
import { readDocument } from "../../source/read-document.ts";
import { readEssay } from "../../source/read-essay.ts";
import { readReader } from "../../source/read-reader.ts";
import { readRegister } from "../../source/read-register.ts";
import { readVolumes } from "../../source/read-volumes.ts";
import type { TextFile } from "../../source/text-file.ts";
import { normalBlocks, normalNotes } from "../../source/writing/normal-form.ts";
import type { MarkdownFile } from "../../source/writing/markdown-file.ts";
import type { RegisterEntryDraft } from "../importer.ts";
import { matchLetters } from "./match-letters.ts";
import { segmentsOf } from "./segments.ts";
import { type Difference, type Tidy, firstDifference, tidy } from "./tidy-text.ts";

/** What came of reading a written file back. */
export interface ReadBack {
  /** Where the file does not say what the draft says; nothing where it does. */
  readonly difference: Difference | undefined;
  /** What the reader has to say about the file by itself. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a written document back. */
export function readBackDocument(
  text: TextFile,
  draft: MarkdownFile<unknown>,
  images: ReadonlySet<string>,
  streams: Streams,
): ReadBack {
  return reading((report) => {
    const read = readDocument(text, images, report, streams);
    if (!read) return { wanted: "a document", got: "nothing" };
    return {
      wanted: {
        matter: parsed(documentMatterSchema, draft.matter),
        ...tidyParts(partBody(normalBlocks(draft.blocks), () => {})),
        notes: tidy(normalNotes(draft.notes)),
        // Before the normal form, so that nothing is lost in bringing the text into it.
        ...lostWords(
          inFileOrder(partBody(draft.blocks, () => {})),
          draft.notes,
          inFileOrder(read),
          read.notes,
        ),
      },
      got: { matter: tidy(read.matter), ...tidyParts(read), notes: tidy(read.notes) },
    };
  });
}

/** Reads a written essay back. */
export function readBackEssay(
  text: TextFile,
  draft: MarkdownFile<unknown>,
  images: ReadonlySet<string>,
  streams: Streams,
): ReadBack {
  return reading((report) =>
    sides(essayMatterSchema, draft, readEssay(text, images, report, streams)),
  );
}

/** Reads a written reader back. */
export function readBackReader(
  text: TextFile,
  draft: MarkdownFile<unknown>,
  images: ReadonlySet<string>,
  streams: Streams,
): ReadBack {
  return reading((report) =>
    sides(readerMatterSchema, draft, readReader(text, images, report, streams)),
  );
}

/** Reads a written register back. */
export function readBackRegister(
  text: TextFile,
  register: RegisterName,
  entries: readonly RegisterEntryDraft[],
  images: ReadonlySet<string>,
): ReadBack {
  return reading((report) => ({
    wanted: Object.fromEntries(
      entries.map(({ id, matter }) => [id, parsed(registerMatterSchema, matter)]),
    ),
    got: Object.fromEntries(
      readRegister(text, register, images, report).map(({ id, matter }) => [id, tidy(matter)]),
    ),
  }));
}

/** Reads a written file of volumes back. */
export function readBackVolumes(
  text: TextFile,
  volumes: readonly { readonly id: string; readonly matter: unknown }[],
): ReadBack {
  return reading((report) => {
    const read = readVolumes(text, report);
    return {
      wanted: Object.fromEntries(
        volumes.map(({ id, matter }) => [id, parsed(volumeMatterSchema, matter)]),
      ),
      got: Object.fromEntries(read.map(({ id, matter }) => [id, tidy(matter)])),
    };
  });
}

/** What a draft says and what the file says, to be compared. */
interface Sides {
  readonly wanted: Tidy;
  readonly got: Tidy;
}

function reading(read: (report: Report) => Sides): ReadBack {
  const diagnostics: Diagnostic[] = [];
  const { wanted, got } = read((...said) => {
    diagnostics.push(diagnose(...said));
  });
  return { difference: firstDifference(wanted, got), diagnostics };
}

function sides(
  schema: z.ZodType,
  draft: MarkdownFile<unknown>,
  read:
    | {
        readonly matter: unknown;
        readonly blocks: readonly Block[];
        readonly notes: readonly Note[];
      }
    | undefined,
): Sides {
  return {
    wanted: {
      matter: parsed(schema, draft.matter),
      blocks: tidy(normalBlocks(draft.blocks)),
      notes: tidy(normalNotes(draft.notes)),
      ...(read ? lostWords(draft.blocks, draft.notes, read.blocks, read.notes) : {}),
    },
    got: read
      ? { matter: tidy(read.matter), blocks: tidy(read.blocks), notes: tidy(read.notes) }
      : "nothing",
  };
}

function tidyParts(parts: ReturnType<typeof partBody>): Readonly<Record<string, Tidy>> {
  return {
    before: tidy(parts.before),
    transcription: tidy(parts.transcription),
    after: tidy(parts.after),
  };
}

function inFileOrder({
  before,
  transcription,
  after,
}: ReturnType<typeof partBody>): readonly Block[] {
  return [...before, ...transcription, ...after];
}

/** Words of a draft that were not read, as a difference; nothing where all were. */
function lostWords(
  blocks: readonly Block[],
  notes: readonly Note[],
  readBlocks: readonly Block[],
  readNotes: readonly Note[],
): Readonly<Record<string, Tidy>> {
  const read = segmentsOf(readBlocks, readNotes, "behind")
    .filter(({ optional }) => !optional)
    .map(({ letters }) => letters)
    .join("");
  const match = matchLetters(read, segmentsOf(blocks, notes, "behind"));
  return match.kind === "equal" ? {} : { words: match.draft };
}

/** Fields as the schema reads them, or what is wrong with them. */
function parsed(schema: z.ZodType, matter: unknown): Tidy {
  const result = schema.safeParse(matter);
  if (result.success) return tidy(result.data);
  const [issue] = result.error.issues;
  return `${issue?.path.join(".") ?? ""} ${issue?.message ?? "cannot be read"}`;
}
