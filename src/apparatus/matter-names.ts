import type { Place } from "../diagnostics/place.ts";
import type { Document, Entity, Essay, RegisterEntry, RegisterName } from "../edition/edition.ts";
import { ID } from "../edition/fields.ts";
import { placeOfField } from "./entities.ts";

/** One row of the table of front-matter fields that name entries of the register. */
interface NameField<Matter> {
  readonly field: string;
  readonly values: (matter: Matter) => readonly string[];
  readonly registers: readonly RegisterName[];
  /** Whether a plain name may stand where the register has no entry. */
  readonly plainNames: boolean;
}

const AGENTS: readonly RegisterName[] = ["people", "organizations"];

const documentFields: readonly NameField<Document["matter"]>[] = [
  { field: "authors", values: (matter) => matter.authors, registers: AGENTS, plainNames: true },
  {
    field: "recipients",
    values: (matter) => matter.recipients,
    registers: AGENTS,
    plainNames: true,
  },
  {
    field: "contributors",
    values: (matter) => matter.contributors,
    registers: AGENTS,
    plainNames: true,
  },
  {
    field: "translators",
    values: (matter) => matter.translators,
    registers: AGENTS,
    plainNames: true,
  },
  {
    field: "place",
    values: (matter) => (matter.place === undefined ? [] : [matter.place]),
    registers: ["places"],
    plainNames: true,
  },
  { field: "people", values: (matter) => matter.people, registers: ["people"], plainNames: false },
  { field: "places", values: (matter) => matter.places, registers: ["places"], plainNames: false },
];

const essayFields: readonly NameField<Essay["matter"]>[] = [
  { field: "authors", values: (matter) => matter.authors, registers: AGENTS, plainNames: true },
];

/** A name in a front matter. */
export interface MatterName {
  readonly owner: Document | Essay;
  readonly value: string;
  readonly place: Place;
  readonly registers: readonly RegisterName[];
  readonly plainNames: boolean;
  /** The entry that is meant; absent for a plain name, and where the value is wrong. */
  readonly entry?: RegisterEntry;
}

/** The names in an entity's front matter, in the order of the table. */
export function matterNames(
  owner: Entity,
  byId: ReadonlyMap<string, Entity>,
): readonly MatterName[] {
  switch (owner.kind) {
    case "document":
      return documentFields.flatMap((row) => namesIn(owner, row, row.values(owner.matter), byId));
    case "essay":
      return essayFields.flatMap((row) => namesIn(owner, row, row.values(owner.matter), byId));
    case "reader":
    case "register-entry":
      return [];
  }
}

function namesIn(
  owner: Document | Essay,
  { field, registers, plainNames }: Omit<NameField<never>, "values">,
  values: readonly string[],
  byId: ReadonlyMap<string, Entity>,
): readonly MatterName[] {
  return values.map((value, index) => {
    const entity = byId.get(value);
    const meant = entity?.kind === "register-entry" && registers.includes(entity.register);
    const place = owner.places.get(`${field}.${index}`) ?? placeOfField(owner, field);
    return { owner, value, place, registers, plainNames, ...(meant ? { entry: entity } : {}) };
  });
}

/** Whether a name is allowed to have no entry: it is a plain name, in a field that may hold one. */
export function standsAlone({ value, plainNames }: MatterName): boolean {
  return plainNames && !ID.test(value);
}
