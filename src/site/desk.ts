import type { Apparatus, IndexLine } from "../apparatus/apparatus.ts";
import { byOrderAndTitle } from "../apparatus/edition-order.ts";
import { ranksIn } from "../apparatus/volume-order.ts";
import type { PartHeading } from "../apparatus/part-runs.ts";
import { type WorksCited, worksCited } from "../citation/cite-works.ts";
import { type Citations, type CitationMemory, layCitations } from "../citation/citations.ts";
import type { StylesAndWords } from "../edition/citation-styles.ts";
import type { Document, Edition, Entity, Essay, RegisterName, Volume } from "../edition/edition.ts";
import { streamsOf } from "../edition/own-streams.ts";
import { withoutInstructor } from "../edition/without-instructor.ts";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import type { Block } from "../edition/text.ts";
import type { HtmlContext, Voice } from "../html/writer.ts";
import { renderPassages } from "../html/render.ts";
import { apparatusOfPacket } from "../reader/packet-apparatus.ts";
import { type Packet, packetsOf } from "../reader/packet.ts";
import { readAddress } from "../source/web-place.ts";
import {
  WORKS,
  addressOf,
  permanentUrl,
  relativeAddress,
  rootFrom,
  volumeAddress,
  workId,
} from "./addresses.ts";
import { type LinkStart, type PacketPlaces, linkWithin, packetPlaces } from "./packet-places.ts";
import { fileOfDocument, hasOwnFile, printedAddress } from "./printed-files.ts";
import { type VolumeContents, trailsIn, volumeContents } from "./volume-contents.ts";

/** What a website is made from. */
export interface SiteSource {
  readonly edition: Edition;
  readonly apparatus: Apparatus;
  /** Whether readers are printed, so that pages may lead to them. */
  readonly pdf: boolean;
  /** Whether a preview shows readers page by page, so that pages may lead there. */
  readonly pages?: boolean;
  /** Styles that the edition adds to those of printed readers, by their names in its `styles/`. */
  readonly printStyles?: readonly string[];
  /** For whom it is made; students where left out: then what is for instructors is taken away before anything is made. */
  readonly audience?: Audience;
  /** What documents are cited by; where left out pages do not say how to cite them. */
  readonly citing?: StylesAndWords;
  /** Citations that were made before. */
  readonly memory?: CitationMemory | undefined;
}

/** For whom a website and its printed readers are made. */
export type Audience = "students" | "instructors";

/** All that views look things up in; made once a build, so that no page works through the whole edition. */
export interface Desk extends SiteSource {
  readonly audience: Audience;
  /** Readers laid out, by their ids. */
  readonly packets: ReadonlyMap<string, Packet>;
  /** The apparatus as each reader’s pages need it, by its id. */
  readonly packetApparatus: ReadonlyMap<string, Apparatus>;
  /** What of each reader stands on which of its pages, by its id. */
  readonly packetPlaces: ReadonlyMap<string, PacketPlaces>;
  /** Essays in the order in which the edition shows them. */
  readonly essays: readonly Essay[];
  /** What is in each volume, by its id, in the order of the volumes. */
  readonly volumes: ReadonlyMap<string, VolumeContents>;
  /** The headings under which documents stand in their volumes, by the document's id. */
  readonly trails: ReadonlyMap<string, readonly PartHeading[]>;
  /** Volumes by their addresses on the web. */
  readonly volumeAddresses: ReadonlyMap<string, string>;
  /** Where each document stands in the edition's order. */
  readonly positions: ReadonlyMap<string, number>;
  readonly indexLines: ReadonlyMap<string, IndexLine>;
  /** Documents that name a register's entry in their front matter, by the entry's id and by how they do. */
  readonly roles: ReadonlyMap<string, readonly DocumentRole[]>;
  /** The works that the commentary cites, and how. */
  readonly works: WorksCited;
  /** How documents are cited, where styles were given. */
  readonly citations?: Citations;
}

/** How a document's front matter names someone or something. */
export interface DocumentRole {
  readonly role: "author" | "recipient" | "contributor" | "translator" | "place" | "concerns";
  readonly document: Document;
}

/** The registers in the order in which they are shown. */
export const registerNames: readonly RegisterName[] = [
  "people",
  "places",
  "organizations",
  "terms",
];

/** Lays out what views need, after what is for instructors has been taken away, unless it is made for them. */
export function layDesk(source: SiteSource): Desk {
  const { audience = "students" } = source;
  const edition = audience === "students" ? withoutInstructor(source.edition) : source.edition;
  const apparatus =
    edition === source.edition ? source.apparatus : buildApparatus(edition).apparatus;
  const essays = [...edition.essays].sort(byOrderAndTitle(ranksIn(edition)));
  const volumes = volumeContents(edition, apparatus, essays);
  const packets = packetsOf(edition, apparatus);
  const streams = streamsOf(edition.settings);
  return {
    edition,
    apparatus,
    pdf: source.pdf,
    pages: source.pages ?? false,
    printStyles: source.printStyles ?? [],
    audience,
    packets,
    packetApparatus: new Map(
      [...packets].map(([id, packet]) => [id, apparatusOfPacket(packet, apparatus, streams)]),
    ),
    packetPlaces: new Map(
      [...packets].map(([id, packet]) => [id, packetPlaces(packet, apparatus)]),
    ),
    essays,
    volumes,
    trails: trailsIn(volumes),
    volumeAddresses: addressesOf(edition.volumes),
    positions: new Map(apparatus.documents.map(({ id }, position) => [id, position])),
    indexLines: new Map(
      registerNames.flatMap((name) =>
        apparatus.indexes[name].map((line) => [line.entry.id, line] as const),
      ),
    ),
    roles: rolesOf(apparatus.documents),
    works: worksCited(edition, apparatus),
    ...(source.citing ? { citations: citationsOf(edition, apparatus, source.citing, source) } : {}),
  };
}

function citationsOf(
  edition: Edition,
  apparatus: Apparatus,
  citing: StylesAndWords,
  { memory, pdf }: Pick<SiteSource, "memory" | "pdf">,
): Citations {
  return layCitations({
    ...citing,
    ...(memory ? { memory } : {}),
    edition,
    apparatus,
    urlOf: (document) => permanentUrl(edition, addressOf(document)),
    pdfOf: (document) =>
      pdf && hasOwnFile(edition, document)
        ? permanentUrl(edition, printedAddress(fileOfDocument(edition, document)))
        : undefined,
  });
}

function addressesOf(volumes: readonly Volume[]): ReadonlyMap<string, string> {
  return new Map(
    volumes.flatMap(({ id, matter }) => {
      const place = readAddress(matter.url ?? "");
      return place?.fragment === "" ? [[place.page, volumeAddress(id)] as const] : [];
    }),
  );
}

/** The page of this site that shows what has an address on the web; nothing where none does. */
function ownPage(desk: Desk, url: string, from: string): string | undefined {
  const place = readAddress(url);
  const address = place?.fragment === "" ? desk.volumeAddresses.get(place.page) : undefined;
  return address === undefined ? undefined : relativeAddress(from, address);
}

function rolesOf(documents: readonly Document[]): ReadonlyMap<string, readonly DocumentRole[]> {
  const roles = new Map<string, DocumentRole[]>();
  for (const document of documents) {
    const { matter } = document;
    const named: readonly (readonly [DocumentRole["role"], readonly string[]])[] = [
      ["author", matter.authors],
      ["recipient", matter.recipients],
      ["contributor", matter.contributors],
      ["translator", matter.translators],
      ["place", matter.place === undefined ? [] : [matter.place]],
      ["concerns", [...matter.people, ...matter.places]],
    ];
    for (const [role, names] of named) {
      for (const name of names) {
        const known = roles.get(name);
        if (known) known.push({ role, document });
        else roles.set(name, [{ role, document }]);
      }
    }
  }
  return roles;
}

/** Where a text of the edition is shown. */
export interface TextPlace extends LinkStart {
  readonly owner: Entity;
  /** Set before every id; nothing where left out. */
  readonly idPrefix?: string;
  readonly voice?: Voice;
  readonly headingShift?: number;
  /** Of the text; the edition's own where left out. */
  readonly language?: string;
}

/** Text of the edition as HTML for the page at an address. */
export function renderText(desk: Desk, blocks: readonly Block[], place: TextPlace): string {
  return renderPassages(blocks, contextOf(desk, place));
}

/** What a text needs to know of the page at an address. */
export function contextOf(desk: Desk, place: TextPlace): HtmlContext {
  const own = desk.edition.settings.language;
  const foreign = place.language !== undefined && place.language !== own;
  return {
    apparatus: desk.packetApparatus.get(place.packet?.packet.reader.id ?? "") ?? desk.apparatus,
    owner: place.owner,
    medium: "screen",
    voice: place.voice ?? "edition",
    editorsLanguage: foreign ? own : undefined,
    href: (entity, coordinate) => linkWithin(desk.packetPlaces, place, entity, coordinate),
    ownPage: (url) => ownPage(desk, url, place.address),
    works: {
      citations: desk.works.citations,
      href: (key) => `${relativeAddress(place.address, WORKS)}#${encodeURIComponent(workId(key))}`,
    },
    image: (source) => rootFrom(place.address) + source,
    headingShift: place.headingShift ?? 0,
    idPrefix: place.idPrefix ?? "",
  };
}
