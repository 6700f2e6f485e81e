import { diagnose } from "../../diagnostics/diagnostic.ts";
import { withoutInstructor } from "../../edition/without-instructor.ts";
import type { Check } from "../checks.ts";
import { resolveTarget } from "../resolve-target.ts";
import { surveyOf } from "../survey.ts";

/** References that students read and that lead to what is taken away before they do. */
export const instructorReferences: Check = ({ survey, references }) => {
  const studentEdition = withoutInstructor(survey.edition);
  if (studentEdition === survey.edition) return [];
  const students = surveyOf(studentEdition);
  return [...references].flatMap(([owner, read]) => {
    const asStudentsGetIt = students.byId.get(owner.id);
    if (!asStudentsGetIt) return [];
    return read.flatMap(({ occurrence, resolution }) => {
      const { reference, scope, shown } = occurrence;
      if (resolution.kind !== "found" || scope === "instructor" || !shown) return [];
      const found = resolveTarget(reference.target, asStudentsGetIt, students);
      if (found.kind === "found") return [];
      const message = `"#${reference.target}" leads to what only instructors get`;
      return [diagnose("reference-instructor", reference.place, message)];
    });
  });
};
