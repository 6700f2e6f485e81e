import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildApparatus } from "../../apparatus/build-apparatus.ts";
import type { Edition } from "../../edition/edition.ts";
import { readEdition } from "../../source/read-edition.ts";
import { buildSite } from "../build-site.ts";

/** A website as it was written: its files by their paths, text files with what they hold. */
export interface BuiltSite {
  readonly files: ReadonlySet<string>;
  /** Pages and styles. */
  readonly texts: ReadonlyMap<string, string>;
  readonly pages: readonly string[];
}

/** A small edition with every construct of the source format, one of two letters, and one of two volumes. */
export const fixtures = {
  telegrams: fixture("telegrams"),
  twoLetters: fixture("two-letters"),
  twoVolumes: fixture("two-volumes"),
};

function fixture(name: string): string {
  return fileURLToPath(new URL(`../../cli/testing/fixtures/${name}/`, import.meta.url));
}

/** Reads the edition in a folder and builds its website. */
export async function builtFrom(folder: string, pdf = false): Promise<BuiltSite> {
  const { edition } = await readEdition(folder);
  return built(edition, { folder, pdf });
}

/** Builds an edition's website, reads it and takes it away again. */
export async function built(
  edition: Edition,
  { folder = tmpdir(), pdf = false }: { readonly folder?: string; readonly pdf?: boolean } = {},
): Promise<BuiltSite> {
  return withBuilt(edition, { folder, pdf }, readSite);
}

/** Lends the folder into which an edition's website was built. */
export async function withBuilt<Result>(
  edition: Edition,
  { folder, pdf = false }: { readonly folder: string; readonly pdf?: boolean },
  use: (output: string) => Promise<Result>,
): Promise<Result> {
  const output = await mkdtemp(path.join(tmpdir(), "scholium-built-"));
  try {
    const { apparatus } = buildApparatus(edition);
    await buildSite({ edition, apparatus, folder, output, pdf });
    return await use(output);
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

async function readSite(output: string): Promise<BuiltSite> {
  const entries = await readdir(output, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(output, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join("/"))
    .sort();
  const texts = new Map<string, string>();
  for (const file of files.filter((name) => /\.(?:html|css)$/.test(name))) {
    texts.set(file, await readFile(path.join(output, file), "utf8"));
  }
  return {
    files: new Set(files),
    texts,
    pages: files.filter((file) => file.endsWith(".html")),
  };
}

/** A page of a built site. */
export function page(site: BuiltSite, address: string): string {
  const html = site.texts.get(address);
  if (html === undefined) throw new Error(`no page ${address}: ${site.pages.join(" ")}`);
  return html;
}
