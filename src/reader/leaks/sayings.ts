import type { Apparatus } from "../../apparatus/apparatus.ts";
import type { WorksCited } from "../../citation/cite-works.ts";
import { type Place, startOf } from "../../diagnostics/place.ts";
import type { Edition, Entity, FieldPlaces } from "../../edition/edition.ts";
import type { Block, Division, Inline, Note } from "../../edition/text.ts";

/** A text that an edition says somewhere: a paragraph, a heading, a cell, a title, what a picture shows. */
export interface Saying {
  readonly text: string;
  readonly place: Place;
  /** Whether it is not among the words that are read one after the other: a field, an address, what a picture shows. */
  readonly isBeside?: true;
}

/** An edition and by what its text is shown. */
export interface SaidEdition {
  readonly edition: Edition;
  readonly apparatus: Apparatus;
  readonly works: WorksCited;
}

const isBeside = true;

/** What is passed over: texts of these objects, and of all in them. */
type Skipped = (part: object) => boolean;

/** All that an entity says, in its file and beside its text; `skipped` parts left out. */
export function* sayingsOf(
  entity: Entity,
  said: SaidEdition,
  skipped: Skipped = () => false,
): Generator<Saying> {
  if (!skipped(entity.matter))
    yield* sayingsOfFields(entity.matter, entity.places, startOf(entity.file));
  for (const blocks of textsOf(entity)) yield* sayingsOfBlocks(blocks, said, skipped);
  if (entity.kind === "register-entry") return;
  for (const note of entity.notes)
    if (!skipped(note)) yield* sayingsOfBlocks(note.blocks, said, skipped);
}

function textsOf(entity: Entity): readonly (readonly Block[])[] {
  switch (entity.kind) {
    case "document":
      return [entity.abstract, entity.before, entity.transcription, entity.after];
    case "essay":
    case "reader":
      return [entity.blocks];
    case "register-entry":
      return [entity.description];
  }
}

/** Every text among some fields, however deep. */
export function* sayingsOfFields(
  fields: unknown,
  places: FieldPlaces,
  start: Place,
  path = "",
): Generator<Saying> {
  if (typeof fields === "string") {
    yield { text: fields, place: places.get(path) ?? start, isBeside };
  } else if (typeof fields === "object" && fields !== null) {
    for (const [key, value] of Object.entries(fields))
      yield* sayingsOfFields(value, places, start, path === "" ? key : `${path}.${key}`);
  }
}

/** Every text of some blocks. */
function* sayingsOfBlocks(
  blocks: readonly Block[],
  said: SaidEdition,
  skipped: Skipped,
): Generator<Saying> {
  const inside = (more: readonly Block[]): Generator<Saying> =>
    sayingsOfBlocks(more, said, skipped);
  for (const block of blocks) {
    if (skipped(block)) continue;
    const { place } = block;
    switch (block.type) {
      case "paragraph":
        yield* sayingsOfLine(block.children, place, said);
        break;
      case "heading":
        yield* sayingsOfLine(block.children, place, said);
        yield { text: block.id ?? "", place, isBeside };
        break;
      case "code-block":
        yield { text: block.value, place };
        break;
      case "figure":
        yield { text: block.caption, place };
        yield { text: block.image.text, place: block.image.place, isBeside };
        break;
      case "table":
        for (const cell of [...block.head, ...block.rows.flat()])
          yield* sayingsOfLine(cell, cell[0]?.place ?? place, said);
        break;
      case "list":
        for (const entry of block.entries) yield* inside(entry.blocks);
        break;
      case "quotation":
        yield* inside(block.blocks);
        break;
      case "division":
        yield* sayingsOfDivision(block);
        yield* inside(block.blocks);
        break;
      case "definitions":
        for (const { terms, meanings } of block.entries) {
          for (const term of terms) yield* sayingsOfLine(term, term[0]?.place ?? place, said);
          for (const meaning of meanings) yield* inside(meaning);
        }
        break;
      case "rule":
      case "omission":
      case "doubt":
        break;
    }
  }
}

function* sayingsOfDivision({ id, title, options, place }: Division): Generator<Saying> {
  yield { text: title ?? "", place };
  yield { text: id ?? "", place, isBeside };
  for (const option of options?.values() ?? [])
    yield { text: option.value, place: option.place, isBeside };
}

/** The words of a line, and beside them what its parts say that are not words of it. */
function* sayingsOfLine(
  inlines: readonly Inline[],
  place: Place,
  said: SaidEdition,
): Generator<Saying> {
  const beside: Saying[] = [];
  const words = wordsIn(inlines, said, beside);
  yield { text: words, place };
  yield* beside;
}

function wordsIn(inlines: readonly Inline[], said: SaidEdition, beside: Saying[]): string {
  return inlines.map((inline) => wordsOf(inline, said, beside)).join("");
}

function wordsOf(inline: Inline, said: SaidEdition, beside: Saying[]): string {
  switch (inline.type) {
    case "text":
    case "code":
      return inline.value;
    case "citation":
      return said.works.citations.get(inline)?.text ?? inline.written + (inline.punctuation ?? "");
    case "line-break":
      return " ";
    case "reference":
      return inline.children.length > 0
        ? wordsIn(inline.children, said, beside)
        : (said.apparatus.references.get(inline)?.text ?? "");
    case "link":
      beside.push({ text: inline.url, place: inline.place, isBeside });
      return wordsIn(inline.children, said, beside);
    case "anchor":
      beside.push({ text: inline.id, place: inline.place, isBeside });
      return wordsIn(inline.children, said, beside);
    case "act":
      for (const value of Object.values(inline.attributes))
        beside.push({ text: value, place: inline.place, isBeside });
      return wordsIn(inline.children, said, beside);
    case "image":
      beside.push({ text: inline.text, place: inline.place, isBeside });
      return "";
    case "emphasis":
    case "strong":
    case "styled":
    case "foreign":
      return wordsIn(inline.children, said, beside);
    case "note-call":
    case "page-break":
    case "doubt":
      return "";
  }
}

/** All parts of an entity that can be passed over, where another has them too. */
export function* partsOf(entity: Entity): Generator<object> {
  yield entity.matter;
  for (const blocks of textsOf(entity)) yield* blocksIn(blocks);
  if (entity.kind === "register-entry") return;
  for (const note of entity.notes) yield* partsOfNote(note);
}

function* partsOfNote(note: Note): Generator<object> {
  yield note;
  yield* blocksIn(note.blocks);
}

function* blocksIn(blocks: readonly Block[]): Generator<object> {
  for (const block of blocks) {
    yield block;
    if (block.type === "quotation" || block.type === "division") yield* blocksIn(block.blocks);
    else if (block.type === "list")
      for (const entry of block.entries) yield* blocksIn(entry.blocks);
    else if (block.type === "definitions")
      for (const { meanings } of block.entries)
        for (const meaning of meanings) yield* blocksIn(meaning);
  }
}
