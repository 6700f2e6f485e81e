import { PrintFailure } from "../print-failure.ts";

/** How long the browser may give no sign before it is given up, in milliseconds. */
export const PATIENCE = 60_000;

/** How much longer what is done with many pages at once may take for each of them: a busy machine is slow. */
export const PATIENCE_PER_PAGE = 1000;

/** The browser does not answer, and will not. */
export class Unanswered extends PrintFailure {}

/** The browser is gone, and whatever it was asked with it. */
export class BrowserEnded extends PrintFailure {}

/** Waits for the browser, but not for ever. The work is given a function that tells that it goes on. */
export async function patiently<Result>(
  work: (sign: () => void) => Promise<Result>,
  doing: string,
  patience = PATIENCE,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  let settled = false;
  let giveUp: (error: Unanswered) => void;
  const late = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const wait = (): void => {
    clearTimeout(timer);
    if (settled) return;
    timer = setTimeout(() => giveUp(unanswered(doing, patience)), patience);
  };
  wait();
  try {
    return await Promise.race([work(wait), late]);
  } catch (error) {
    throw foreseen(error, doing);
  } finally {
    settled = true;
    clearTimeout(timer);
  }
}

function unanswered(doing: string, patience: number): Unanswered {
  return new Unanswered(
    `the browser did not finish ${doing}, and gave no sign for ${said(patience)}`,
    "try again; if it stays so, look for something unusual there, such as a huge table",
  );
}

function said(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
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
