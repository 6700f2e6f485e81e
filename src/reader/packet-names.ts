import type { Reader } from "../edition/edition.ts";
import type { PacketWeek } from "./packet.ts";

/** What a week is called: "Week 2: The decision"; empty where it has neither a number nor a title. */
export function weekName({ number, title }: Pick<PacketWeek, "number" | "title">): string {
  const words = number === undefined ? "" : `Week ${number}`;
  return [words, title].filter((part) => part !== "").join(": ");
}

/** The course that a reader is for, in one line: "History 210, section 02, Spring 2027, A. Teacher"; empty where nothing is said. */
export function courseLine({ matter }: Pick<Reader, "matter">): string {
  const { course, section, term, instructor } = matter;
  return [course, section === undefined ? undefined : `section ${section}`, term, instructor]
    .filter((part) => part !== undefined)
    .join(", ");
}
