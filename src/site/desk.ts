import type { Apparatus, IndexLine } from "../apparatus/apparatus.ts";
import { byOrderAndTitle } from "../apparatus/edition-order.ts";
import { ranksIn } from "../apparatus/volume-order.ts";
import type { Document, Edition, Entity, Essay, RegisterName } from "../edition/edition.ts";
import { withoutInstructor } from "../edition/without-instructor.ts";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import type { Block } from "../edition/text.ts";
import type { Voice } from "../html/writer.ts";
import { renderPassages } from "../html/render.ts";
import { linkTo, rootFrom } from "./addresses.ts";

/** What a website is made from. */
export interface SiteSource {
  readonly edition: Edition;
  readonly apparatus: Apparatus;
  /** Whether readers are printed, so that pages may lead to them. */
  readonly pdf: boolean;
}

/** All that views look things up in; made once a build, so that no page works through the whole edition. */
export interface Desk extends SiteSource {
  /** Essays in the order in which the edition shows them. */
  readonly essays: readonly Essay[];
  /** Where each document stands in the edition's order. */
  readonly positions: ReadonlyMap<string, number>;
  readonly indexLines: ReadonlyMap<string, IndexLine>;
  /** Documents that name a register's entry in their front matter, by the entry's id and by how they do. */
  readonly roles: ReadonlyMap<string, readonly DocumentRole[]>;
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

/** Lays out what views need, after what is for instructors has been taken away: a website is for everyone. */
export function layDesk(source: SiteSource): Desk {
  const edition = withoutInstructor(source.edition);
  const apparatus =
    edition === source.edition ? source.apparatus : buildApparatus(edition).apparatus;
  return {
    edition,
    apparatus,
    pdf: source.pdf,
    essays: [...edition.essays].sort(byOrderAndTitle(ranksIn(edition))),
    positions: new Map(apparatus.documents.map(({ id }, position) => [id, position])),
    indexLines: new Map(
      registerNames.flatMap((name) =>
        apparatus.indexes[name].map((line) => [line.entry.id, line] as const),
      ),
    ),
    roles: rolesOf(apparatus.documents),
  };
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

/** Text of the edition as HTML for the page at an address. */
export function renderText(
  desk: Desk,
  blocks: readonly Block[],
  place: {
    readonly owner: Entity;
    readonly address: string;
    readonly voice?: Voice;
    readonly headingShift?: number;
    /** Of the text; the edition's own where left out. */
    readonly language?: string;
  },
): string {
  const own = desk.edition.settings.language;
  const foreign = place.language !== undefined && place.language !== own;
  return renderPassages(blocks, {
    apparatus: desk.apparatus,
    owner: place.owner,
    medium: "screen",
    voice: place.voice ?? "edition",
    editorsLanguage: foreign ? own : undefined,
    href: (entity, coordinate) => linkTo(place.address, entity, coordinate),
    image: (source) => rootFrom(place.address) + source,
    headingShift: place.headingShift ?? 0,
    idPrefix: "",
  });
}
