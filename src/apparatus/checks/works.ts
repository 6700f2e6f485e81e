import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { Check } from "../checks.ts";

/** Citations of works that the edition does not have, and works that nothing cites. */
export const works: Check = ({ survey }) => {
  const known = new Map(survey.edition.works.map((work) => [work.key, work]));
  const used = new Set<string>();
  // A wrong key is often wrong in many places, and to look for the nearest is dear.
  const nearest = new Map<string, string | undefined>();
  const unknown: Diagnostic[] = [];
  for (const { citations } of survey.occurrences.values())
    for (const { key, place } of citations.flatMap(({ citation }) => citation.cites)) {
      used.add(key);
      if (known.has(key)) continue;
      if (known.size === 0) {
        unknown.push(
          diagnose(
            "work-unknown",
            place,
            `the work "${key}" is cited, but the edition has no works`,
            "write it into documents/works.bib, or put a backslash before the @ if no citation is meant",
          ),
        );
        continue;
      }
      if (!nearest.has(key)) nearest.set(key, suggest(key, known.keys()));
      const near = nearest.get(key);
      const message = `no work "${key}"`;
      unknown.push(
        near === undefined
          ? diagnose("work-unknown", place, message)
          : diagnose("work-unknown", place, message, `did you mean "${near}"?`),
      );
    }
  const unused = survey.edition.works
    // What is wrong with a broken one is said already, and comes first.
    .filter(({ key, broken }) => !used.has(key) && !broken)
    .map(({ key, place }) => diagnose("work-unused", place, `nothing cites "${key}"`));
  return [...unknown, ...unused];
};
