import { countDiagnostics, formatDiagnostic } from "../../diagnostics/report.ts";
import { holdsInstructorMatter } from "../../edition/without-instructor.ts";
import type { LeakSearch } from "./find-leaks.ts";

/** Searches what plain Eleventy has written for students, and what it has left there of earlier builds. Where something is not for them the run fails. */
export async function sayLeaks(search: LeakSearch): Promise<void> {
  if (!holdsInstructorMatter(search.edition)) return;
  // Imported late: most editions have nothing for instructors.
  const { findLeaks } = await import("./find-leaks.ts");
  const { diagnostics } = await findLeaks(search);
  if (diagnostics.length === 0) return;
  for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic));
  console.error(
    `${countDiagnostics(diagnostics)}. What was written is not for students as it stands: delete ${search.folder}.`,
  );
  process.exitCode = 1;
}
