import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Document } from "../../edition/edition.ts";
import type { Check } from "../checks.ts";
import { placeOfField } from "../entities.ts";

/** Numbers that two documents of one volume bear, or two of none. */
export const duplicateNumbers: Check = ({ survey }) => {
  const diagnostics: Diagnostic[] = [];
  const byNumber = new Map<string, Document>();
  for (const entity of survey.entities) {
    if (entity.kind !== "document") continue;
    const inVolume = `${entity.matter.volume ?? ""}:${entity.number}`;
    const first = byNumber.get(inVolume);
    if (!first) {
      byNumber.set(inVolume, entity);
      continue;
    }
    const { file, line } = placeOfField(first, "number");
    const message = `the number ${entity.number} is taken by the document at ${file}:${line}`;
    diagnostics.push(diagnose("number-duplicate", placeOfField(entity, "number"), message));
  }
  return diagnostics;
};
