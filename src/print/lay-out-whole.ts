import type { Browser } from "puppeteer-core";
import type { ExpectedReading } from "./proof/expected-text.ts";
import { proveLayout } from "./proof/layout-proof.ts";
import { type PaginatedReader, type PaginationOrder, paginate } from "./paginate.ts";
import { ChunksFailed, PrintFailure } from "./print-failure.ts";
import type { ProofFailure } from "./proof/proof-failure.ts";

/** A reader laid out and printed, and what its layout lacks. */
export interface ProvedReader {
  readonly paginated: PaginatedReader;
  readonly failures: readonly ProofFailure[];
}

/** As often as new chunks may turn out to fail; what fails then is said. */
const MOST_TRIES = 3;

/**
 * Lays a reader out and proves that all of it is there. Chunks in which Paged.js fails, or loses text, are
 * set in the plainest way, with all their notes behind them: a book with a note in the wrong place is better
 * than no book. The proof is the same for all.
 */
export async function layOutWhole(
  browser: Browser,
  order: PaginationOrder,
  expected: readonly ExpectedReading[],
): Promise<ProvedReader> {
  const plain = new Set<string>();
  for (let tries = 1; ; tries += 1) {
    let failures: readonly ProofFailure[] = [];
    try {
      const paginated = await paginate(browser, {
        ...order,
        plain: new Set(plain),
        onLayout: (layout) => {
          failures = proveLayout(layout, expected);
          const lossy = failures.flatMap(({ rule, chunk }) =>
            rule === "print-text" && chunk !== undefined && !plain.has(chunk) ? [chunk] : [],
          );
          const why = new PrintFailure(
            "text is lost in the layout",
            "report it as a fault of Scholium",
          );
          const lost = new Map(lossy.map((chunk) => [chunk, why]));
          if (lost.size > 0 && tries < MOST_TRIES) throw new ChunksFailed(lost);
        },
      });
      return { paginated, failures };
    } catch (error) {
      if (!(error instanceof ChunksFailed) || tries === MOST_TRIES) throw error;
      const more = [...error.chunks].filter((chunk) => !plain.has(chunk));
      if (more.length === 0) throw error;
      for (const chunk of more) plain.add(chunk);
    }
  }
}
