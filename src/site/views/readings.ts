import type { Document, Essay, Reader } from "../../edition/edition.ts";
import type { Desk } from "../desk.ts";

/** The essays and documents of a reader, each as the reader has it: whole or an excerpt, with the notes and parts that it chooses. */
export function readingsOf(
  { packets }: Pick<Desk, "packets">,
  { id }: Pick<Reader, "id">,
): readonly (Essay | Document)[] {
  return packets.get(id)?.readings.map(({ entity }) => entity) ?? [];
}
