import type { Reader } from "../edition/edition.ts";
import type { PacketWeek } from "./packet.ts";

/** "Week 2"; empty where it has no number. */
export function weekNumber({ number }: Pick<PacketWeek, "number">): string {
  return number === undefined ? "" : `Week ${number}`;
}

/** What parts a week’s number from its title: in headings a colon, in print a full stop. */
export type WeekMark = ": " | ". ";

/** What a week is called: "Week 2: The decision", "Week 2. The decision"; empty where it has neither a number nor a title. */
export function weekName(
  week: Pick<PacketWeek, "number" | "title">,
  mark: WeekMark = ": ",
): string {
  return [weekNumber(week), week.title].filter((part) => part !== "").join(mark);
}

/** The course that a reader is for, in one line: "History 210, section 02, Spring 2027, A. Teacher"; empty where nothing is said. */
export function courseLine({ matter }: Pick<Reader, "matter">): string {
  const { course, section, term, instructor } = matter;
  return [course, section === undefined ? undefined : `section ${section}`, term, instructor]
    .filter((part) => part !== undefined)
    .join(", ");
}
