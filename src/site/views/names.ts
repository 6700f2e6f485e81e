import { linkTo } from "../addresses.ts";
import type { Desk } from "../desk.ts";

/** A name as it is shown, with a link where the register has it. */
export interface NameView {
  readonly text: string;
  readonly href?: string;
}

/** Names of a front matter: ids of the register become names with links, plain names stay. */
export function namesOf(desk: Desk, written: readonly string[], address: string): NameView[] {
  return written.map((name) => {
    const entity = desk.apparatus.byId.get(name);
    return entity?.kind === "register-entry"
      ? { text: entity.matter.name, href: linkTo(address, entity) }
      : { text: name };
  });
}

/** Names in one line of plain text: "Khrushchev, Malinovsky". */
export function namesInWords(desk: Desk, written: readonly string[]): string {
  return namesOf(desk, written, "")
    .map(({ text }) => text)
    .join(", ");
}
