import type { EdtfDate } from "../../edition/date.ts";
import { cslDate } from "../csl-date.ts";

/** Year, month and day of a date that is one of these and in no doubt: `["1962", "05", "24"]`; nothing of any other. */
export function simpleDate(date: EdtfDate): readonly string[] | undefined {
  const { "date-parts": [parts, more] = [], season, circa } = cslDate(date);
  if (!parts || more || season !== undefined || circa) return undefined;
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, "0"));
}
