import { diagnose } from "../../diagnostics/diagnostic.ts";
import { type Coordinate, writeCoordinate } from "../../edition/coordinates.ts";
import type { Entity, Volume } from "../../edition/edition.ts";
import { plainText } from "../../edition/walk.ts";
import type { Check } from "../checks.ts";
import { hasPlace } from "../resolve-target.ts";
import type { Survey } from "../survey.ts";
import { type VolumeSigns, isSiglumOf, volumeSignsIn } from "../volume-signs.ts";

/** Something that a reference's text may say of its target by a number. */
interface Claim {
  /** The words of the claim; its first group is the number. */
  readonly pattern: RegExp;
  readonly holds: (number: string, target: Target) => boolean;
  /** The target for which the claim would hold, if there is one. */
  readonly meant: (number: string, target: Target) => string | undefined;
}

/** What a reference leads to, and where else it could lead. */
interface Target {
  readonly owner: Entity;
  readonly entity: Entity;
  readonly coordinate: Coordinate | undefined;
  readonly survey: Survey;
  readonly signs: VolumeSigns;
  /** The volume of which the text speaks: the one that it names, or else the target's. */
  readonly volume: Volume | undefined;
}

/** How a claim is judged. */
type Judgement = Pick<Claim, "holds" | "meant">;

const ofDocument: Judgement = {
  holds: (number, { entity }) => entity.kind === "document" && entity.number === Number(number),
  meant: (number, { signs, volume }) => signs.numbered(volume, Number(number))?.id,
};

/** A document by its volume and number: "VI:53". */
const ofVolumesDocument: Judgement = {
  holds: (written, { entity, signs }) => {
    const [siglum = "", number] = written.split(":");
    const volume = signs.volumeOf(entity);
    const isNumber = entity.kind === "document" && entity.number === Number(number);
    return isNumber && volume !== undefined && isSiglumOf(siglum, volume);
  },
  meant: (written, { signs }) => {
    const [siglum = "", number] = written.split(":");
    const volume = signs.named(siglum);
    return volume && signs.numbered(volume, Number(number))?.id;
  },
};

const ofParagraph: Judgement = {
  holds: (number, { coordinate }) =>
    coordinate?.kind === "anchor" ||
    (coordinate?.kind === "paragraph" && coordinate.number === Number(number)),
  meant: (number, target) => {
    const paragraph: Coordinate = { kind: "paragraph", number: Number(number) };
    if (!hasPlace(target.entity, paragraph, target.survey)) return undefined;
    return placeIn(target, paragraph);
  },
};

const ofNote: Judgement = {
  holds: (number, { coordinate, entity, signs, survey }) => {
    if (coordinate?.kind !== "note") return false;
    if (coordinate.number === Number(number)) return true;
    // A printed volume may count otherwise than this edition, and its notes keep its numbers as their labels.
    const notes = survey.occurrences.get(entity)?.notes ?? [];
    const note = notes.find(({ id }) => id === writeCoordinate(coordinate));
    return note?.note.label === number && signs.volumeOf(entity) !== undefined;
  },
  meant: (number, target) => {
    if (target.coordinate?.kind !== "note") return undefined;
    const note: Coordinate = { ...target.coordinate, number: Number(number) };
    return hasPlace(target.entity, note, target.survey) ? placeIn(target, note) : undefined;
  },
};

/** A volume by its siglum. Where no volume has it, such a text comes from another work. */
const ofVolume: Judgement = {
  holds: (siglum, { entity, signs }) => {
    const volume = signs.volumeOf(entity);
    return volume !== undefined && isSiglumOf(siglum, volume);
  },
  meant: (siglum, { entity, signs }) => {
    const volume = signs.named(siglum);
    if (!volume || entity.kind !== "document") return undefined;
    return signs.numbered(volume, entity.number)?.id;
  },
};

const VOLUME = /\bvol(?:ume)?s?\.?\s*([ivxlcdm]+|\d+)\b/iu;

const claims: readonly Claim[] = [
  {
    pattern: /\bdoc(?:ument)?s?\.?\s*(?:nos?\.?\s*|#\s*)?([\p{L}\p{N}./-]{1,20}:\d+)/iu,
    ...ofVolumesDocument,
  },
  {
    pattern: /\bdoc(?:ument)?s?\.?\s*(?:nos?\.?\s*|#\s*)?(\d+)(?!\d*:\d)/iu,
    ...ofDocument,
  },
  { pattern: /^nos?\.?\s*(\d+)$/iu, ...ofDocument },
  { pattern: /¶+\s*(\d+)/u, ...ofParagraph },
  { pattern: /^para(?:graph)?s?\.?\s*(\d+)$/iu, ...ofParagraph },
  { pattern: /[,\d]\s*para(?:graph)?s?\.?\s*(\d+)/iu, ...ofParagraph },
  { pattern: /^(?:foot)?n(?:otes?|n?\.)\s*(\d+)$/iu, ...ofNote },
  { pattern: /[,\d]\s*(?:foot)?n(?:otes?|n?\.)\s*(\d+)/iu, ...ofNote },
  { pattern: VOLUME, ...ofVolume },
];

/** References whose text names another number than that of what they lead to: the trace of a link made by a machine. */
export const mismatchedTexts: Check = ({ survey, references, apparatus }) => {
  const signs = volumeSignsIn(survey.edition);
  return [...references].flatMap(([owner, read]) =>
    read.flatMap(({ occurrence, resolution }) => {
      const { children, place, target: written } = occurrence.reference;
      if (resolution.kind !== "found" || children.length === 0) return [];
      const { entity, coordinate } = resolution;
      const text = plainText(children).replace(/\s+/gu, " ").trim();
      const [, siglum] = VOLUME.exec(text) ?? [];
      const named = siglum === undefined ? undefined : signs.named(siglum);
      const volume = named ?? signs.volumeOf(entity);
      const target: Target = { owner, entity, coordinate, survey, signs, volume };
      const broken = brokenClaim(text, target);
      if (!broken) return [];
      const leadsTo = apparatus.references.get(occurrence.reference)?.text ?? written;
      const message = `the text says "${broken.words}", but "#${written}" is ${leadsTo}`;
      const meant = broken.meant === undefined ? undefined : `did you mean "#${broken.meant}"?`;
      const mend = meant ?? mendOf(occurrence.ownWords);
      const mismatch = diagnose("reference-text-mismatch", place, message, mend);
      // What an importer has marked as doubtful is an editor's to decide, and does not hold up a build until then.
      return [occurrence.doubted ? { ...mismatch, severity: "warning" as const } : mismatch];
    }),
  );
};

function mendOf(ownWords: boolean): string {
  return ownWords
    ? "correct the target; if the document itself counts so, refer to it in a note"
    : "correct the target, or leave the text empty, and it is filled in";
}

function brokenClaim(
  text: string,
  target: Target,
): { readonly words: string; readonly meant: string | undefined } | undefined {
  const names = namesOf(target.entity);
  // “FRUS, vol. XI” speaks of FRUS, whatever number follows.
  const named = names.some((name) => text.toLowerCase().includes(name));
  if (target.entity.kind === "register-entry" && named) return undefined;
  for (const { pattern, holds, meant } of claims) {
    const [words, number] = pattern.exec(text) ?? [];
    if (words === undefined || number === undefined || holds(number, target)) continue;
    const claim = words.replace(/^[,\d]\s*/u, "");
    if (names.some((name) => name.includes(claim.toLowerCase()))) continue;
    return { words: claim, meant: meant(number, target) };
  }
  return undefined;
}

/** The titles and names of an entity, in small letters. */
function namesOf(entity: Entity): readonly string[] {
  return namesAsWritten(entity).map((name) => name.toLowerCase());
}

function namesAsWritten(entity: Entity): readonly string[] {
  switch (entity.kind) {
    case "document":
    case "essay":
      return [entity.matter.title, entity.matter.shortTitle ?? entity.matter.title];
    case "reader":
      return [entity.matter.title];
    case "register-entry": {
      const { name, abbreviation, also } = entity.matter;
      return [name, abbreviation ?? name, ...also];
    }
  }
}

function placeIn({ owner, entity }: Target, coordinate: Coordinate): string {
  const place = writeCoordinate(coordinate);
  return owner === entity ? place : `${entity.id}:${place}`;
}
