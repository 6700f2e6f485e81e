import { existsSync } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { DEEPEST_FOLDER, MOST_FILES } from "../../importers/limits.ts";

/** A file that is to be imported, or standard input. */
export interface FoundInput {
  /** As messages name it. */
  readonly name: string;
  /** Nothing for standard input. */
  readonly path: string | undefined;
  /** The folder beyond which nothing is read. */
  readonly root: string;
  /** Whether it was named itself, and not found in a folder: then it must be of a form that is known. */
  readonly isNamed: boolean;
}

/** Something that was found and is no input. */
export interface PassedOver {
  readonly name: string;
  readonly why: string;
  /** Whether the editor should not rest content with it. */
  readonly isWrong: boolean;
}

/** What is to be imported. */
export type FoundInputs =
  | {
      readonly kind: "found";
      readonly inputs: readonly FoundInput[];
      readonly passedOver: readonly PassedOver[];
    }
  | { readonly kind: "none"; readonly message: string };

/** Files that a folder of documents has beside its documents. */
const ABOUT_THE_FOLDER = /^(?:README|LICEN[CS]E|COPYING|NOTICE|CHANGELOG|CONTRIBUTING)(?:\.\w+)?$/;

/** The file by which an unpacked book is known. */
const BOOK = ["META-INF", "container.xml"] as const;

/**
 * All files that the words of the command name: files, what lies below folders (sorted), and `-`.
 * `edition` is the folder whose own `documents/` are never imported into themselves.
 */
export async function findInputs(
  written: readonly string[],
  edition: string,
): Promise<FoundInputs> {
  const search = new Search(edition);
  for (const name of written) {
    if (name === "-") {
      search.inputs.push({ name, path: undefined, root: process.cwd(), isNamed: true });
      continue;
    }
    const target = path.resolve(name);
    const found = await stat(target).catch(() => undefined);
    if (!found) return { kind: "none", message: `there is no file or folder ${name}` };
    if (found.isDirectory()) {
      await search.folder(name.replace(/[/\\]+$/, "") || name, target);
      continue;
    }
    // Of a pipe nobody knows whether anything will ever come.
    if (found.isFIFO() || found.isSocket())
      return {
        kind: "none",
        message: `${name} is a pipe; give what comes out of it to standard input: scholium import - < ${name}`,
      };
    search.inputs.push({ name, path: target, root: path.dirname(target), isNamed: true });
  }
  if (search.inputs.length === 0 && search.passedOver.length === 0)
    return { kind: "none", message: `there is no file in ${written.join(", ")}` };
  return { kind: "found", inputs: search.inputs, passedOver: search.passedOver };
}

class Search {
  readonly inputs: FoundInput[] = [];
  readonly passedOver: PassedOver[] = [];
  readonly #own: readonly string[];

  constructor(edition: string) {
    this.#own = ["documents", "_site", "node_modules"].map((name) => path.join(edition, name));
  }

  async folder(name: string, target: string): Promise<void> {
    const root = await realpath(target);
    await this.#below(name, target, root, []);
  }

  async #below(
    name: string,
    folder: string,
    root: string,
    above: readonly string[],
  ): Promise<void> {
    const real = await realpath(folder);
    if (above.includes(real)) return this.#pass(name, "a link to a folder that holds it");
    if (above.length > DEEPEST_FOLDER)
      return this.#refuse(name, `folders more than ${DEEPEST_FOLDER} deep`);
    if (this.#own.includes(folder)) return this.#pass(name, "the edition's own folder");
    if (existsSync(path.join(folder, ...BOOK))) {
      const book = path.join(folder, ...BOOK);
      this.inputs.push({ name: `${name}/${BOOK.join("/")}`, path: book, root, isNamed: true });
      return;
    }
    const names = await readdir(folder).catch(() => undefined);
    if (!names) return this.#refuse(name, "the folder cannot be read");
    for (const inner of names.sort(byCodeUnits))
      await this.#entry(`${name}/${inner}`, path.join(folder, inner), root, [...above, real]);
  }

  async #entry(name: string, target: string, root: string, above: readonly string[]) {
    const base = path.basename(target);
    if (base.startsWith(".")) return this.#pass(name, "hidden");
    if (ABOUT_THE_FOLDER.test(base)) return this.#pass(name, "it is about the folder");
    const real = await realpath(target).catch(() => undefined);
    if (real === undefined) return this.#refuse(name, "a link that leads to nothing");
    if (!real.startsWith(root.endsWith(path.sep) ? root : root + path.sep) && real !== root)
      return this.#refuse(name, "a link that leads out of the folder");
    const found = await stat(real);
    if (found.isDirectory()) return this.#below(name, target, root, above);
    if (!found.isFile()) return this.#pass(name, "neither a file nor a folder");
    if (this.inputs.length >= MOST_FILES) {
      if (this.inputs.length === MOST_FILES)
        this.#refuse(name, `more than ${MOST_FILES} files; import it in parts`);
      return;
    }
    this.inputs.push({ name, path: target, root, isNamed: false });
  }

  #pass(name: string, why: string): void {
    this.passedOver.push({ name, why, isWrong: false });
  }

  #refuse(name: string, why: string): void {
    // Of many only the first is said.
    if (this.passedOver.at(-1)?.why !== why || !why.startsWith("more than"))
      this.passedOver.push({ name, why, isWrong: true });
  }
}

/** The same order on every machine, whatever its language. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
