import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Entity } from "../edition/edition.ts";
import type { Apparatus } from "./apparatus.ts";
import { comparisons } from "./checks/comparisons.ts";
import { duplicateIds } from "./checks/duplicate-ids.ts";
import { duplicateNumbers } from "./checks/duplicate-numbers.ts";
import { instructorReferences } from "./checks/instructor-references.ts";
import { instructorWords } from "./checks/instructor-words.ts";
import { loneInstructorCalls } from "./checks/lone-instructor-calls.ts";
import { markedAlike } from "./checks/marked-alike.ts";
import { mismatchedTexts } from "./checks/mismatched-texts.ts";
import { readings } from "./checks/readings.ts";
import { unknownNames } from "./checks/unknown-names.ts";
import { unknownReferences } from "./checks/unknown-references.ts";
import { unusedEntries } from "./checks/unused-entries.ts";
import { volumes } from "./checks/volumes.ts";
import { worksheets } from "./checks/worksheets.ts";
import { works } from "./checks/works.ts";
import type { ReadReference } from "./read-references.ts";
import type { Survey } from "./survey.ts";

/** What a check looks at. */
export interface Findings {
  readonly survey: Survey;
  readonly references: ReadonlyMap<Entity, readonly ReadReference[]>;
  readonly apparatus: Apparatus;
}

/** Looks for one kind of mistake that shows only across the edition. */
export type Check = (findings: Findings) => readonly Diagnostic[];

/** All checks across the edition. A new one is a file and a line here. */
export const checks: readonly Check[] = [
  duplicateIds,
  duplicateNumbers,
  volumes,
  unknownReferences,
  instructorReferences,
  loneInstructorCalls,
  instructorWords,
  mismatchedTexts,
  markedAlike,
  unknownNames,
  readings,
  comparisons,
  unusedEntries,
  works,
  worksheets,
];
