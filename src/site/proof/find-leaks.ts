import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { buildApparatus } from "../../apparatus/build-apparatus.ts";
import { worksCited } from "../../citation/cite-works.ts";
import { type Diagnostic, byPlace, diagnose } from "../../diagnostics/diagnostic.ts";
import { startOf } from "../../diagnostics/place.ts";
import { withoutInstructor } from "../../edition/without-instructor.ts";
import { namesIn } from "../../reader/leaks/heads.ts";
import { type Secret, secretsOf } from "../../reader/leaks/secrets.ts";
import { type Traps, layTraps, secretsIn } from "../../reader/leaks/traps.ts";
import type { CitationKeeper } from "../citation-keeper.ts";
import { saidAnyway } from "./said-anyway.ts";
import { textsOfFile } from "./texts-of-file.ts";
import type { SiteSource } from "../desk.ts";

/** All that can be read in a PDF: on its pages, and beside them. */
interface PdfTexts {
  readonly pages: readonly string[];
  readonly beside: readonly string[];
}

type ReadPdf = (pdf: Uint8Array) => Promise<PdfTexts>;

/** What to search, and for whose secrets. */
export interface LeakSearch extends Pick<SiteSource, "edition" | "apparatus"> {
  /** Where all that students get was written. */
  readonly folder: string;
  readonly keeper: CitationKeeper;
  /** Lends what reads PDFs; where left out they are not searched. */
  readonly withPdfTexts?: (use: (read: ReadPdf) => Promise<void>) => Promise<void>;
  readonly onFile?: (done: number, total: number) => void;
}

/** What was searched, and what was found. */
export interface SearchedOutput {
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** The places in what students get where each secret stands, as a message names them. */
type Found = Map<Secret, string[]>;

/** Searches every file that students get, and the names of files, for what is for instructors alone. */
export async function findLeaks(search: LeakSearch): Promise<SearchedOutput> {
  const { folder, onFile } = search;
  const traps = await trapsFor(search);
  const names = await filesIn(folder);
  const found: Found = new Map();
  const closed: Diagnostic[] = [];
  // Pages have much in common: what was found to be clean is not searched again.
  const clean = new Set<string>();
  const searchTexts = (where: string, texts: readonly string[]): void => {
    for (const text of texts) {
      if (clean.has(text)) continue;
      const secrets = secretsIn(text, traps);
      if (secrets.size === 0) clean.add(text);
      for (const secret of secrets) {
        const places = found.get(secret);
        if (!places) found.set(secret, [where]);
        else if (places.at(-1) !== where) places.push(where);
      }
    }
  };

  const searchAll = async (readPdf?: ReadPdf): Promise<void> => {
    for (const [at, name] of names.entries()) {
      const content = await readFile(path.join(folder, name));
      searchTexts(`the name of ${name}`, [name]);
      if (readPdf && path.extname(name).toLowerCase() === ".pdf") {
        const read = await readPdf(content).catch(reasonOf);
        if (typeof read === "string") closed.push(cannotSearch(name, read));
        else {
          for (const [page, words] of read.pages.entries())
            searchTexts(`${name}, page ${page + 1}`, [words]);
          searchTexts(name, read.beside);
        }
      } else searchTexts(name, textsOfFile(name, content));
      onFile?.(at + 1, names.length);
      await setImmediate();
    }
  };
  await (search.withPdfTexts ? search.withPdfTexts(searchAll) : searchAll());
  return { files: names.length, diagnostics: [...closed, ...leaksAsDiagnostics(found)] };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A file that nobody can look into may hold anything. */
function cannotSearch(name: string, reason: string): Diagnostic {
  return diagnose(
    "leak",
    startOf("documents/edition.yaml"),
    `${name} cannot be searched for what is for instructors: ${reason}`,
    "take it away, or put one there that opens without a password",
  );
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
  return layTraps(secrets, said, namesIn(students));
}

function leaksAsDiagnostics(found: ReadonlyMap<Secret, readonly string[]>): readonly Diagnostic[] {
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
