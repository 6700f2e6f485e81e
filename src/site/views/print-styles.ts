import type { Desk } from "../desk.ts";
import type { PrintedFile } from "../printed-files.ts";

/** The styles of a printed file, in their order: the page's size and margins, all that is printed, the type of its look, the edition's own. */
export function printStyles(
  { printStyles: own = [] }: Pick<Desk, "printStyles">,
  { paper, look }: Pick<PrintedFile, "paper" | "look">,
): readonly string[] {
  const page = look === "standard" ? `print-${paper}.css` : `print-${look}-${paper}.css`;
  return [page, "print.css", ...(look === "large-print" ? ["print-large-print.css"] : []), ...own];
}
