import type { Entity } from "../edition/edition.ts";

/** A person by family and given names, or a body, or a person with one name, as it is written. */
export type CitedName =
  { readonly family: string; readonly given: string } | { readonly literal: string };

/**
 * How citations name those whom a front matter names: an id of the register, or plain words. A person is known by a
 * comma, in the register's `sort` or in the words: "Biryuzov, Sergei". Whatever has none is one name, as bodies are.
 */
export function citedNames(
  written: readonly string[],
  byId: ReadonlyMap<string, Entity>,
): readonly CitedName[] {
  return written.map((name) => {
    const entity = byId.get(name);
    if (entity?.kind !== "register-entry") return dividedName(name) ?? { literal: name };
    const { name: shown, sort = shown } = entity.matter;
    const divided = entity.register === "people" ? dividedName(sort) : undefined;
    return divided ?? { literal: shown };
  });
}

function dividedName(sorted: string): CitedName | undefined {
  const [, family = "", given = ""] = /^([^,]+),\s*(.+)$/u.exec(sorted.trim()) ?? [];
  return family === "" || given === "" ? undefined : { family: family.trim(), given };
}

/** A name as it is read: "Sergei Biryuzov", "Tomas Lindqvist, Jr.". */
function nameInWords(name: CitedName): string {
  if ("literal" in name) return name.literal;
  const [given = "", ...behind] = name.given.split(",");
  return [`${given.trim()} ${name.family}`, ...behind.map((part) => part.trim())].join(", ");
}

/** A name as it is sorted: "Biryuzov, Sergei". */
export function nameAsSorted(name: CitedName): string {
  return "literal" in name ? name.literal : `${name.family}, ${name.given}`;
}

/** Names in a row: "Sergei Biryuzov and Semyon Ivanov", "A, B, and C"; with another word for "and", "A, B und C". */
export function namesInWords(names: readonly CitedName[], and = "and"): string {
  const words = names.map(nameInWords);
  const last = words.pop() ?? "";
  if (words.length === 0) return last;
  const comma = words.length > 1 && and === "and" ? "," : "";
  return `${words.join(", ")}${comma} ${and} ${last}`;
}
