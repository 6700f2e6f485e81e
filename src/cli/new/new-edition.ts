import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import type { SettingsFields } from "../../edition/settings.ts";
import { cleaningUp } from "../interrupts.ts";

/** The files of a new edition, with places for what is particular to it. */
const skeleton = fileURLToPath(new URL("../../../templates/edition/", import.meta.url));

/** How making an edition ended. */
export type NewOutcome =
  | { readonly kind: "made"; readonly files: readonly string[] }
  | { readonly kind: "refused"; readonly message: string };

/** What may lie in a folder that counts as empty: what tools put there, Scholium installed among them. */
const HARMLESS = /^(?:\.git|\.gitignore|\.DS_Store|node_modules|package(?:-lock)?\.json|.*\.tgz)$/u;

/** Makes a small edition that builds at once, in a folder that is empty or not there yet: all of it or nothing. */
export async function newEdition(folder: string, settings: SettingsFields): Promise<NewOutcome> {
  const shown = path.relative(process.cwd(), folder) || ".";
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory())
    return { kind: "refused", message: `${shown} is a file; name a new folder` };
  const there = found ? readdirSync(folder).filter((name) => !HARMLESS.test(name)) : [];
  if (there.length > 0)
    return {
      kind: "refused",
      message: `${shown} is not empty: it holds ${there.sort()[0] ?? ""}; name a new or empty folder`,
    };

  const names = (await readdir(skeleton, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(skeleton, path.join(entry.parentPath, entry.name)))
    .sort();
  const made = found ? undefined : mkdirSync(folder, { recursive: true });
  const staging = path.join(folder, `.scholium-new-${process.pid}`);
  // What was made is taken away again unless all of it is there.
  let isWhole = false;
  const undo = (): void => {
    rmSync(staging, { recursive: true, force: true });
    if (isWhole) return;
    for (const name of topNames(names))
      rmSync(path.join(folder, name), { recursive: true, force: true });
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
  };
  return cleaningUp(undo, async () => {
    try {
      for (const name of names) {
        const target = path.join(staging, name);
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(
          target,
          filledIn(readFileSync(path.join(skeleton, name), "utf8"), name, settings),
        );
      }
      for (const name of topNames(names))
        renameSync(path.join(staging, name), path.join(folder, name));
      isWhole = true;
      return { kind: "made", files: names };
    } finally {
      undo();
    }
  });
}

function topNames(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.split(path.sep)[0] ?? name))];
}

/** The settings that the skeleton has places for. */
const PLACED: ReadonlySet<string> = new Set(["title", "editors", "language", "paper"]);

function filledIn(text: string, name: string, settings: SettingsFields): string {
  const { title, editors = [], language = "en" } = settings;
  const isYaml = !name.endsWith("README.md");
  const others = Object.entries(settings).filter(([key]) => !PLACED.has(key));
  const values: Readonly<Record<string, string>> = {
    title: isYaml ? inYaml(title) : String(title),
    language: inYaml(language),
    editors: field("editors", editors, "Jane Doe"),
    authors: field("authors", editors, "Jane Doe"),
  };
  // In one go: what is filled in may look like a place to fill in.
  const filled = text.replaceAll(/%(\w+)%/g, (place, key: string) => values[key] ?? place);
  if (!name.endsWith("edition.yaml") || others.length === 0) return filled;
  const own = others.reduce(
    (lines, [key]) => lines.replace(new RegExp(`^# ${key}:.*\n(?:#   .*\n)*`, "m"), ""),
    filled,
  );
  return `${own}\n${stringify(Object.fromEntries(others))}`;
}

/** A field with names, or a comment that shows how it is written. */
function field(name: string, value: string | number | readonly unknown[], example: string): string {
  const names = Array.isArray(value) ? value : [value];
  if (names.length === 0) return `# ${name}: ${example}`;
  return stringify({ [name]: names.length === 1 ? names[0] : names }, { lineWidth: 0 }).trimEnd();
}

/** A value as YAML writes it on one line. */
function inYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd();
}
