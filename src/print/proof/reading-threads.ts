import type { Worker } from "node:worker_threads";
import { ownThread } from "../own-thread.ts";
import { PrintFailure } from "../print-failure.ts";
import type { ReadPdfPage } from "./read-pdf.ts";
import type { PdfMatterRead } from "./read-matter.ts";

/** What a reading thread is given. */
export interface ReadingTask {
  readonly pdf: SharedArrayBuffer;
  readonly known: ReadonlySet<number>;
  /** How many of the other pages the threads together have begun to read. */
  readonly begun: SharedArrayBuffer;
  /** Whether it also reads what stands beside the pages. */
  readonly matter: boolean;
}

/** What a reading thread tells. */
export type ReadingStep =
  | { readonly kind: "matter"; readonly matter: PdfMatterRead }
  | { readonly kind: "page"; readonly page: number; readonly read: ReadPdfPage }
  | { readonly kind: "done" };

/** Threads that read PDFs, each one. */
export interface ReadingThreads {
  /** Starts so many, so that PDFium is in them when there is something to read. */
  readonly prepare: (count: number) => void;
  /** Gives a task to each of so many threads, and waits until all have done theirs. */
  readonly read: (
    count: number,
    taskOf: (thread: number) => ReadingTask,
    onStep: (step: ReadingStep) => void,
  ) => Promise<void>;
}

/** Lends threads to read PDFs with; whatever happens, none is left. */
export async function withReadingThreads<Result>(
  use: (threads: ReadingThreads) => Promise<Result>,
): Promise<Result> {
  const all: ReadingThread[] = [];
  const ready: ReadingThread[] = [];
  const prepare = (count: number): void => {
    while (ready.length < count) {
      const thread = new ReadingThread();
      all.push(thread);
      ready.push(thread);
    }
  };
  try {
    return await use({
      prepare,
      async read(count, taskOf, onStep) {
        prepare(count);
        const asked = ready.splice(0, count);
        await Promise.all(asked.map((thread, at) => thread.read(taskOf(at), onStep)));
        ready.push(...asked);
      },
    });
  } finally {
    await Promise.all(all.map((thread) => thread.end()));
  }
}

class ReadingThread {
  readonly #worker: Worker;
  readonly #ended: Promise<void>;

  constructor() {
    const worker = ownThread("./reading-thread", import.meta.url, undefined);
    this.#worker = worker;
    this.#ended = new Promise((resolve, reject) => {
      worker.once("error", (error: Error) => reject(unreadable(error.message)));
      worker.once("exit", (code) => {
        if (code === 0) resolve();
        else reject(unreadable(`its reading ended with code ${code}`));
      });
    });
    this.#ended.catch(() => undefined);
  }

  /** When it has done its task it is ready for another. */
  async read(task: ReadingTask, onStep: (step: ReadingStep) => void): Promise<void> {
    const worker = this.#worker;
    const done = new Promise<void>((resolve) => {
      const hear = (step: ReadingStep): void => {
        if (step.kind !== "done") return onStep(step);
        worker.off("message", hear);
        resolve();
      };
      worker.on("message", hear);
    });
    worker.postMessage(task, []);
    return Promise.race([done, this.#ended]);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** Says why a PDF cannot be read back. */
export function unreadable(why: string): PrintFailure {
  return new PrintFailure(
    `the PDF cannot be read back: ${why}`,
    "report it as a fault of Scholium",
  );
}
