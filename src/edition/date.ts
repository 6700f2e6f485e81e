import { boundsOf } from "./date-bounds.ts";
import { readDating } from "./dating.ts";
import { showDating } from "./show-date.ts";

/** A date as the edition holds it. */
export interface EdtfDate {
  /** As written, in EDTF (ISO 8601-2): `1962-10-22/1962-10-28`. */
  readonly edtf: string;
  /** As a historian writes it: `22–28 October 1962`. */
  readonly shown: string;
  /** First and last day that it may mean, ISO 8601: for sorting and for `<time>`. */
  readonly earliest: string;
  readonly latest: string;
}

/** Reads EDTF; nothing where it is not EDTF, or a stretch that ends before it begins. */
export function readDate(text: string): EdtfDate | undefined {
  const dating = readDating(text);
  const bounds = dating && boundsOf(dating);
  return dating && bounds && { edtf: text, shown: showDating(dating), ...bounds };
}
