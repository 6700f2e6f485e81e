import path from "node:path";
import { type OutputFolder, contains, findOutputFolder } from "./output-folder.ts";

/** Where the students' output usually lies. */
const STUDENTS = "_site";

/** Where the instructor's edition lies unless the editor says otherwise: `_instructor` beside `_site`, `NAME-instructor` beside another. */
export function usualInstructorFolder(output: string): string {
  const written = path.resolve(output);
  const name = path.basename(written);
  return path.join(path.dirname(written), name === STUDENTS ? "_instructor" : `${name}-instructor`);
}

/** The folder that the instructor's edition is written to: as safe as the students', and neither within it nor around it. */
export async function findInstructorFolder(
  edition: string,
  students: string,
  folder: string,
): Promise<OutputFolder> {
  const found = await findOutputFolder(edition, folder);
  if (found.kind === "unusable") return found;
  if (!contains(students, found.folder) && !contains(found.folder, students)) return found;
  const message = contains(students, found.folder)
    ? "the instructor's edition would lie in what students get; name a folder outside of it: --instructor _instructor"
    : "the instructor's edition would replace what students get; name another folder: --instructor _instructor";
  return { kind: "unusable", message };
}
