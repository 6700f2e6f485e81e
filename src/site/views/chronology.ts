import { CHRONOLOGY, linkTo } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import type { PagePlan, PageView } from "../page-plan.ts";
import { type DateView, dateView } from "./dates.ts";

/** The chronology. */
export interface ChronologyView extends PageView {
  readonly years: readonly { readonly year: string; readonly events: readonly EventView[] }[];
}

/** A document, or a dated entry on its sheet. */
export interface EventView {
  readonly date: DateView;
  readonly title: string;
  readonly href: string;
  readonly number: string;
  readonly entry: boolean;
}

/** The chronology, where anything is dated. */
export function chronologyPages(desk: Desk): readonly PagePlan[] {
  if (desk.apparatus.chronology.length === 0) return [];
  return [
    {
      address: CHRONOLOGY,
      template: "pages/chronology.njk",
      view: () => chronologyView(desk),
    },
  ];
}

function chronologyView({ apparatus }: Desk): ChronologyView {
  const years = new Map<string, EventView[]>();
  for (const { date, document, coordinate, title, entry } of apparatus.chronology) {
    const year = date.earliest.replace(/-\d\d-\d\d.*$/, "");
    const events = years.get(year) ?? [];
    events.push({
      date: dateView(date),
      title,
      href: linkTo(CHRONOLOGY, document, coordinate),
      number: apparatus.numberOf(document),
      entry,
    });
    years.set(year, events);
  }
  return {
    address: CHRONOLOGY,
    section: "chronology",
    title: "Chronology",
    description: "Everything dated in the edition, in order of time.",
    years: [...years].map(([year, events]) => ({ year, events })),
  };
}
