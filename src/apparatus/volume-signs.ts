import { romanValue } from "../edition/roman-numeral.ts";
import type { Document, Edition, Entity, Volume } from "../edition/edition.ts";

/** An edition's volumes and documents, as texts that refer to them name them. */
export interface VolumeSigns {
  /** The volume of which something is a part. */
  readonly volumeOf: (entity: Entity) => Volume | undefined;
  /** The volume that a text names: "VI", "vi", "6". */
  readonly named: (siglum: string) => Volume | undefined;
  /** The document of a volume, or of none, that bears a number. */
  readonly numbered: (volume: Volume | undefined, number: number) => Document | undefined;
}

/** Reads how the volumes of an edition are named. */
export function volumeSignsIn({ volumes, documents }: Edition): VolumeSigns {
  const byId = new Map(volumes.map((volume) => [volume.id, volume]));
  const bySiglum = new Map(volumes.map((volume) => [plainSiglum(volume.matter.siglum), volume]));
  const byNumber = new Map(
    documents.map((document) => [numberKey(document.matter.volume, document.number), document]),
  );
  return {
    volumeOf: (entity) =>
      entity.kind === "register-entry" ? undefined : byId.get(entity.matter.volume ?? ""),
    named: (siglum) => bySiglum.get(plainSiglum(siglum)),
    numbered: (volume, number) => byNumber.get(numberKey(volume?.id, number)),
  };
}

/** Whether a text's words for a volume are its siglum: Roman and Arabic figures, large and small letters count alike. */
export function isSiglumOf(words: string, volume: Volume): boolean {
  return plainSiglum(words) === plainSiglum(volume.matter.siglum);
}

function numberKey(volume: string | undefined, number: number): string {
  return `${volume ?? ""}:${number}`;
}

function plainSiglum(siglum: string): string {
  const letters = siglum.trim().toLowerCase();
  return String(romanValue(letters) ?? letters);
}
