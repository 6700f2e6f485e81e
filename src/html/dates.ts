import type { EdtfDate } from "../edition/date.ts";
import { element, escapeHtml } from "./element.ts";

/** A date as a historian writes it; as a `<time>` where HTML can say it: a day, a month or a year, but nothing uncertain and no span of time. */
export function dateElement(date: EdtfDate): string {
  const datetime = machineDate(date);
  return datetime === ""
    ? element("span", { class: "date" }, escapeHtml(date.shown))
    : element("time", { datetime }, escapeHtml(date.shown));
}

/** The date for a `<time>` element; empty where HTML has no form for it. */
export function machineDate({ edtf }: EdtfDate): string {
  return /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/.test(edtf) ? edtf : "";
}
