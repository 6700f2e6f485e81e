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
  /** "van" of "Ludwig van Beethoven", which a short form leaves out. */
  readonly "dropping-particle"?: string;
  /** "de" of "Charles de Gaulle", which every form keeps. */
  readonly "non-dropping-particle"?: string;
  /** "Jr." */
  readonly suffix?: string;
}

/** An item in CSL-JSON: as much of it as documents of an edition and works that it cites need (CSL 1.0.2, appendix IV). */
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
  readonly "container-author"?: readonly CslName[];
  readonly "collection-editor"?: readonly CslName[];
  readonly "original-author"?: readonly CslName[];
  readonly "series-creator"?: readonly CslName[];
  readonly director?: readonly CslName[];
  readonly interviewer?: readonly CslName[];
  readonly accessed?: CslDate;
  readonly "event-date"?: CslDate;
  readonly "original-date"?: CslDate;
  readonly "collection-number"?: string;
  readonly "collection-title"?: string;
  readonly "container-title-short"?: string;
  readonly "chapter-number"?: string;
  readonly dimensions?: string;
  readonly DOI?: string;
  readonly edition?: string;
  readonly "event-place"?: string;
  readonly "event-title"?: string;
  readonly ISBN?: string;
  readonly ISSN?: string;
  readonly issue?: string;
  readonly "number-of-pages"?: string;
  readonly "number-of-volumes"?: string;
  readonly "original-publisher"?: string;
  readonly "original-publisher-place"?: string;
  readonly "original-title"?: string;
  readonly page?: string;
  readonly "part-number"?: string;
  readonly "publisher-place"?: string;
  readonly section?: string;
  readonly status?: string;
  readonly supplement?: string;
  readonly volume?: string;
  readonly "volume-title"?: string;
  readonly "year-suffix"?: string;
}
