import type { Document, Essay, Reader } from "../../edition/edition.ts";
import type { Desk } from "../desk.ts";

/** The essays and documents of a reader: those that it names, or all essays meant for print and every document, of its volume where it has one. */
export function readingsOf(
  { apparatus, essays }: Pick<Desk, "apparatus" | "essays">,
  reader: Reader,
): readonly (Essay | Document)[] {
  const { readings, volume } = reader.matter;
  if (readings) {
    return readings.flatMap((id) => {
      const reading = apparatus.byId.get(id);
      return reading?.kind === "essay" || reading?.kind === "document" ? [reading] : [];
    });
  }
  return [...essays.filter(({ matter }) => matter.print), ...apparatus.documents].filter(
    ({ matter }) => volume === undefined || matter.volume === volume,
  );
}
