import { PrintFailure } from "../print-failure.ts";

/** How long one chunk may take before the browser is given up, in milliseconds. */
export const PATIENCE = 300_000;

/** How much longer what is done with all pages at once may take for each of them: a busy machine is slow. */
export const PATIENCE_PER_PAGE = 1000;

/** The browser does not answer, and will not. */
export class Unanswered extends PrintFailure {}

/** The browser is gone, and whatever it was asked with it. */
export class BrowserEnded extends PrintFailure {}

/** Waits for the browser, but not for ever. */
export async function patiently<Result>(
  work: Promise<Result>,
  doing: string,
  patience = PATIENCE,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new Unanswered(
          `the browser did not finish ${doing} in ${Math.round(patience / 60_000)} minutes`,
          "try again; if it stays so, look for something unusual there, such as a huge table",
        ),
      );
    }, patience);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw foreseen(error, doing);
  } finally {
    clearTimeout(timer);
  }
}

/** What the browser or Paged.js throws is no fault of ours, but neither is it in words for an editor. */
function foreseen(error: unknown, doing: string): PrintFailure {
  if (error instanceof PrintFailure) return error;
  const [words = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  if (/target closed|session closed|detached|connection closed/i.test(words)) return browserEnded();
  return new PrintFailure(
    `the browser failed at ${doing}: ${words}`,
    "look for something unusual there; if it stays so, report it as a fault of Scholium",
  );
}

/** The browser is gone. */
export function browserEnded(): BrowserEnded {
  return new BrowserEnded(
    "the browser ended while it was laying out pages",
    "try again; the machine may have been short of memory",
  );
}
