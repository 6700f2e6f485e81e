import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { RegisterEntry, RegisterName } from "../../edition/edition.ts";
import type { Check } from "../checks.ts";
import { kindOf, kindWords } from "../entities.ts";
import { type MatterName, matterNames, standsAlone } from "../matter-names.ts";
import type { Survey } from "../survey.ts";

/** Names in front matter that the register does not have. */
export const unknownNames: Check = ({ survey }) =>
  survey.entities
    .flatMap((entity) => matterNames(entity, survey.byId))
    .filter((name) => !name.entry && !standsAlone(name))
    .map((name) => unknownName(name, survey));

function unknownName(name: MatterName, survey: Survey): Diagnostic {
  const { value, place, registers } = name;
  const wanted = registers.map(kindWords).join(" or ");
  const other = survey.byId.get(value);
  const message = other
    ? `"${value}" is ${kindWords(kindOf(other))}, not ${wanted}`
    : `no ${wanted.replace(/\ban? /g, "")} has the id "${value}"`;
  return diagnose("reference-unknown", place, message, mendOf(name, other !== undefined, survey));
}

function mendOf(
  { value, registers, plainNames }: MatterName,
  idIsTaken: boolean,
  survey: Survey,
): string {
  const near = nearest(
    value,
    survey.edition.register.filter((entry) => isIn(entry, registers)),
  );
  if (near !== undefined) return `did you mean "${near}"?`;
  const otherwise = plainNames ? "write the name as it is read" : "delete it";
  if (idIsTaken) return otherwise;
  const files = registers.map((register) => `${register}.yaml`).join(" or ");
  return `add it to ${files}, or ${otherwise}`;
}

/** The id that is like the value, or whose name is. */
function nearest(value: string, entries: readonly RegisterEntry[]): string | undefined {
  const byId = suggest(
    value,
    entries.map(({ id }) => id),
  );
  if (byId !== undefined) return byId;
  const names = new Map(
    entries.flatMap(({ id, matter }) =>
      [matter.name, matter.abbreviation ?? matter.name, ...matter.also].map((name) => [name, id]),
    ),
  );
  const byName = suggest(value, names.keys());
  return byName === undefined ? undefined : names.get(byName);
}

function isIn(entry: RegisterEntry, registers: readonly RegisterName[]): boolean {
  return registers.includes(entry.register);
}
