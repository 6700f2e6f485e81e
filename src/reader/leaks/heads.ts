import type { Apparatus } from "../../apparatus/apparatus.ts";
import { documentName, numbersIn } from "../../apparatus/document-numbers.ts";
import { nameAsShown } from "../../apparatus/name-as-shown.ts";
import type { Document, Edition, RegisterEntry } from "../../edition/edition.ts";
import { plainText } from "../../edition/walk.ts";

/** As much of a part as can stand directly before or behind another within what is looked for. */
const END = 60;

/** A part of so many letters fills whatever is looked for across it. */
const FILLS = 23;

/** Says what the heads of an edition's documents say. */
export function headsIn(
  edition: Edition,
  apparatus: Pick<Apparatus, "byId">,
): (document: Document) => readonly string[] {
  const numberOf = numbersIn(edition);
  const nameOf = (written: string): string => nameAsShown(written, apparatus);
  return (document) => {
    const { matter, abstract, transcription } = document;
    return inRow([
      documentName(numberOf(document)),
      numberOf(document),
      matter.title,
      matter.shortTitle,
      matter.kind,
      matter.date?.shown,
      matter.place === undefined ? undefined : nameOf(matter.place),
      matter.authors.map(nameOf).join(", "),
      matter.recipients.map(nameOf).join(", "),
      `${matter.authors.map(nameOf).join(", ")} to ${matter.recipients.map(nameOf).join(", ")}`,
      plainText(abstract),
      plainText(transcription.slice(0, 3)),
    ]);
  };
}

/** What the head of a register's entry says. */
export function headOfEntry({ matter, description }: RegisterEntry): readonly string[] {
  return inRow([
    matter.name,
    matter.sort,
    matter.abbreviation,
    ...matter.also,
    matter.dates,
    matter.role,
    plainText(description),
  ]);
}

/**
 * What a head says in one row: its parts are fields of their own, which pages, lists and citations set one behind
 * the other, in whatever order. An instructor who quotes such a row gives nothing away.
 */
function inRow(written: readonly (string | undefined)[]): readonly string[] {
  const parts = written.filter((part): part is string => part !== undefined && part.trim() !== "");
  return parts.flatMap((first) =>
    parts.flatMap((second) => {
      if (second === first) return [];
      const before = first.slice(-END);
      if (second.replaceAll(/[^\p{L}\p{N}]/gu, "").length >= FILLS)
        return [`${before} ${second.slice(0, END)}`];
      return [
        `${before} ${second}`,
        ...parts
          .filter((one) => one !== first && one !== second)
          .map((third) => `${before} ${second} ${third.slice(0, END)}`),
      ];
    }),
  );
}

/** By what an edition's lists name what they list. */
export function namesIn({ documents, essays, readers, register }: Edition): readonly string[] {
  return [
    ...documents.flatMap(({ matter }) => [matter.title, matter.shortTitle ?? matter.title]),
    ...[...essays, ...readers].map(({ matter }) => matter.title),
    ...register.flatMap(({ matter: { name, sort = name, abbreviation = name, also } }) => [
      name,
      sort,
      abbreviation,
      ...also,
    ]),
  ];
}
