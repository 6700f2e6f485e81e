import { diagnose } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import { walk } from "../../edition/walk.ts";
import { worksheetNamed } from "../../edition/worksheet.ts";
import type { Check } from "../checks.ts";
import { textsOf } from "../entity-texts.ts";

/** Worksheets that are called and that there are not. */
export const worksheets: Check = ({ survey }) => {
  const sheets = survey.edition.worksheets;
  const names = sheets.map(({ name }) => name);
  return survey.entities.flatMap((entity) =>
    textsOf(entity).flatMap(({ blocks }) =>
      [...walk(blocks)].flatMap((node) => {
        if (node.type !== "division" || node.name !== "worksheet") return [];
        const called = node.options?.get("name");
        if (!called || called.value.trim() === "" || worksheetNamed(sheets, called.value))
          return [];
        const mend = didYouMean(
          called.value.toLowerCase(),
          names,
          `use one of ${names.join(", ")}`,
        );
        return [
          diagnose("worksheet-unknown", called.place, `no worksheet "${called.value}"`, mend),
        ];
      }),
    ),
  );
};
