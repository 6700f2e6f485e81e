import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { readDate } from "../edition/date.ts";
import type { Settings } from "../edition/settings.ts";
import { directionOf } from "../html/direction.ts";
import {
  CHRONOLOGY,
  HOME,
  READERS,
  SCRIPT,
  STYLESHEET,
  WORKS,
  addressOf,
  registerAddress,
} from "./addresses.ts";
import { type Audience, type Desk, registerNames } from "./desk.ts";
import type { Section } from "./page-plan.ts";
import { type DateView, dateView } from "./views/dates.ts";
import { WORKS_TITLE } from "./views/works.ts";
import { registerTitles, shortTitle } from "./views/titles.ts";

/** What every page has around it. */
export interface Frame {
  readonly settings: Settings;
  /** For whom the website is made. */
  readonly audience: Audience;
  /** How the edition's own language is written. */
  readonly direction: "rtl" | undefined;
  /** Of which day this state of the edition is. */
  readonly date: DateView | undefined;
  readonly home: string;
  readonly stylesheet: string;
  readonly script: string;
  /** The menu: only what the edition has. */
  readonly menu: readonly MenuLine[];
  /** What is wrong with the edition just now; shown while it is being written. */
  readonly problems: readonly Diagnostic[];
}

/** One line of the menu. */
export interface MenuLine {
  readonly text: string;
  /** From the website's root. */
  readonly address: string;
  /** The pages for which it is marked; for essays only its own. */
  readonly section: Section;
}

/** Makes the frame: once a build. */
export function frameOf(desk: Desk, problems: readonly Diagnostic[]): Frame {
  const { apparatus, edition } = desk;
  const menu: MenuLine[] = [
    { text: "Documents", address: "documents/index.html", section: "documents" },
  ];
  if (apparatus.chronology.length > 0) {
    menu.push({ text: "Chronology", address: CHRONOLOGY, section: "chronology" });
  }
  for (const register of registerNames) {
    if (apparatus.indexes[register].length === 0) continue;
    menu.push({
      text: registerTitles[register],
      address: registerAddress(register),
      section: register,
    });
  }
  if (desk.works.entries.length > 0) {
    menu.push({ text: WORKS_TITLE, address: WORKS, section: "works" });
  }
  if (edition.readers.length > 0) {
    menu.push({ text: "Readers", address: READERS, section: "readers" });
  }
  for (const essay of desk.essays) {
    if (essay.matter.role === "essay") continue;
    // Every volume has a preface; its own page leads to it.
    if (essay.matter.volume !== undefined && desk.volumes.size > 1) continue;
    menu.push({ text: shortTitle(essay), address: addressOf(essay), section: "essays" });
  }
  const { settings } = edition;
  const date = settings.date === undefined ? undefined : readDate(settings.date);
  return {
    settings,
    audience: desk.audience,
    direction: directionOf(settings.language),
    date: date && dateView(date),
    home: HOME,
    stylesheet: STYLESHEET,
    script: SCRIPT,
    menu,
    problems,
  };
}
