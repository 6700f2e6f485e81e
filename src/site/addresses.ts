import { type Coordinate, writeCoordinate } from "../edition/coordinates.ts";
import type { ExportFormat } from "../citation/formats/export-formats.ts";
import type { Edition, Entity, RegisterName } from "../edition/edition.ts";

/*
 * Addresses of the website's pages, as paths from its root. Every one names its file, so that
 * links work on any host, under any path and from a disk.
 */

/** The page of a document, essay, reader or register entry: `documents/protocol-61.html`. */
export function addressOf(entity: Entity): string {
  switch (entity.kind) {
    case "document":
      return `documents/${entity.id}.html`;
    case "essay":
      return `essays/${entity.id}.html`;
    case "reader":
      return `readers/${entity.id}.html`;
    case "register-entry":
      return `${entity.register}/${entity.id}.html`;
  }
}

/** The page of a volume: `volumes/volume-six.html`. */
export function volumeAddress(volumeId: string): string {
  return `volumes/${volumeId}.html`;
}

/** The page of a reading within a reader: `readers/missiles/protocol-61.html`. */
export function readingAddress(
  readerId: string,
  { entity }: { readonly entity: Pick<Entity, "id"> },
): string {
  return `readers/${readerId}/${entity.id}.html`;
}

/**
 * Where a week stands on its reader's page and in its printed files: `week--2`; `week--0` for readings that stand in no
 * week. No essay, no document, and no place in them can have the same id.
 */
export function weekPlace({ number = 0 }: { readonly number?: number }): string {
  return `week--${number}`;
}

/** What a permissions office asks about a reader's documents: `readers/missiles.permissions.csv`. */
export function permissionsAddress(readerId: string): string {
  return `readers/${readerId}.permissions.csv`;
}

/** A document, or all documents of a reader, for reference managers: `documents/protocol-61.ris`. */
export function exportAddress(entity: Entity, extension: ExportFormat["extension"]): string {
  return addressOf(entity).replace(/html$/u, extension);
}

/** All documents of the edition, for reference managers: `edition.ris`. */
export function editionExportAddress(extension: ExportFormat["extension"]): string {
  return `edition.${extension}`;
}

/** The index of a register: `people/index.html`. */
export function registerAddress(register: RegisterName): string {
  return `${register}/index.html`;
}

/** Where a work stands among the works cited. */
export function workId(key: string): string {
  return key.replaceAll(/\s+/gu, "-");
}

export const HOME = "index.html";
export const CHRONOLOGY = "chronology.html";
export const READERS = "readers/index.html";
export const WORKS = "works/index.html";
export const STYLESHEET = "assets/scholium.css";
/** What pages of documents and of readers can do besides being read. */
export const SCRIPT = "assets/scholium.js";

/** The address of a page on the web, where the edition has one. */
export function permanentUrl(
  { settings: { url } }: Pick<Edition, "settings">,
  address: string,
): string | undefined {
  return url === undefined ? undefined : `${url.replace(/\/$/u, "")}/${address}`;
}

/** A link from one page to another: `../people/biryuzov.html`, `protocol-61.html`. */
export function relativeAddress(from: string, to: string): string {
  const [start, target] = [from.split("/"), to.split("/")];
  let same = 0;
  while (same < start.length - 1 && same < target.length - 1 && start[same] === target[same])
    same += 1;
  return "../".repeat(start.length - 1 - same) + target.slice(same).join("/");
}

/** From a page to the root of the website: `../` or nothing. */
export function rootFrom(address: string): string {
  return "../".repeat(address.split("/").length - 1);
}

/** A link from a page to something in the edition; within the page its id alone. */
export function linkTo(from: string, entity: Entity, coordinate?: Coordinate): string {
  const to = addressOf(entity);
  const fragment = coordinate ? `#${writeCoordinate(coordinate)}` : "";
  return from === to && fragment !== "" ? fragment : relativeAddress(from, to) + fragment;
}
