import type { Apparatus } from "../apparatus/apparatus.ts";
import { firstMentionsIn } from "../apparatus/first-mentions.ts";
import { occurrencesIn } from "../apparatus/occurrences.ts";
import type { Entity } from "../edition/edition.ts";
import type { Streams } from "../edition/streams.ts";
import type { Packet } from "./packet.ts";

/**
 * The apparatus as the pages of a packet need it: where it leaves out the first mention of an abbreviation, the first
 * that stands there expands it. The same apparatus where it leaves out none.
 */
export function apparatusOfPacket(
  { reader, readings }: Packet,
  apparatus: Apparatus,
  streams: Streams,
): Apparatus {
  if (apparatus.firstMentions.size === 0) return apparatus;
  const inPart: readonly Entity[] = [
    reader,
    ...readings.filter(({ entity, whole }) => entity !== whole).map(({ entity }) => entity),
  ];
  const added = inPart
    .flatMap((entity) =>
      firstMentionsIn(
        occurrencesIn(entity, streams).references.filter(({ shown }) => shown),
        (reference) => apparatus.references.get(reference)?.entity,
      ),
    )
    .filter((reference) => !apparatus.firstMentions.has(reference));
  if (added.length === 0) return apparatus;
  return { ...apparatus, firstMentions: new Set([...apparatus.firstMentions, ...added]) };
}
