import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { formatDiagnostic } from "../../diagnostics/report.ts";
import { type SettingsFields, settingsSchema } from "../../edition/settings.ts";
import type { Report } from "../../source/markdown/reading.ts";
import { readSettings } from "../../source/read-settings.ts";
import { readText } from "../../source/text-file.ts";
import { readYaml } from "../../source/yaml-fields.ts";

/** Settings for a new edition, or what is wrong with them. */
export type FromSettings =
  | { readonly kind: "good"; readonly settings: SettingsFields }
  | { readonly kind: "wrong"; readonly message: string };

/** What the command line says of a new edition. */
export interface FromWords {
  /** Of each `--from`: a YAML file with fields of `edition.yaml`, or KEY=VALUE. */
  readonly from: readonly string[];
  readonly title: string | undefined;
  readonly editors: readonly string[];
  readonly language: string | undefined;
  /** The new folder, whose name makes a title where none is given. */
  readonly folder: string;
}

/** The settings that the words of the command line make, checked as `edition.yaml` is. */
export function readFrom(words: FromWords): FromSettings {
  const fields = new Map<string, unknown>();
  const editors: unknown[] = [...words.editors];
  for (const from of words.from) {
    const read = readOne(from);
    if (typeof read === "string") return { kind: "wrong", message: read };
    for (const [key, value] of Object.entries(read)) {
      const name = key === "editor" ? "editors" : key;
      if (name === "editors") editors.push(...(Array.isArray(value) ? value : [value]));
      else fields.set(name, value);
    }
  }
  if (words.title !== undefined) fields.set("title", words.title);
  if (words.language !== undefined) fields.set("language", words.language);
  if (!fields.has("title")) fields.set("title", titleOf(words.folder));
  if (editors.length > 0) fields.set("editors", editors);
  return checked(Object.fromEntries(fields));
}

/** A title made of a folder's name: `cuban-crisis` becomes "Cuban crisis". */
export function titleOf(folder: string): string {
  const words = path
    .basename(folder)
    .replaceAll(/[-_\s]+/g, " ")
    .trim();
  return words === "" ? "An edition" : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The fields of one `--from`, or what is wrong with it. */
function readOne(from: string): object | string {
  const [, key, value] = /^([a-z][a-z-]*)=(.*)$/s.exec(from) ?? [];
  if (key !== undefined && value !== undefined) return { [key]: value };
  const found = statSync(from, { throwIfNoEntry: false });
  if (!found?.isFile())
    return `there is no file ${from}; --from takes a YAML file, or KEY=VALUE such as "title=The Missiles of October"`;
  const text = readText(from, readFileSync(from));
  if ("rule" in text) return formatDiagnostic(text);
  const { problems, report } = collecting();
  const read = readYaml(from, text.lines, 1, report);
  const [problem] = problems;
  if (problem) return formatDiagnostic(problem);
  return typeof read.value === "object" && read.value !== null && !Array.isArray(read.value)
    ? read.value
    : `${from} holds no fields; write each as name: value`;
}

function checked(fields: object): FromSettings {
  const { problems, report } = collecting();
  readSettings({ file: "edition.yaml", lines: stringify(fields).split("\n") }, report);
  const [problem] = problems;
  if (problem) return { kind: "wrong", message: `${problem.message}; ${problem.mend}` };
  return areSettings(fields)
    ? { kind: "good", settings: fields }
    : { kind: "wrong", message: "these are no settings of an edition" };
}

function areSettings(fields: object): fields is SettingsFields {
  return settingsSchema.safeParse(fields).success;
}

function collecting(): { readonly problems: readonly Diagnostic[]; readonly report: Report } {
  const problems: Diagnostic[] = [];
  return { problems, report: (...said) => void problems.push(diagnose(...said)) };
}
