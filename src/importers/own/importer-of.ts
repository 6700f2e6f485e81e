import { ID } from "../../edition/fields.ts";
import type { Streams } from "../../edition/streams.ts";
import type { Importer } from "../importer.ts";
import type { Input } from "../input.ts";
import { Refusal } from "../refusal.ts";
import { placeOfError, reasonOf } from "./error-places.ts";
import { isObject, textIn } from "./given-values.ts";
import { workOf } from "./work-of.ts";

/** A module of the editor's own. */
export interface OwnModule {
  /** As messages name it: `importers/minutes.mjs`. */
  readonly file: string;
  readonly path: string;
  /** The streams that its notes may name. */
  readonly streams: Streams;
}

/** The importer that a module of the editor's own gives, or a sentence that says why it gives none. */
export function importerOf(module: unknown, own: OwnModule): Importer | string {
  const given = isObject(module) ? module["default"] : undefined;
  if (!isObject(given)) return "it has no default export, or one that is no object";
  const { read, recognizes, endings } = given;
  const name = textIn(given, "name");
  if (name === undefined || !ID.test(name))
    return 'its "name" must be small letters, digits and hyphens';
  if (!isFunction(read)) return 'its "read" must be a function';
  if (recognizes !== undefined && !isFunction(recognizes))
    return 'its "recognizes" must be a function';
  if (endings !== undefined && !isWords(endings))
    return 'its "endings" must be a list of endings of file names, such as ".min"';

  const failed = new WeakMap<Input, unknown>();
  return {
    name,
    label: textIn(given, "label") ?? `what ${own.file} reads`,
    recognizes: (input) => {
      if (endings?.some((ending) => input.name.toLowerCase().endsWith(ending.toLowerCase())))
        return 1;
      try {
        return surenessOf(recognizes?.call(given, input));
      } catch (error) {
        if (error instanceof Refusal) return 0;
        // Said when the input is read, since here nothing can be.
        failed.set(input, error);
        return 1;
      }
    },
    read: async (input, context) => {
      try {
        if (failed.has(input)) throw failed.get(input);
        const work: unknown = await read.call(given, input, context);
        return workOf(work, input, own.streams);
      } catch (error) {
        throw refusalOf(error, own);
      }
    },
  };
}

/** What went wrong in the editor's own code, as it is told of an input. */
function refusalOf(error: unknown, { file, path }: OwnModule): Refusal {
  if (error instanceof Refusal) return error;
  if (process.env.SCHOLIUM_DEBUG) console.error(error);
  // The package may be installed twice.
  if (error instanceof Error && error.name === "Refusal" && "mend" in error)
    return new Refusal(error.message, String(error.mend));
  const { line, column } = placeOfError(error, file, path);
  return new Refusal(
    `${file}:${line}:${column} failed: ${reasonOf(error)}`,
    "correct it; with SCHOLIUM_DEBUG=1 set, the command shows more",
  );
}

function surenessOf(said: unknown): number {
  if (typeof said === "boolean") return said ? 1 : 0;
  return typeof said === "number" && said >= 0 ? Math.min(said, 1) : 0;
}

function isFunction(value: unknown): value is (...given: readonly unknown[]) => unknown {
  return typeof value === "function";
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
