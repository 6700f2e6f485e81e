import { type Diagnostic, byPlace, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Document, Essay, Reader, RegisterEntry } from "../../edition/edition.ts";
import { checkCharacters } from "../check-characters.ts";
import { markdownSource } from "../markdown/markdown-source.ts";
import { type Report, type Voice, emptyPage } from "../markdown/reading.ts";
import { readBody } from "../read-body.ts";
import { readDocument } from "../read-document.ts";
import { readEssay } from "../read-essay.ts";
import { readReader } from "../read-reader.ts";
import { readRegister } from "../read-register.ts";
import { readSettings } from "../read-settings.ts";
import { readWorksheet } from "../worksheets/read-worksheet.ts";
import { type TextFile, readText } from "../text-file.ts";
import { showText } from "./show-text.ts";

/** The images that examples may show. */
const images: ReadonlySet<string> = new Set(["images/map.png", "images/Karte Kuba.png"]);

/** Reads Markdown as if it stood in a document's file: its tree, then what is to be said about it. */
export function showExample(markdown: string, voice: Voice): string {
  return show("documents/texts/example.md", markdown, ({ file, lines }, report) => {
    const placed = lines.map((text, index) => ({ text, line: index + 1, column: 1 }));
    const { blocks, notes } = readBody(
      markdownSource(file, placed),
      voice,
      emptyPage(images, report),
    );
    return showText(blocks, notes);
  });
}

/** The kinds of whole files that there are examples of. */
export type FileKind = "document" | "essay" | "reader" | "worksheet" | "people" | "settings";

/** Reads a whole file: what the model holds of it, then what is to be said about it. */
export function showFileExample(text: string, kind: FileKind): string {
  switch (kind) {
    case "document":
      return show("documents/texts/example.md", text, (file, report) =>
        showDocument(readDocument(file, images, report)),
      );
    case "essay":
      return show("documents/essays/example.md", text, (file, report) =>
        showProse(readEssay(file, images, report)),
      );
    case "reader":
      return show("documents/readers/example.md", text, (file, report) =>
        showProse(readReader(file, images, report)),
      );
    case "worksheet":
      return show("documents/worksheets/example.md", text, (file, report) => {
        const { blocks = [], ...fields } = readWorksheet(file, images, true, report) ?? {};
        return [showFields(fields), showText(blocks)].filter((lines) => lines !== "").join("\n");
      });
    case "people":
      return show("documents/people.yaml", text, (file, report) =>
        readRegister(file, "people", images, report).map(showEntry).join("\n"),
      );
    case "settings":
      return show("documents/edition.yaml", text, (file, report) =>
        showFields(readSettings(file, report).settings),
      );
  }
}

function show(
  file: string,
  written: string,
  read: (text: TextFile, report: Report) => string,
): string {
  const text = readText(file, new TextEncoder().encode(written));
  if ("rule" in text) throw new Error(text.message);
  const found: Diagnostic[] = [];
  const report: Report = (...said) => {
    found.push(diagnose(...said));
  };
  checkCharacters(text, report);
  const shown = read(text, report);
  const messages = found
    .sort(byPlace)
    .map(
      ({ place, rule, message, mend }) =>
        `! ${place.line}:${place.column} ${rule}: ${message}; ${mend}`,
    );
  return [shown, ...messages].filter((line) => line !== "").join("\n");
}

function showDocument(document: Document | undefined): string {
  if (!document) return "no document";
  return [
    showFields(document.matter),
    part("abstract", showText(document.abstract)),
    document.headNotes.length === 0 ? "" : `head: ${document.headNotes.join(" ")}`,
    part("before", showText(document.before)),
    part("transcription", showText(document.transcription)),
    part("after", showText(document.after)),
    part("notes", showText([], document.notes)),
  ]
    .filter((lines) => lines !== "")
    .join("\n");
}

function showProse(prose: Essay | Reader | undefined): string {
  if (!prose) return "nothing";
  const parts = [showFields(prose.matter), showText(prose.blocks, prose.notes)];
  return parts.filter((lines) => lines !== "").join("\n");
}

function showEntry(entry: RegisterEntry): string {
  const { place } = entry;
  const lines = [
    `${place.line}:${place.column} ${entry.id} ${showFields(entry.matter)}`,
    part("description", showText(entry.description)),
  ];
  return lines.filter((line) => line !== "").join("\n");
}

/** Fields as JSON in one line, without those that are empty or stand by default. */
function showFields(matter: object): string {
  const given = Object.entries(matter).filter(
    ([, value]) => !["[]", "{}", "false", '{"credits":[]}'].includes(JSON.stringify(value)),
  );
  return given.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(" ");
}

function part(name: string, lines: string): string {
  return lines === "" ? "" : `${name}:\n${lines.replaceAll(/^/gm, "  ")}`;
}
