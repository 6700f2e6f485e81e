import type { Document, Essay } from "../../edition/edition.ts";
import { relativeAddress, volumeAddress } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import { headingId } from "./contents.ts";

/** A step on the way to a page: its volume, a part of it. */
export interface StepView {
  readonly title: string;
  /** Empty where it has no place of its own. */
  readonly href: string;
}

/** The volume and the parts in which something stands, the outermost first; empty where it stands in none. */
export function trailTo(
  desk: Desk,
  { id, matter }: Document | Essay,
  address: string,
): readonly StepView[] {
  const parts = "part" in matter ? matter.part : [];
  const contents = desk.volumes.get(matter.volume ?? "");
  if (!contents) return parts.map((title) => ({ title, href: "" }));
  const { volume } = contents;
  const href = relativeAddress(address, volumeAddress(volume.id));
  const headings = desk.trails.get(id) ?? [];
  return [
    { title: volume.matter.title, href },
    ...headings.map((heading) => ({
      title: heading.title,
      href: `${href}#${headingId(heading)}`,
    })),
  ];
}
