import type { Apparatus } from "../apparatus/apparatus.ts";
import { type Coordinate, writeCoordinate } from "../edition/coordinates.ts";
import type { Entity } from "../edition/edition.ts";
import { type HeldPlaces, placesIn, placesOfReading } from "../reader/held-places.ts";
import type { Packet, PacketReading } from "../reader/packet.ts";
import { addressOf, readingAddress, relativeAddress } from "./addresses.ts";

/** Set before ids of a packet's own words on the page of a reading, whose ids stand there too. Two hyphens: no id that an editor may give can be the same. */
export const PACKET_PREFIX = "packet--";

/** What of a packet stands on which of its pages. */
export interface PacketPlaces {
  readonly packet: Packet;
  /** What the packet has of each document and essay, by its id. */
  readonly held: ReadonlyMap<string, HeldPlaces>;
  /** The reading on whose page a place of the reader's own words stands; those on the reader's own page are not in it. */
  readonly own: ReadonlyMap<string, PacketReading>;
}

/** Finds out what of a packet stands where. */
export function packetPlaces(packet: Packet, apparatus: Apparatus): PacketPlaces {
  return {
    packet,
    held: new Map(
      packet.chosen
        ? packet.readings.map(({ entity }) => [entity.id, placesOfReading(entity, apparatus)])
        : [],
    ),
    own: new Map(
      packet.readings.flatMap((reading) =>
        [...placesIn([...reading.before, ...reading.after], apparatus)].map(
          (place) => [place, reading] as const,
        ),
      ),
    ),
  };
}

/** From where a link leads: a page, which may be one of a packet's. */
export interface LinkStart {
  readonly address: string;
  /** Given on pages of a packet: what it reads is then found in it. */
  readonly packet?: PacketPlaces | undefined;
}

/** What is known of all packets. */
type AllPlaces = ReadonlyMap<string, PacketPlaces>;

/**
 * A link from a page to something in the edition. Within a packet it leads to the packet's own page of a document or
 * essay, unless the place is left out there; a place of a reader's own words to whichever of its pages has it.
 */
export function linkWithin(
  places: AllPlaces,
  from: LinkStart,
  entity: Entity,
  coordinate?: Coordinate,
): string {
  const { address, prefix } = standingOf(places, from, entity, coordinate);
  const fragment = coordinate ? `#${prefix}${writeCoordinate(coordinate)}` : "";
  return address === from.address && fragment !== ""
    ? fragment
    : relativeAddress(from.address, address) + fragment;
}

function standingOf(
  places: AllPlaces,
  { packet }: LinkStart,
  entity: Entity,
  coordinate: Coordinate | undefined,
): { readonly address: string; readonly prefix: string } {
  const place = coordinate && writeCoordinate(coordinate);
  if (entity.kind === "reader" && place !== undefined) {
    const reading = places.get(entity.id)?.own.get(place);
    if (reading) return { address: readingAddress(entity.id, reading), prefix: PACKET_PREFIX };
  }
  const held = packet?.held.get(entity.id);
  if (packet && held && (place === undefined || held.has(place)))
    return { address: readingAddress(packet.packet.reader.id, { entity }), prefix: "" };
  return { address: addressOf(entity), prefix: "" };
}
