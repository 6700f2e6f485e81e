import { formatDiagnostic } from "../../diagnostics/report.ts";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Edition, RegisterName } from "../../edition/edition.ts";
import { withWorksheets } from "../../edition/worksheet.ts";
import { streamsOf } from "../../edition/own-streams.ts";
import type { Streams } from "../../edition/streams.ts";
import type { Report } from "../../source/markdown/reading.ts";
import { withOwnAddresses } from "../../source/own-addresses.ts";
import { readDocument } from "../../source/read-document.ts";
import { readEssay } from "../../source/read-essay.ts";
import { readReader } from "../../source/read-reader.ts";
import { readRegister } from "../../source/read-register.ts";
import { fallbackSettings, readSettings } from "../../source/read-settings.ts";
import { readVolumes } from "../../source/read-volumes.ts";
import type { TextFile } from "../../source/text-file.ts";
import { allWorksheets } from "../../source/worksheets/built-in.ts";
import { readWorksheet } from "../../source/worksheets/read-worksheet.ts";
import type { Apparatus } from "../apparatus.ts";
import { buildApparatus } from "../build-apparatus.ts";

/** An edition by its files, as an editor writes them: `{ "texts/a.md": "…", "people.yaml": "…" }`. */
export type Files = Readonly<Record<string, string>>;

const registers: readonly RegisterName[] = ["people", "places", "organizations", "terms"];

/** Reads an edition from its files. Complaints of the source room mean that the example itself is wrong. */
export function editionOf(files: Files): Edition {
  const found: Diagnostic[] = [];
  const report: Report = (rule, place, message, mend) => {
    found.push(diagnose(rule, place, message, mend));
  };
  const images = new Set(Object.keys(files).filter((path) => path.startsWith("images/")));
  const under = (folder: string): readonly TextFile[] =>
    Object.entries(files)
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([path, text]) => ({ file: `documents/${path}`, lines: text.split("\n") }));
  const written = files["edition.yaml"];
  const { settings, places } =
    written === undefined
      ? fallbackSettings
      : readSettings({ file: "documents/edition.yaml", lines: written.split("\n") }, report);
  const streams = streamsOf(settings);
  const readAll = <Result>(
    folder: string,
    read: (
      text: TextFile,
      images: ReadonlySet<string>,
      report: Report,
      streams: Streams,
    ) => Result | undefined,
  ): readonly Result[] =>
    under(folder).flatMap((text) => read(text, images, report, streams) ?? []);
  const mapping = (name: string): readonly TextFile[] => [
    ...Object.entries(files)
      .filter(([path]) => path === `${name}.yaml`)
      .map(([path, text]) => ({ file: `documents/${path}`, lines: text.split("\n") })),
    ...under(name),
  ];
  const register = registers.flatMap((name) =>
    mapping(name).flatMap((text) => readRegister(text, name, images, report, streams)),
  );
  const volumes = mapping("volumes").flatMap((text) => readVolumes(text, report, streams));
  const edition: Edition = {
    settings,
    settingsPlaces: places,
    documents: readAll("texts", readDocument),
    essays: readAll("essays", readEssay),
    readers: readAll("readers", readReader),
    register,
    volumes: volumes.sort((a, b) => a.matter.order - b.matter.order || (a.id < b.id ? -1 : 1)),
    works: [],
    worksheets: allWorksheets(
      under("worksheets").flatMap((text) => readWorksheet(text, images, true, report) ?? []),
    ),
    styles: [],
    images: [],
  };
  const errors = found.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(formatDiagnostic).join("\n"));
  return withOwnAddresses(withWorksheets(edition));
}

/** The apparatus of an example in which nothing is wrong. */
export function apparatusOf(example: string): Apparatus {
  const { apparatus, diagnostics } = buildApparatus(editionOf(filesOf(example)));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(formatDiagnostic).join("\n"));
  return apparatus;
}

/** What is wrong across an example, a line each. */
export function messagesOf(example: string): readonly string[] {
  return buildApparatus(editionOf(filesOf(example))).diagnostics.map(formatDiagnostic);
}

/**
 * The files of an example. `== texts/a.md` begins a file; a line of hyphens in it parts fields from text, and
 * id, number (in the order of the documents) and title are added where no field gives them.
 */
export function filesOf(example: string): Files {
  const files: Record<string, string> = {};
  let documents = 0;
  for (const part of example.split(/^== /mu).slice(1)) {
    const end = part.indexOf("\n");
    const path = part.slice(0, end).trim();
    if (path.startsWith("texts/")) documents += 1;
    const body = part.slice(end + 1);
    files[path] = path.endsWith(".md") ? withMatter(path, body, documents) : body;
  }
  return files;
}

function withMatter(path: string, body: string, number: number): string {
  const parted = body.indexOf("---\n");
  const fields = parted < 0 ? "" : body.slice(0, parted);
  const text = parted < 0 ? body : body.slice(parted + 4);
  const id = path.slice(path.indexOf("/") + 1, -".md".length);
  const standard: readonly (readonly [key: string, value: string])[] = [
    ...(path.startsWith("worksheets/") ? [] : [["id", id] as const]),
    ...(path.startsWith("texts/") ? [["number", String(number)] as const] : []),
    ["title", `The ${id}`],
  ];
  const added = standard
    .filter(([key]) => !new RegExp(`^${key}:`, "mu").test(fields))
    .map(([key, value]) => `${key}: ${value}\n`);
  return `---\n${added.join("")}${fields}---\n\n${text}`;
}
