import type { Edition } from "../edition/edition.ts";

/** Where a volume stands among an edition's: 0 for what is of no volume, or of one that there is not. */
export type RankOf = (volume: string | undefined) => number;

/** The order of an edition's volumes; what is of no volume goes before them. */
export function ranksIn({ volumes }: Pick<Edition, "volumes">): RankOf {
  const ranks = new Map(volumes.map(({ id }, position) => [id, position + 1]));
  return (volume) => (volume === undefined ? 0 : (ranks.get(volume) ?? 0));
}
