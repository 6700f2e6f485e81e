import type { Place } from "../diagnostics/place.ts";

/** Why an input cannot be imported, said to an editor: never a stack trace. */
export class Refusal extends Error {
  /** How to mend it, a half sentence without a full stop. */
  readonly mend: string;
  readonly place: Place | undefined;

  constructor(message: string, mend: string, place?: Place) {
    super(message);
    this.name = "Refusal";
    this.mend = mend;
    this.place = place;
  }
}
