import type { Apparatus } from "./apparatus.ts";

/** A name of a front matter or of an act as it is shown: an id of the register becomes the entry’s name, others stay as they are written. */
export function nameAsShown(written: string, { byId }: Pick<Apparatus, "byId">): string {
  const entity = byId.get(written);
  return entity?.kind === "register-entry" ? entity.matter.name : written;
}
