import type { Backlink } from "../../apparatus/apparatus.ts";
import { WORKS, workId } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import type { PagePlan, PageView } from "../page-plan.ts";
import { type MentionView, mentionsOf } from "./backlinks.ts";

export const WORKS_TITLE = "Works cited";

/** The works that the commentary cites. */
export interface WorksView extends PageView {
  readonly works: readonly WorkView[];
}

/** A work, and where it is cited. */
export interface WorkView {
  readonly id: string;
  /** HTML. */
  readonly entry: string;
  readonly mentions: readonly MentionView[];
}

/** The works cited, where there are any. */
export function worksPages(desk: Desk): readonly PagePlan[] {
  if (desk.works.entries.length === 0) return [];
  return [{ address: WORKS, template: "pages/works.njk", view: () => worksView(desk) }];
}

function worksView(desk: Desk): WorksView {
  const places = citedPlaces(desk);
  return {
    address: WORKS,
    section: "works",
    title: WORKS_TITLE,
    description: "The published works that the commentary of this edition cites.",
    works: desk.works.entries.map(({ work: { key }, html }) => ({
      id: workId(key),
      entry: html,
      mentions: mentionsOf(desk, places.get(key) ?? [], WORKS),
    })),
  };
}

/** Where each work is cited, by its key. */
function citedPlaces({ apparatus }: Desk): ReadonlyMap<string, readonly Backlink[]> {
  const places = new Map<string, Backlink[]>();
  for (const occurrence of [...apparatus.citations.values()].flat())
    for (const { key, place } of occurrence.citation.cites) {
      const { owner: from, coordinate } = occurrence;
      const known = places.get(key) ?? [];
      places.set(key, known);
      known.push({ from, place, ...(coordinate ? { coordinate } : {}) });
    }
  return places;
}
