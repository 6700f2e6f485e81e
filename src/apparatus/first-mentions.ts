import type { Entity, RegisterEntry } from "../edition/edition.ts";
import type { Reference } from "../edition/text.ts";
import { plainText } from "../edition/walk.ts";
import type { Scope } from "./entity-texts.ts";
import type { ReferenceOccurrence } from "./occurrences.ts";

/**
 * The references of one entity that expand a term's abbreviation, since they are the first to mention it.
 * Texts that are read apart each have their own. A mention that gives the full name does not count; one that
 * the source itself explains at once (`CC [Central Committee]{.expan}`) counts and is not expanded again.
 */
export function firstMentionsIn(
  references: readonly ReferenceOccurrence[],
  entityOf: (reference: Reference) => Entity | undefined,
): readonly Reference[] {
  const explained: Readonly<Record<Scope, Set<RegisterEntry>>> = {
    text: new Set(),
    abstract: new Set(),
    instructor: new Set(),
  };
  const first: Reference[] = [];
  for (const occurrence of references) {
    const term = entityOf(occurrence.reference);
    if (term?.kind !== "register-entry" || term.matter.abbreviation === undefined) continue;
    const known = explained[occurrence.scope];
    if (known.has(term) || givesName(occurrence.reference, term)) continue;
    known.add(term);
    if (!explainedAtOnce(occurrence)) first.push(occurrence.reference);
  }
  return first;
}

function givesName({ children }: Reference, { matter }: RegisterEntry): boolean {
  return plainText(children).toLowerCase().includes(matter.name.toLowerCase());
}

function explainedAtOnce({ ownWords, next }: ReferenceOccurrence): boolean {
  return ownWords && next?.type === "act" && (next.act === "expan" || next.act === "ident");
}
