import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Document } from "../../edition/edition.ts";
import type { Check } from "../checks.ts";
import { placeOfField } from "../entities.ts";

/** Numbers that two documents bear. */
export const duplicateNumbers: Check = ({ survey }) => {
  const diagnostics: Diagnostic[] = [];
  const byNumber = new Map<number, Document>();
  for (const entity of survey.entities) {
    if (entity.kind !== "document") continue;
    const first = byNumber.get(entity.number);
    if (!first) {
      byNumber.set(entity.number, entity);
      continue;
    }
    const { file, line } = placeOfField(first, "number");
    const message = `the number ${entity.number} is taken by the document at ${file}:${line}`;
    diagnostics.push(diagnose("number-duplicate", placeOfField(entity, "number"), message));
  }
  return diagnostics;
};
