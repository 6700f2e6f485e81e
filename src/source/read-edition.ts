import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, byPlace, diagnose } from "../diagnostics/diagnostic.ts";
import { startOf } from "../diagnostics/place.ts";
import type { Edition, RegisterEntry, RegisterName, Volume } from "../edition/edition.ts";
import { withWorksheets } from "../edition/worksheet.ts";
import { withCitationNotes } from "../edition/citation-notes.ts";
import { streamsOf } from "../edition/own-streams.ts";
import { checkCharacters } from "./check-characters.ts";
import { loadChosenStyle } from "./citation/load-styles.ts";
import { checkChosenStyle, readOwnStyle } from "./citation/own-style.ts";
import { type EditionFolder, listEdition } from "./edition-folder.ts";
import {
  type FileCache,
  type FileReading,
  cachedOr,
  emptyCache,
  forgetOthers,
} from "./file-cache.ts";
import { inParallel } from "./in-parallel.ts";
import type { Report } from "./markdown/reading.ts";
import { withOwnAddresses } from "./own-addresses.ts";
import { readDocument } from "./read-document.ts";
import { readEssay } from "./read-essay.ts";
import { readReader } from "./read-reader.ts";
import { readRegister } from "./read-register.ts";
import { fallbackSettings, readSettings } from "./read-settings.ts";
import { readVolumes } from "./read-volumes.ts";
import { allWorksheets } from "./worksheets/built-in.ts";
import { checkWorksheetNames, readWorksheet } from "./worksheets/read-worksheet.ts";
import { type TextFile, blankFile, isBlank, readText } from "./text-file.ts";

/** An edition as far as it could be read, and everything that was wrong. */
export interface ReadEdition {
  readonly edition: Edition;
  /** In the order of files, lines and columns. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How an edition is read. */
export interface ReadOptions {
  /** What was read before (`emptyCache()` at first): files whose bytes are the same are not read again. */
  readonly cache?: FileCache;
}

const registers: readonly RegisterName[] = ["people", "places", "organizations", "terms"];

/**
 * Reads the edition in a folder (the one that holds `documents/`). Never throws on anything in the
 * files: what cannot be read is left out and said in the diagnostics, which are not yet weighed by `edition.yaml`.
 */
export async function readEdition(folder: string, options: ReadOptions = {}): Promise<ReadEdition> {
  const cache = options.cache ?? emptyCache();
  const listed = await listEdition(folder);
  const { files } = listed;
  const diagnostics: Diagnostic[] = [...listed.diagnostics, ...whatIsMissing(listed)];
  const images = files.images.map((file) => file.slice("documents/".length));
  const known = new Set(images);

  const readAll = async <Result>(
    paths: readonly string[],
    before: Parameters<typeof cachedOr<Result>>[0],
    surroundings: string,
    parse: (text: TextFile, report: Report) => Result | undefined,
  ): Promise<readonly Result[]> => {
    const contents = await inParallel(paths, (path) => bytesOf(join(folder, path)));
    const results: Result[] = [];
    for (const [index, path] of paths.entries()) {
      const bytes = contents[index];
      if (!bytes) {
        diagnostics.push(diagnose("file-unreadable", startOf(path), "the file cannot be read"));
        continue;
      }
      const { result, found } = cachedOr(before, path, bytes, surroundings, () =>
        readFresh(path, bytes, parse),
      );
      for (const diagnostic of found) diagnostics.push(diagnostic);
      if (result !== undefined) results.push(result);
    }
    return results;
  };

  const [settings = fallbackSettings] = await readAll(
    files.settings,
    cache.settings,
    "",
    readSettings,
  );
  const streams = streamsOf(settings.settings);
  const around = JSON.stringify([images, settings.settings.streams]);
  const documents = await readAll(files.texts, cache.documents, around, (text, report) =>
    readDocument(text, known, report, streams),
  );
  const essays = await readAll(files.essays, cache.essays, around, (text, report) =>
    readEssay(text, known, report, streams),
  );
  const readers = await readAll(files.readers, cache.readers, around, (text, report) =>
    readReader(text, known, report, streams),
  );
  const entries = [];
  for (const name of registers)
    entries.push(
      await readAll(files[name], cache.register, around, (text, report) =>
        readRegister(text, name, known, report, streams),
      ),
    );
  const volumes = await readAll(files.volumes, cache.volumes, around, (text, report) =>
    readVolumes(text, report, streams),
  );
  const readWorks = async (): Promise<Edition["works"]> => {
    // Imported late: most editions have no works, and need no parser of BibTeX.
    const works = await import("./works/read-works.ts");
    return works.uniqueWorks(
      (await readAll(files.works, cache.works, "", works.readWorks)).flat(),
      (...said) => diagnostics.push(diagnose(...said)),
    );
  };
  const works = files.works.length > 0 ? await readWorks() : [];
  const styles = await readAll(files.styles, cache.styles, "", readOwnStyle);
  const worksheets = await readAll(files.worksheets, cache.worksheets, around, (text, report) =>
    readWorksheet(text, known, true, report),
  );
  checkWorksheetNames(files.worksheets, (...said) => diagnostics.push(diagnose(...said)));
  checkChosenStyle(settings, files.styles, (...said) => diagnostics.push(diagnose(...said)));
  forgetOthers(cache, new Set(Object.values(files).flat()));
  const { citationStyle, language } = settings.settings;
  const edition: Edition = {
    settings: settings.settings,
    settingsPlaces: settings.places,
    documents,
    essays,
    readers,
    register: entries.flatMap((inFiles) => inFiles.flat().sort(byId)),
    volumes: volumes.flat().sort(byOrder),
    works,
    worksheets: allWorksheets(worksheets),
    styles,
    ...(works.length > 0 ? { citing: await loadChosenStyle(citationStyle, language, styles) } : {}),
    images,
  };
  return {
    edition: withCitationNotes(withOwnAddresses(withWorksheets(edition))),
    diagnostics: diagnostics.sort(byPlace),
  };
}

function readFresh<Result>(
  path: string,
  bytes: Uint8Array,
  parse: (text: TextFile, report: Report) => Result | undefined,
): FileReading<Result> {
  const text = readText(path, bytes);
  if ("rule" in text) return { result: undefined, found: [text] };
  if (isBlank(text)) return { result: undefined, found: [blankFile(path)] };
  const found: Diagnostic[] = [];
  const report: Report = (...said) => {
    found.push(diagnose(...said));
  };
  checkCharacters(text, report);
  const result = parse(text, report);
  return { result, found };
}

function whatIsMissing({ files, isThere }: EditionFolder): readonly Diagnostic[] {
  if (!isThere) return [];
  const missing: Diagnostic[] = [];
  if (files.settings.length === 0)
    missing.push(
      diagnose(
        "file-missing",
        startOf("documents/edition.yaml"),
        "the edition has no edition.yaml",
        "write documents/edition.yaml with at least a line such as title: The Missiles of October",
      ),
    );
  if (files.texts.length === 0)
    missing.push(
      diagnose("edition-empty", startOf("documents/texts"), "the edition has no document"),
    );
  return missing;
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}

function byId(a: RegisterEntry | Volume, b: RegisterEntry | Volume): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function byOrder(a: Volume, b: Volume): number {
  return a.matter.order - b.matter.order || byId(a, b);
}
