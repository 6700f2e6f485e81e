import { showRanges } from "../edition/paragraph-ranges.ts";
import { paragraphsIn } from "./excerpt.ts";
import type { PacketReading } from "./packet.ts";

/** How much of a document is read, where not all: "¶¶ 3–7 of 13"; nothing where the whole is read. */
export function extentOf({ ranges, whole }: PacketReading): string | undefined {
  if (!ranges || whole.kind !== "document") return undefined;
  return `${showRanges(ranges)} of ${paragraphsIn(whole.transcription).at(-1) ?? 0}`;
}
