/** A date in CSL-JSON. */
export interface CslDate {
  /** One date, or the two ends of a stretch: year, month, day. */
  readonly "date-parts"?: readonly (readonly number[])[];
  readonly season?: number;
  readonly circa?: boolean;
  /** A date that has no other form, as it is shown. */
  readonly literal?: string;
}

/** A name in CSL-JSON. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/** An item in CSL-JSON: as much of it as documents of an edition need (CSL 1.0.2, appendix IV). */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly "title-short"?: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly recipient?: readonly CslName[];
  readonly translator?: readonly CslName[];
  readonly contributor?: readonly CslName[];
  readonly genre?: string;
  readonly medium?: string;
  readonly issued?: CslDate;
  readonly archive?: string;
  readonly archive_collection?: string;
  readonly archive_location?: string;
  readonly "archive-place"?: string;
  readonly source?: string;
  readonly "container-title"?: string;
  readonly publisher?: string;
  readonly version?: string;
  readonly number?: string;
  readonly "call-number"?: string;
  readonly abstract?: string;
  readonly keyword?: string;
  readonly note?: string;
  readonly language?: string;
  readonly URL?: string;
}
