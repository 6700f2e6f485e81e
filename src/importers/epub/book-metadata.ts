import type { DocumentFields } from "../../edition/document-matter.ts";
import type { SettingsFields } from "../../edition/settings.ts";
import { type XmlElement, childElements, textWithin } from "../xml/xml-tree.ts";
import { wordsIn } from "./markup.ts";

/** What a book says of itself. */
export interface BookMetadata {
  readonly title: string;
  readonly authors: readonly string[];
  readonly editors: readonly string[];
  readonly publisher: string | undefined;
  readonly language: string | undefined;
  readonly rights: string | undefined;
  /** Its own address. */
  readonly url: string | undefined;
  /** Addresses of what it was made from. */
  readonly sources: readonly string[];
}

/** Reads what a book says of itself. */
export function readMetadata(metadata: XmlElement | undefined): BookMetadata {
  const elements = metadata ? childElements(metadata) : [];
  // Books of the second edition may put them into a box of its own.
  const all = elements.flatMap((element) =>
    element.name === "dc-metadata" ? childElements(element) : [element],
  );
  const named = (name: string): readonly XmlElement[] =>
    all.filter((element) => element.name === name && wordsIn([element]) !== "");
  const words = (name: string): readonly string[] => named(name).map((each) => wordsIn([each]));
  const people = (wanted: (role: string) => boolean): readonly string[] =>
    [...named("creator"), ...named("contributor")]
      .filter((element) => rolesOf(element, all).some(wanted))
      .map((element) => wordsIn([element]));
  const main = named("title").find((element) => titleType(element, all) === "main");
  const address = [...words("identifier"), ...words("source")]
    .map((written) => written.replace(/^url:/u, ""))
    .find(isAddress);
  const [language] = words("language");
  return {
    title: main ? wordsIn([main]) : (words("title")[0] ?? ""),
    authors: people((role) => role === "aut"),
    editors: people((role) => role === "edt"),
    publisher: words("publisher")[0],
    language: language !== undefined && LANGUAGE.test(language) ? language : undefined,
    rights: words("rights")[0],
    url: address,
    sources: words("source").filter(isAddress),
  };
}

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

function isAddress(words: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/u.test(words) && URL.canParse(words);
}

/** What somebody did; the author where nothing is said of a creator. */
function rolesOf(element: XmlElement, all: readonly XmlElement[]): readonly string[] {
  const own = element.attributes.get("opf:role") ?? element.attributes.get("role");
  const refining = refinementsOf(element, "role", all);
  const roles = [...(own === undefined ? [] : [own]), ...refining];
  return roles.length === 0 && element.name === "creator" ? ["aut"] : roles;
}

function titleType(element: XmlElement, all: readonly XmlElement[]): string | undefined {
  return refinementsOf(element, "title-type", all)[0];
}

function refinementsOf(
  element: XmlElement,
  property: string,
  all: readonly XmlElement[],
): readonly string[] {
  const id = element.attributes.get("id");
  if (id === undefined) return [];
  return all
    .filter(
      ({ name, attributes }) =>
        name === "meta" &&
        attributes.get("refines") === `#${id}` &&
        attributes.get("property") === property,
    )
    .map((meta) => textWithin(meta).trim());
}

/** What an edition made of the book says of itself. */
export function settingsOf(metadata: BookMetadata): SettingsFields | undefined {
  if (metadata.title === "") return undefined;
  const { title, authors, editors, publisher, language, sources } = metadata;
  return {
    title,
    ...(editors.length === 0 ? {} : { editors: [...editors] }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(language === undefined ? {} : { language }),
    ...(authors.length + sources.length === 0 ? {} : { credits: [...authors, ...sources] }),
  };
}

/** What every document of the book says of where it comes from. */
export function provenanceOf(metadata: BookMetadata): Pick<DocumentFields, "source" | "rights"> {
  const { publisher, url, rights } = metadata;
  const source = {
    ...(publisher === undefined ? {} : { repository: publisher }),
    ...(url === undefined ? {} : { url }),
  };
  return {
    ...(Object.keys(source).length === 0 ? {} : { source }),
    ...(rights === undefined ? {} : { rights: { statement: withoutLinkMarks(rights) } }),
  };
}

/** A statement is plain text; some books write the link to their license in Markdown: `[CC0](https://…)`. */
function withoutLinkMarks(statement: string): string {
  return statement.replaceAll(/\[([^[\]]{1,200})\]\((https?:\/\/[^\s()]{1,500})\)/g, "$1 ($2)");
}
