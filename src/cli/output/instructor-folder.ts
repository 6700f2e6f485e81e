import path from "node:path";
import { audienceOfOutput } from "../../site/output-marker.ts";
import { type OutputFolder, contains, findOutputFolder, realPath } from "./output-folder.ts";

/** Where the students' output usually lies. */
const STUDENTS = "_site";

const USUAL = "_instructor";

/** Where the instructor's edition lies unless the editor says otherwise: `_instructor` beside `_site`, `NAME-instructor` beside another. */
export function usualInstructorFolder(output: string): string {
  const written = path.resolve(output);
  const name = path.basename(written);
  return path.join(path.dirname(written), name === STUDENTS ? USUAL : `${name}-instructor`);
}

/** The folder that the instructor's edition is written to: as safe as the students', and neither within what they get nor in its place. */
export async function findInstructorFolder(
  edition: string,
  students: string,
  wanted: { readonly folder: string; readonly isUsual: boolean },
): Promise<OutputFolder> {
  const found = await findOutputFolder(edition, wanted.folder);
  if (found.kind === "unusable") return found;
  const { folder } = found;
  const home = await realPath(edition);
  const why =
    contains(students, folder) || contains(path.join(home, STUDENTS), folder)
      ? "the instructor's edition would lie in what students get; name a folder outside of it"
      : contains(folder, students) || (!wanted.isUsual && audienceOfOutput(folder) === "students")
        ? "the instructor's edition would replace what students get; name another folder"
        : undefined;
  if (why === undefined) return found;
  return { kind: "unusable", message: `${why}: --instructor ${USUAL}` };
}
