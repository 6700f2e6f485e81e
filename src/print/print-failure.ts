/** Why a reader could not be printed, in words for the editor. Thrown inside the print room, a value outside of it. */
export class PrintFailure extends Error {
  readonly mend: string;

  constructor(message: string, mend: string) {
    super(message);
    this.name = "PrintFailure";
    this.mend = mend;
  }
}

/** There is no browser to print with, for this reader or any other. */
export class NoBrowser extends PrintFailure {}

/** Chunks of a reader that could not be laid out as they are, each with why. */
export class ChunksFailed extends PrintFailure {
  readonly chunks: ReadonlySet<string>;

  constructor(failed: ReadonlyMap<string, PrintFailure>) {
    const [first] = failed.values();
    super(first?.message ?? "nothing could be laid out", first?.mend ?? "");
    this.chunks = new Set(failed.keys());
  }
}
