import type { EdtfDate } from "../../edition/date.ts";
import { machineDate } from "../../html/dates.ts";

/** A date as pages show it. */
export interface DateView {
  /** As a historian writes it: `22–28 October 1962`. */
  readonly shown: string;
  /** For a `<time>` element; empty where HTML has no form for the date. */
  readonly machine: string;
}

/** A date for templates. */
export function dateView(date: EdtfDate): DateView {
  return { shown: date.shown, machine: machineDate(date) };
}
