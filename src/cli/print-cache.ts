import { cacheSettings } from "../print/cache/cache-settings.ts";
import type { PrintCache } from "../print/cache/print-cache.ts";

/** Which print cache a command works with, or what is wrong with what the environment says of it. */
export type ChosenCache =
  | { readonly kind: "chosen"; readonly open: (() => Promise<PrintCache>) | undefined }
  | { readonly kind: "wrong"; readonly message: string };

/** The print cache that the options and the environment ask for. It is opened when something is printed. */
export function choosePrintCache(
  wanted: boolean,
  environment: NodeJS.ProcessEnv,
  onTrouble: (sentence: string) => void,
): ChosenCache {
  const settings = cacheSettings(environment);
  if (settings.kind === "wrong") return settings;
  if (!wanted || settings.kind === "off") return { kind: "chosen", open: undefined };
  return {
    kind: "chosen",
    // Imported late: an edition that is not printed has no use for it.
    open: async () => {
      const { openPrintCache } = await import("../print/cache/open-print-cache.ts");
      return openPrintCache({ ...settings.options, onTrouble });
    },
  };
}
