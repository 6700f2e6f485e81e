import type { Report } from "./markdown/reading.ts";
import type { YamlFields } from "./yaml-fields.ts";

/** Says where the words of a reader’s front matter hold what is said below it alone: they are shown as they are written, a note's mark and a part for instructors too. */
export function checkFieldsOfWords({ value, places, start }: YamlFields, report: Report): void {
  const check = (inside: unknown, path: string): void => {
    if (typeof inside === "string") {
      const place = places.get(path) ?? start;
      const [call] = /\[\^[^\]\s]+\]/u.exec(inside) ?? [];
      if (call !== undefined)
        report("note-misplaced", place, `the note ${call} is called in a field`);
      if (inside.includes("::"))
        report(
          "division-misplaced",
          place,
          "a division in a field, which is shown as it is written",
          "move it into the text below the front matter",
        );
    } else if (typeof inside === "object" && inside !== null)
      for (const [key, inner] of Object.entries(inside))
        check(inner, path === "" ? key : `${path}.${key}`);
  };
  check(value, "");
}
