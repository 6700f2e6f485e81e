import type { Apparatus } from "../../apparatus/apparatus.ts";
import { nameAsShown } from "../../apparatus/name-as-shown.ts";
import type { Document } from "../../edition/edition.ts";
import { plainText } from "../../edition/walk.ts";

/** As much of a text's beginning as can stand directly behind a head. */
const BEGINNING = 200;

/** A longer part fills whatever is looked for across it. */
const SHORT = 24;

/**
 * What a document's head says in one row: its parts are fields of their own, which pages, lists and citations set
 * one behind the other, in whatever order. An instructor who quotes such a row gives nothing away.
 */
export function headsOf(document: Document, apparatus: Pick<Apparatus, "byId">): readonly string[] {
  const { matter, transcription } = document;
  const nameOf = (written: string): string => nameAsShown(written, apparatus);
  const parts = [
    matter.title,
    matter.shortTitle,
    matter.kind,
    matter.date?.shown,
    matter.place === undefined ? undefined : nameOf(matter.place),
    matter.authors.map(nameOf).join(", "),
    matter.recipients.map(nameOf).join(", "),
    plainText(transcription.slice(0, 3)).slice(0, BEGINNING),
  ].flatMap((part) => (part === undefined || part.trim() === "" ? [] : [part]));
  return parts.flatMap((first) =>
    parts.flatMap((second) => {
      if (second === first) return [];
      const pair = `${first} ${second}`;
      if (second.length > SHORT) return [pair];
      return [
        pair,
        ...parts
          .filter((one) => one !== first && one !== second)
          .map((third) => `${pair} ${third}`),
      ];
    }),
  );
}
