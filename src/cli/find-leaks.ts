import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import { worksCited } from "../citation/cite-works.ts";
import { type Diagnostic, byPlace, diagnose } from "../diagnostics/diagnostic.ts";
import { withoutInstructor } from "../edition/without-instructor.ts";
import { type Secret, secretsOf } from "../reader/leaks/secrets.ts";
import { type Traps, layTraps, secretsIn } from "../reader/leaks/traps.ts";
import type { CitationKeeper } from "../site/citation-keeper.ts";
import { saidAnyway } from "../site/proof/said-anyway.ts";
import { textsOfFile } from "../site/proof/texts-of-file.ts";
import type { CheckedEdition } from "./check-edition.ts";

/** What to search, and for whose secrets. */
export interface LeakSearch extends Pick<CheckedEdition, "edition" | "apparatus"> {
  /** Where all that students get was written. */
  readonly folder: string;
  readonly keeper: CitationKeeper;
  readonly onFile?: (done: number, total: number) => void;
}

/** What was searched, and what was found. */
export interface SearchedOutput {
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A place in what students get that says a secret, as a message names it. */
type Found = ReadonlyMap<Secret, readonly string[]>;

/** Searches every file that students get, and the names of files, for what is for instructors alone. */
export async function findLeaks(search: LeakSearch): Promise<SearchedOutput> {
  const traps = await trapsFor(search);
  const names = await filesIn(search.folder);
  const found = new Map<Secret, string[]>();
  // Pages have much in common: what was found to be clean is not searched again.
  const clean = new Set<string>();
  for (const [at, name] of names.entries()) {
    for (const [where, texts] of await textsOf(search.folder, name)) {
      for (const text of texts) {
        if (clean.has(text)) continue;
        const secrets = secretsIn(text, traps);
        if (secrets.size === 0) clean.add(text);
        for (const secret of secrets) {
          const places = found.get(secret) ?? [];
          if (places.at(-1) !== where) found.set(secret, [...places, where]);
        }
      }
    }
    search.onFile?.(at + 1, names.length);
    await setImmediate();
  }
  return { files: names.length, diagnostics: leaksAsDiagnostics(found) };
}

async function trapsFor({ edition, apparatus, keeper }: LeakSearch): Promise<Traps> {
  const students = withoutInstructor(edition);
  const shown = buildApparatus(students).apparatus;
  const secrets = secretsOf(
    { edition, apparatus, works: worksCited(edition, apparatus) },
    { edition: students, apparatus: shown, works: worksCited(students, shown) },
  );
  const said: string[] = [];
  for await (const text of saidAnyway({ edition, apparatus }, keeper)) said.push(text);
  return layTraps(secrets, said);
}

/** The texts of a file, by what a message calls the place where they stand. */
async function textsOf(
  folder: string,
  name: string,
): Promise<readonly (readonly [where: string, texts: readonly string[]])[]> {
  const content = await readFile(path.join(folder, name));
  const named = [`the name of ${name}`, [name]] as const;
  if (path.extname(name).toLowerCase() !== ".pdf")
    return [named, [name, textsOfFile(name, content)]];
  // Imported late: a build of the website alone has no use for it.
  const { textsOfPdf } = await import("../print/proof/texts-of-pdf.ts");
  const { pages, beside } = await textsOfPdf(content);
  return [
    named,
    ...pages.map((words, at) => [`${name}, page ${at + 1}`, [words]] as const),
    [name, beside],
  ];
}

function leaksAsDiagnostics(found: Found): readonly Diagnostic[] {
  return [...found]
    .map(([{ text, place }, [first, ...others]]) => {
      const more = others.length === 0 ? "" : ` and ${others.length} more`;
      const message = `“${shorten(text)}” is for instructors and stands in ${first}${more}`;
      return diagnose("leak", place, message);
    })
    .sort(byPlace);
}

function shorten(text: string): string {
  const words = text.replaceAll(/\s+/gu, " ").trim();
  return words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join("/"))
    .sort();
}
