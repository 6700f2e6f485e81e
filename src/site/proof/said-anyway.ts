import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { plainOfHtml } from "../../citation/plain-of-html.ts";
import { saidToStudents } from "../../reader/leaks/secrets.ts";
import { loadStyles } from "../../source/citation/load-styles.ts";
import { addressOf } from "../addresses.ts";
import type { CitationKeeper } from "../citation-keeper.ts";
import { type SiteSource, layDesk } from "../desk.ts";
import { documentsOf, exportPlans } from "../exports.ts";
import { packageTemplates } from "../package-folders.ts";
import { Site } from "../site.ts";
import { citeView } from "../views/cite.ts";
import { printCiting } from "../views/print-citing.ts";

/**
 * All that students read anyway, whatever there is for instructors: what the edition says to them, citations and
 * addresses made from it, and the words of Scholium's own templates and code. The edition's own templates are not
 * among them: they may say what they must not.
 */
export async function* saidAnyway(
  source: Pick<SiteSource, "edition" | "apparatus">,
  keeper: CitationKeeper,
): AsyncGenerator<string> {
  const { settings, styles } = source.edition;
  const citing = await loadStyles(settings.language, styles);
  const memory = await keeper.open(citing);
  const order: SiteSource = { ...source, audience: "students", pdf: true, citing, memory };
  const desk = layDesk(order);
  yield* saidToStudents(desk);

  for (const document of desk.edition.documents)
    for (const style of citeView(desk, document, addressOf(document))?.styles ?? [])
      for (const { html } of style.ways.flatMap(({ citations }) => citations))
        yield plainOfHtml(html);
  for (const reader of desk.edition.readers) {
    const cited = printCiting(desk, reader, documentsOf(desk, reader));
    yield plainOfHtml(`${cited?.reader ?? ""} ${cited?.note ?? ""}`);
  }
  for (const { address, content } of exportPlans(desk)) if (!address.includes("/")) yield content();
  for (const address of new Site(order).addresses)
    yield `${settings.url?.replace(/\/$/u, "") ?? ""}/${address}`;
  yield* await wordsOfProgram();
}

/** Rooms of the program that have a hand in what students read. */
const ROOMS = "apparatus citation edition html print reader site".split(" ");

let program: Promise<readonly string[]> | undefined;

/** What stands in quotation marks in our own code, and our templates; read once. */
async function wordsOfProgram(): Promise<readonly string[]> {
  program ??= readProgram();
  return program;
}

async function readProgram(): Promise<readonly string[]> {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const written = path.extname(import.meta.url);
  const code = await Promise.all(
    ROOMS.map(async (room) =>
      readFolder(path.join(root, room), (name) =>
        name.endsWith(written) ? !/\.(?:test|d)\.[jt]s$/u.test(name) : false,
      ),
    ),
  );
  const templates = await readFolder(packageTemplates, () => true);
  const quoted = code.flat().flatMap((text) => text.match(/"(?:[^"\\\n]|\\.)*"|`[^`]*`/gu) ?? []);
  return [...quoted, ...templates];
}

async function readFolder(
  folder: string,
  takesPart: (name: string) => boolean,
): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && takesPart(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file) => readFile(file, "utf8")));
}
