import { readDate } from "../../edition/date.ts";
import { elementsNamed, type XmlElement } from "../xml/xml-tree.ts";

/** The day that a date's attributes tell, in EDTF; the time of day stays in the text. */
export function dateOf(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined;
  for (const date of element.name === "date" ? [element] : elementsNamed(element, "date")) {
    const found = datingOf(date.attributes);
    if (found !== undefined) return found;
  }
  return undefined;
}

function datingOf(attributes: ReadonlyMap<string, string>): string | undefined {
  const when = dayOf(attributes.get("when"));
  if (when !== undefined) return when;
  const from = dayOf(attributes.get("from") ?? attributes.get("notBefore"));
  const to = dayOf(attributes.get("to") ?? attributes.get("notAfter"));
  return stretch(from, to);
}

/** From one day to another; one day where they are the same. */
export function stretch(from: string | undefined, to: string | undefined): string | undefined {
  if (from === undefined || to === undefined) return from ?? to;
  return valid(from === to ? from : `${from}/${to}`);
}

/** The day of a date or a point in time: `1962-10-22T18:00:00-05:00`. */
export function dayOf(written: string | undefined): string | undefined {
  const day = /^\s*(-?\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T.*)?\s*$/u.exec(written ?? "")?.[1];
  return day === undefined ? undefined : valid(day);
}

function valid(edtf: string): string | undefined {
  return readDate(edtf) ? edtf : undefined;
}

/** What attributes of a date say that is no date: for a doubt. */
export function unreadableDate(element: XmlElement): string | undefined {
  for (const date of elementsNamed(element, "date")) {
    for (const name of ["when", "from", "to", "notBefore", "notAfter"]) {
      const written = date.attributes.get(name)?.trim() ?? "";
      if (written !== "" && dayOf(written) === undefined) return written;
    }
  }
  return undefined;
}
