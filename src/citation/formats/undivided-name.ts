import type { CitedName } from "../cited-names.ts";
import { plainLine } from "./plain-line.ts";

/**
 * A name for programs that divide every name at its first comma: a body that has commas in its name loses them there,
 * "Foreign Ministry, Havana" becomes "Foreign Ministry (Havana)".
 */
export function undividedName(name: CitedName): string {
  if ("family" in name) return plainLine(`${name.family}, ${name.given}`);
  const [first = "", ...others] = plainLine(name.literal)
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return others.length === 0 ? first : `${first} (${others.join("; ")})`;
}
