import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Check } from "../checks.ts";

/** Entries of the register that nothing refers to. */
export const unusedEntries: Check = ({ apparatus }) =>
  Object.values(apparatus.indexes)
    .flat()
    .filter(({ mentions }) => mentions.length === 0)
    .map(({ entry }) =>
      diagnose(
        "register-unused",
        entry.place,
        `"${entry.id}" is mentioned nowhere`,
        `refer to it where it is meant: [${entry.matter.name}](#${entry.id}), or delete it`,
      ),
    );
