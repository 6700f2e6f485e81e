/** What printing took, what must be made ready before left out. */
export interface PrintedJob {
  readonly seconds: number;
  readonly pages: number;
  readonly megabytes: number;
  /** Seconds from the first news of a stage to the first of the next. */
  readonly stages: Readonly<Record<string, number>>;
}

/** The line by which a job says that it begins with what is to be measured. */
export const BEGIN = "now it begins";
