import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Worksheet } from "../../edition/worksheet.ts";
import { readText } from "../text-file.ts";
import { readWorksheet } from "./read-worksheet.ts";

const folder = fileURLToPath(new URL("../../../templates/worksheets/", import.meta.url));

let known: readonly Worksheet[] | undefined;

/** The worksheets that come with Scholium, by their names. */
function builtInWorksheets(): readonly Worksheet[] {
  known ??= readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => {
      const text = readText(`worksheets/${name}`, readFileSync(path.join(folder, name)));
      if ("rule" in text) throw new Error(text.message);
      const sheet = readWorksheet(text, new Set(), false, (rule, place, message) => {
        throw new Error(`${name}:${place.line} ${rule}: ${message}`);
      });
      if (!sheet) throw new Error(`the worksheet ${name} cannot be read`);
      return sheet;
    });
  return known;
}

/** Scholium's worksheets, an edition's own in the place of those with the same name. */
export function allWorksheets(own: readonly Worksheet[]): readonly Worksheet[] {
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...builtInWorksheets().filter(({ name }) => !names.has(name))].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}
