/** Why a reader could not be printed, in words for the editor. Thrown inside the print room, a value outside of it. */
export class PrintFailure extends Error {
  readonly mend: string;

  constructor(message: string, mend: string) {
    super(message);
    this.name = "PrintFailure";
    this.mend = mend;
  }
}
