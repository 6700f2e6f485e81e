import type { Apparatus, NumberedNote } from "../apparatus/apparatus.ts";
import { nameAsShown } from "../apparatus/name-as-shown.ts";
import { divisionNamed } from "../edition/divisions.ts";
import type { Document } from "../edition/edition.ts";
import { showRanges } from "../edition/paragraph-ranges.ts";
import { kept, rewriteBlocks } from "../edition/rewrite.ts";
import type { Packet, PacketReading } from "./packet.ts";
import { wordsIn } from "./reading-time.ts";

/** What a permissions office asks about one document of a packet. Empty where nothing is known. */
export interface Permission {
  readonly number: string;
  readonly title: string;
  readonly authors: string;
  readonly date: string;
  readonly archive: string;
  readonly collection: string;
  readonly holder: string;
  readonly statement: string;
  readonly licence: string;
  readonly rightsUrl: string;
  readonly sourceUrl: string;
  /** The edition's own page. */
  readonly editionUrl: string;
  /** Words of the document in the packet, its author’s notes among them, without what editors say about it. */
  readonly wordsUsed: string;
  readonly wordsInWhole: string;
  /** In percent. */
  readonly share: string;
  readonly paragraphs: string;
  readonly remarks: string;
  readonly reader: string;
  readonly course: string;
  readonly section: string;
  readonly term: string;
  readonly instructor: string;
}

/** What is said of documents of which the edition itself has not all. */
const REMARKS: Readonly<Record<Document["matter"]["status"], string>> = {
  full: "",
  excerpt: "The edition gives an excerpt only; how long the whole is, is not known here.",
  calendared: "None of the document’s words are used: the abstract is the edition’s own.",
  withheld: "None of the document’s words are used.",
};

/** What a permissions office asks about a packet: a row for each document, in the packet's order. */
export function permissionsFor(
  { reader, readings }: Packet,
  apparatus: Pick<Apparatus, "byId" | "numberOf" | "notes">,
  urlOf: (document: Document) => string | undefined,
): readonly Permission[] {
  const { title, course = "", section = "", term = "", instructor = "" } = reader.matter;
  return readings.flatMap((reading): readonly Permission[] => {
    const { entity, whole } = reading;
    if (entity.kind !== "document" || whole.kind !== "document") return [];
    const { matter } = whole;
    const { source, rights } = matter;
    return [
      {
        number: apparatus.numberOf(whole),
        title: matter.title,
        authors: matter.authors.map((name) => nameAsShown(name, apparatus)).join("; "),
        date: matter.date?.shown ?? "",
        archive: joined([source.archive, source.repository]),
        collection: joined([source.collection, source.location, source.recordId]),
        holder: rights.holder ?? "",
        statement: rights.statement ?? "",
        licence: rights.licence ?? "",
        rightsUrl: rights.url ?? "",
        sourceUrl: source.url ?? "",
        editionUrl: urlOf(whole) ?? "",
        ...extentOf(entity, whole, apparatus.notes.get(whole.id) ?? []),
        paragraphs: paragraphsUsed(reading),
        remarks: REMARKS[matter.status],
        reader: title,
        course,
        section,
        term,
        instructor,
      },
    ];
  });
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join("; ");
}

function extentOf(
  entity: Document,
  whole: Document,
  notes: readonly NumberedNote[],
): Pick<Permission, "wordsUsed" | "wordsInWhole" | "share"> {
  const used = documentWords(entity, notes);
  const { status } = whole.matter;
  if (status !== "full") return { wordsUsed: String(used), wordsInWhole: "", share: "" };
  const all = documentWords(whole, notes);
  const share = all === 0 ? "" : ((100 * used) / all).toFixed(1).replace(/\.0$/u, "");
  return { wordsUsed: String(used), wordsInWhole: String(all), share };
}

/** A document's own words: its transcription without boxes that editors set into it, and its author's notes. */
function documentWords(
  { transcription, notes: given }: Document,
  notes: readonly NumberedNote[],
): number {
  const own = rewriteBlocks(transcription, {
    blocks: (inside) =>
      kept(
        inside,
        (block) => block.type !== "division" || divisionNamed(block.name)?.side === "transcription",
      ),
  });
  const labels = new Set(given.map(({ label }) => label));
  return notes
    .filter(({ note, stream }) => stream.voice === "document" && labels.has(note.label))
    .reduce((sum, { note }) => sum + wordsIn(note.blocks), wordsIn(own));
}

function paragraphsUsed({ entity, ranges }: PacketReading): string {
  if (entity.kind !== "document" || entity.transcription.length === 0) return "none";
  return ranges ? showRanges(ranges) : "all";
}
