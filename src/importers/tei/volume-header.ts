import { romanNumeral } from "../../edition/roman-numeral.ts";
import type { SettingsFields } from "../../edition/settings.ts";
import type { VolumeFields } from "../../edition/volume-matter.ts";
import type { Input } from "../input.ts";
import { childNamed, elementsNamed, type XmlElement } from "../xml/xml-tree.ts";
import { wordsOf } from "./letters.ts";
import { slug } from "./names.ts";

/** Where every volume of the series stands on the web. */
const SERIES = "https://history.state.gov/historicaldocuments/";

/** What a volume's header says of it. */
export interface VolumeHeader {
  /** As the series writes it: `frus1961-63v10-12mSupp`. */
  readonly name: string;
  /** As ids are written: `frus1961-63v10-12msupp`. */
  readonly id: string;
  /** Whether it is a volume of the series, with an address on the web. */
  readonly inSeries: boolean;
  /** Its number, as references name it: `VI`; empty where it has none, or several. */
  readonly number: string;
  readonly volume: VolumeFields;
  readonly settings: SettingsFields;
}

/** Reads the header, and where there is none what the file's name says. */
export function readHeader(root: XmlElement, input: Input): VolumeHeader {
  const header = childNamed(root, "teiHeader");
  const file = (header && childNamed(header, "fileDesc")) ?? root;
  const titles = childNamed(file, "titleStmt");
  const publication = childNamed(file, "publicationStmt");
  const name = nameOf(root, publication, input);
  const inSeries = /^frus\d/u.test(name);
  const title =
    titleOf(titles, "complete") ?? titleOf(titles, "main") ?? titleOf(titles, undefined) ?? name;
  const number = titleOf(titles, "volumenumber") ?? titleOf(titles, "volume-number") ?? "";
  const editors = distinct(
    (titles ? elementsNamed(titles, "editor") : []).map(wordsOf).filter((words) => words !== ""),
  );
  const publisher = partOf(publication, "publisher");
  const place = partOf(publication, "pubPlace");
  const published = partOf(publication, "date");
  return {
    name,
    id: (/^\d/u.test(name) ? slug(title).slice(0, 60).replace(/-+$/u, "") : slug(name)) || "volume",
    inSeries,
    number: /^Volume\s+([IVXLCDM]+)\b/u.exec(number)?.[1] ?? romanIn(name) ?? "",
    volume: {
      title,
      siglum: siglumOf(number, name),
      ...(editors.length > 0 && { editors: [...editors] }),
      ...(publisher !== undefined && { publisher }),
      ...(place !== undefined && { place }),
      ...(published !== undefined && { published }),
      ...(inSeries && { url: `${SERIES}${name}` }),
    },
    settings: {
      title,
      ...(editors.length > 0 && { editors: [...editors] }),
      ...(publisher !== undefined && { publisher }),
      language: "en",
    },
  };
}

/** The public address of something in a volume of the series. */
export function addressOf(volume: string, part: string): string {
  return `${SERIES}${volume}${part === "" ? "" : `/${part}`}`;
}

function nameOf(root: XmlElement, publication: XmlElement | undefined, input: Input): string {
  const numbered = publication && elementsNamed(publication, "idno");
  const own = numbered?.find((idno) => idno.attributes.get("type") === "frus");
  const named = own && wordsOf(own);
  if (named !== undefined && named !== "") return named;
  const ofRoot = root.attributes.get("xml:id")?.trim();
  if (ofRoot !== undefined && ofRoot !== "") return ofRoot;
  const file = input.name.split(/[\\/]/u).at(-1) ?? "";
  const stem = file.replace(/\.[^.]*$/u, "");
  return /[A-Za-z0-9]/u.test(stem) ? stem : "volume";
}

function titleOf(titles: XmlElement | undefined, type: string | undefined): string | undefined {
  const found = titles?.children.find(
    (child) =>
      child.type === "element" &&
      child.name === "title" &&
      (type === undefined || child.attributes.get("type") === type),
  );
  const words = found && wordsOf(found);
  return words === "" ? undefined : words;
}

function partOf(publication: XmlElement | undefined, name: string): string | undefined {
  const [found] = publication ? elementsNamed(publication, name) : [];
  const words = found && wordsOf(found);
  return words === "" ? undefined : words;
}

/** What stands before the numbers: "Volume I, Part 2" makes `I/2`; without a number, the name: `1861`. */
function siglumOf(number: string, name: string): string {
  const numbers = /^Volumes?\s+([IVXLCDM]+(?:\s*[/–-]\s*[IVXLCDM]+)*)/u.exec(number)?.[1];
  const part = /Part\s+(\w+)/u.exec(number)?.[1];
  const supplement = /Supplement/u.test(number) ? " Supp." : "";
  const short = name.replace(/^frus/u, "");
  if (numbers === undefined) return number || romanIn(name) || short || name;
  return `${numbers.replaceAll(/\s+/gu, "")}${part === undefined ? "" : `/${part}`}${supplement}`;
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

/** The number of a volume that its name tells: `frus1961-63v06` is VI; of part of one, of several, of none nothing. */
function romanIn(name: string): string | undefined {
  const number = Number(/^frus[\d-]+v(\d{2})$/u.exec(name)?.[1] ?? "0");
  return number === 0 ? undefined : romanNumeral(number).toUpperCase();
}
