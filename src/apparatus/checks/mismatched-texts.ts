import { diagnose } from "../../diagnostics/diagnostic.ts";
import { type Coordinate, writeCoordinate } from "../../edition/coordinates.ts";
import type { Document, Entity } from "../../edition/edition.ts";
import { plainText } from "../../edition/walk.ts";
import type { Check } from "../checks.ts";
import { hasPlace } from "../resolve-target.ts";
import type { Survey } from "../survey.ts";

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
  readonly documentNumbered: ReadonlyMap<number, Document>;
}

/** How a claim is judged. */
type Judgement = Pick<Claim, "holds" | "meant">;

const ofDocument: Judgement = {
  holds: (number, { entity }) => entity.kind === "document" && entity.number === Number(number),
  meant: (number, { documentNumbered }) => documentNumbered.get(Number(number))?.id,
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
  holds: (number, { coordinate }) =>
    coordinate?.kind === "note" && coordinate.number === Number(number),
  meant: (number, target) => {
    if (target.coordinate?.kind !== "note") return undefined;
    const note: Coordinate = { ...target.coordinate, number: Number(number) };
    return hasPlace(target.entity, note, target.survey) ? placeIn(target, note) : undefined;
  },
};

/** An edition has no volumes: such a text comes from another work. */
const ofVolume: Judgement = { holds: () => false, meant: () => undefined };

const claims: readonly Claim[] = [
  { pattern: /\bdoc(?:ument)?s?\.?\s*(?:nos?\.?\s*|#\s*)?(\d+)/iu, ...ofDocument },
  { pattern: /^nos?\.?\s*(\d+)$/iu, ...ofDocument },
  { pattern: /¶+\s*(\d+)/u, ...ofParagraph },
  { pattern: /^para(?:graph)?s?\.?\s*(\d+)$/iu, ...ofParagraph },
  { pattern: /[,\d]\s*para(?:graph)?s?\.?\s*(\d+)/iu, ...ofParagraph },
  { pattern: /^(?:foot)?n(?:otes?|n?\.)\s*(\d+)$/iu, ...ofNote },
  { pattern: /[,\d]\s*(?:foot)?n(?:otes?|n?\.)\s*(\d+)/iu, ...ofNote },
  { pattern: /\bvol(?:ume)?s?\.?\s*([ivxlcdm]+|\d+)\b/iu, ...ofVolume },
];

/** References whose text names another number than that of what they lead to: the trace of a link made by a machine. */
export const mismatchedTexts: Check = ({ survey, references, apparatus }) => {
  const documentNumbered = new Map(apparatus.documents.map((one) => [one.number, one]));
  return [...references].flatMap(([owner, read]) =>
    read.flatMap(({ occurrence, resolution }) => {
      const { children, place, target: written } = occurrence.reference;
      if (resolution.kind !== "found" || children.length === 0) return [];
      const { entity, coordinate } = resolution;
      const text = plainText(children).replace(/\s+/gu, " ").trim();
      const target: Target = { owner, entity, coordinate, survey, documentNumbered };
      const broken = brokenClaim(text, target);
      if (!broken) return [];
      const leadsTo = apparatus.references.get(occurrence.reference)?.text ?? written;
      const message = `the text says "${broken.words}", but "#${written}" is ${leadsTo}`;
      const meant = broken.meant === undefined ? undefined : `did you mean "#${broken.meant}"?`;
      return [
        diagnose("reference-text-mismatch", place, message, meant ?? mendOf(occurrence.ownWords)),
      ];
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
