import type { CslItem } from "../edition/csl-item.ts";
import { cslDay } from "./csl-date.ts";
import type { CitedEdition } from "./cited-document.ts";

/** A printed reader as it is cited. */
export interface CitedReader {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** Where it is found on the web, where the edition is there. */
  readonly url?: string | undefined;
}

/** A reader in the fields that styles want: a book of the edition's, in the edition's series where it has a title of its own. */
export function projectReader(
  { id, title, subtitle, url }: CitedReader,
  edition: CitedEdition,
): CslItem {
  const { editors, publisher, release, date, language } = edition;
  const issued = date === undefined ? undefined : cslDay(date);
  const whole = subtitle === undefined ? title : `${title}: ${subtitle}`;
  return {
    id,
    type: "book",
    title: `<span class="nocase">${whole}</span>`,
    ...(editors.length > 0 ? { editor: editors } : {}),
    ...(title === edition.title ? {} : { "collection-title": edition.title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(release === undefined ? {} : { version: release }),
    ...(issued ? { issued } : {}),
    language,
    ...(url === undefined ? {} : { URL: url }),
  };
}
